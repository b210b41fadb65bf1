### Uitgeven

release-needs-approval = Deze set vraagt een tweede lezer. Vraag eerst om een tweede blik en geef uit na akkoord.
release-effect-chosen-otherwise = Iemand anders koos intussen iets anders voor een kaart. Kijk de keuzes na en breng dan uit.
release-effect-on-unchanged = Deze kaart is niet veranderd, dus hier valt niets te kiezen.
look-answered = Iemand anders heeft dit al beoordeeld. Laad de pagina opnieuw.
look-own-text = Je hebt zelf aan deze tekst gewerkt. Laat iemand anders lezen.
look-text-changed = De tekst is veranderd terwijl je las. Laad de pagina opnieuw en lees nog een keer.
look-unknown-card = Een opmerking hoort bij een kaart die niet veranderd is.
look-say-what = Zeg wat er anders moet, dan weet de auteur wat te doen.
second-reader-not-yours = Alleen de eigenaar van de set of een beheerder kan dit veranderen.

mail-set-review-subject = Tijd om “{ $title }” na te lopen
mail-set-review-body =
    Dag { $name },

    Je zette een datum om de set “{ $title }” na te lopen: { DATETIME($on, dateStyle: "long") }. Kloppen de kaarten nog?
mail-set-review-button = Open de set
mail-set-review-footer = Je krijgt deze mail één keer, omdat de set bij { $organisation } op jouw naam staat.

mail-set-expiry-subject = Kaarten van “{ $title }” lopen af
mail-set-expiry-body =
    Dag { $name },

    { $cards ->
        [one] Eén kaart van “{ $title }” geldt tot en met { DATETIME($on, dateStyle: "long") }. Daarna krijgen deelnemers de kaart niet meer.
       *[other] { $cards } kaarten van “{ $title }” gelden tot en met { DATETIME($on, dateStyle: "long") }. Daarna krijgen deelnemers ze niet meer.
    }

    Geldt de inhoud langer? Kies dan een latere dag en geef de set uit.
mail-set-expiry-button = Open de set
mail-set-expiry-footer = Je krijgt deze mail één keer, omdat de set bij { $organisation } op jouw naam staat.

mail-look-asked-subject = { $by } vraagt een tweede blik op “{ $title }”
mail-look-asked-body =
    Dag { $name },

    { $by } heeft “{ $title }” veranderd en vraagt of iemand anders meeleest voordat deelnemers het zien.{ $noted ->
        [no] { "" }
       *[yes] { "" } Er staat bij: “{ $note }”
    }
mail-look-asked-button = Lees wat er verandert
mail-look-asked-footer = Je krijgt deze mail één keer, omdat je bij { $organisation } sets mag nalezen.

mail-look-approved-subject = Akkoord op “{ $title }”
mail-look-approved-body =
    Dag { $name },

    { $by } is akkoord met “{ $title }”. Je kunt de set nu uitgeven.{ $noted ->
        [no] { "" }
       *[yes] { "" } Er staat bij: “{ $note }”
    }
mail-look-approved-button = Open de set
mail-look-approved-footer = Je krijgt deze mail één keer, omdat je bij { $organisation } om een tweede blik vroeg.

mail-look-back-subject = “{ $title }” komt bij je terug
mail-look-back-body =
    Dag { $name },

    { $by } las “{ $title }” en wil nog iets anders. De opmerkingen staan bij de kaarten.{ $noted ->
        [no] { "" }
       *[yes] { "" } Er staat bij: “{ $note }”
    }
mail-look-back-button = Lees de opmerkingen
mail-look-back-footer = Je krijgt deze mail één keer, omdat je bij { $organisation } om een tweede blik vroeg.
