### Wat aan een kaart beter kan: per code wat er is, en wat je eraan doet

lint-not-a-face = Dit veld ontbreekt of heeft een andere vorm dan bij deze soort kaart hoort.

# One idea
lint-several-questions-name = Meer vragen tegelijk
lint-several-questions = Deze kaart stelt { $count } vragen tegelijk.
lint-several-questions-remedy = Maak van elke vraag een eigen kaart.
lint-question-chained-name = Twee vragen aan elkaar
lint-question-chained = Met “{ $text }” vraagt deze kaart twee dingen tegelijk.
lint-question-chained-remedy = Maak er twee kaarten van, of vraag alleen wat telt.
lint-answer-is-list-name = Opsomming als antwoord
lint-answer-is-list = Het antwoord is een opsomming van { $count } punten. Wie er één mist, weet niet of dat fout is.
lint-answer-is-list-remedy = Splits de opsomming in losse kaarten, of zeg in de vraag hoeveel punten je verwacht.
lint-many-gaps-name = Te veel gaten
lint-many-gaps = Deze tekst heeft { $count } gaten; meer dan { $most } is te veel om in één keer te weten.
lint-many-gaps-remedy = Verdeel de gaten over meer kaarten.

# Given away
lint-longest-is-right-name = Goede antwoord valt op door lengte
lint-longest-is-right = Het goede antwoord valt op: het heeft { $right } tekens, het langste foute { $wrong }.
lint-longest-is-right-remedy = Kort het goede antwoord in en zet de rest in de uitleg, of maak de foute antwoorden even lang.

# Why, and says who
lint-no-explanation-name = Geen uitleg
lint-no-explanation = Er staat niet bij waarom dit het antwoord is.
lint-no-explanation-remedy = Leg in één of twee zinnen uit waarom. Wie fout antwoordt, leert het meest van de uitleg.
lint-no-source-name = Geen bron
lint-no-source = Er staat geen bron bij.
lint-no-source-remedy = Noem waar dit staat, zoals een handboek met bladzijde, een wet of een pagina op het intranet.

# Is the question sharp
lint-vague-prompt-name = Vage vraag
lint-vague-prompt = “{ $text }…” heeft geen scherp antwoord: niemand weet of het zijne goed is.
lint-vague-prompt-remedy = Vraag naar één ding dat goed of fout kan zijn, zoals wie, wanneer of hoeveel.
lint-yes-or-no-name = Ja of nee
lint-yes-or-no = Het antwoord is “{ $text }”. De helft van de keren is dat een gok.
lint-yes-or-no-remedy = Vraag naar het waarom of het hoe, of maak er een stelling van: waar of onwaar.

# The choices among themselves
lint-choices-same-name = Hetzelfde antwoord twee keer
lint-choices-same = “{ $text }” en “{ $other }” zijn hetzelfde antwoord.
lint-choices-same-remedy = Haal er een weg of maak er een echt ander antwoord van.
lint-choices-nearly-same-name = Bijna hetzelfde antwoord
lint-choices-nearly-same = “{ $text }” en “{ $other }” verschillen één teken. Op een telefoon ziet niemand dat.
lint-choices-nearly-same-remedy = Controleer op een tikfout, of laat het verschil in een ander woord zitten.
lint-ranges-overlap-name = Overlappende getallen
lint-ranges-overlap = “{ $text }” en “{ $other }” overlappen: wat in beide valt, heeft twee goede antwoorden.
lint-ranges-overlap-remedy = Laat elk bereik beginnen waar het vorige ophoudt.
lint-ranges-touch-name = Rakende getallen
lint-ranges-touch = “{ $text }” en “{ $other }” raken elkaar: het getal ertussen hoort bij beide.
lint-ranges-touch-remedy = Begin het tweede bereik één hoger, of zeg bij welk van de twee de grens hoort.
lint-choice-names-place-name = Verwijst naar andere antwoorden
lint-choice-names-place = “{ $text }” verwijst naar andere antwoorden, maar die staan op de telefoon steeds in een andere volgorde.
lint-choice-names-place-remedy = Schrijf het antwoord uit, of maak er een vraag met meer goede antwoorden van.
lint-catch-all-name = Alle of geen van deze
lint-catch-all = “{ $text }” toetst de andere antwoorden, niet wat iemand weet.
lint-catch-all-remedy = Vervang het door een fout antwoord dat iemand zou kunnen geloven, of laat het weg.
lint-word-only-in-right-name = Woord uit de vraag in goede antwoord
lint-word-only-in-right = Het woord “{ $text }” staat in de vraag en verder alleen in het goede antwoord.
lint-word-only-in-right-remedy = Gebruik in het goede antwoord een ander woord, of laat het ook in een fout antwoord terugkomen.
lint-article-tells-name = Lidwoord verraadt
lint-article-tells = Het lidwoord “{ $text }” voor de keuze past niet bij elk antwoord en wijst dus een kant op.
lint-article-tells-remedy = Zet het lidwoord in de antwoorden.
lint-certain-is-wrong-name = Stellige foute antwoorden
lint-certain-is-wrong = { $count } foute antwoorden zeggen altijd, nooit, iedereen of niemand; het goede niet.
lint-certain-is-wrong-remedy = Haal die woorden weg, zodat de toon van de antwoorden niets verraadt.
lint-answer-in-prompt-name = Antwoord staat in de vraag
lint-answer-in-prompt = Het antwoord “{ $text }” staat al in de vraag.
lint-answer-in-prompt-remedy = Haal het uit de vraag of schrijf het daar anders.
lint-absolute-statement-name = Stellige stelling
lint-absolute-statement = Door “{ $text }” raadt iedereen dat deze stelling onwaar is.
lint-absolute-statement-remedy = Maak de stelling minder stellig, of noem een geval waarin zij niet klopt.

# Negations
lint-double-negation-name = Dubbele ontkenning
lint-double-negation = Hier staan twee ontkenningen; dat toetst lezen, niet weten.
lint-double-negation-remedy = Zeg het zonder “{ $text }”.
lint-negation-unstressed-name = Ontkenning valt weg
lint-negation-unstressed = De vraag draait om “{ $text }”. Daar leest iemand op een telefoon zo overheen.
lint-negation-unstressed-remedy = Vraag naar wat wel klopt, of schrijf het woord in hoofdletters.
lint-denied-statement-name = Ontkende stelling
lint-denied-statement = “Onwaar” op een stelling met “{ $text }” is een dubbele ontkenning.
lint-denied-statement-remedy = Draai de stelling om.

# Typed answers
lint-number-one-way-name = Getal op één manier
lint-number-one-way = Wie “{ $other }” typt in plaats van “{ $text }”, krijgt fout.
lint-number-one-way-remedy = Voeg “{ $other }” toe aan wat goed is.
lint-article-typed-name = Lidwoord typen
lint-article-typed = Zonder lidwoord, dus “{ $other }”, is het antwoord fout.
lint-article-typed-remedy = Voeg “{ $other }” toe aan wat goed is.
lint-typed-too-long-name = Te lang om te typen
lint-typed-too-long = Dit antwoord is langer dan { $most } woorden. Zo typt niemand het precies over.
lint-typed-too-long-remedy = Vraag naar één woord of getal, of laat de deelnemer zelf beoordelen of het goed was.

# Room on the phone
lint-prompt-long-name = Lange vraag
lint-prompt-long = De vraag beslaat { $lines } regels op een telefoon; vanaf { $most } wordt het zoeken.
lint-prompt-long-remedy = Laat weg wat niet nodig is om te antwoorden.
lint-choice-long-name = Lang antwoord om te kiezen
lint-choice-long = Een antwoord beslaat { $lines } regels op een telefoon; meer dan { $most } leest niemand uit.
lint-choice-long-remedy = Kort de antwoorden in tot één regel en zet de rest in de uitleg.
lint-screen-full-name = Past niet op één scherm
lint-screen-full = Vraag en { $count } antwoorden passen niet op één scherm van een telefoon.
lint-screen-full-remedy = Kort ze in of laat een antwoord weg.
lint-answer-long-name = Lang antwoord
lint-answer-long = Het antwoord beslaat { $lines } regels op een telefoon; dat onthoudt niemand in één keer.
lint-answer-long-remedy = Houd de kern over en zet de rest in de uitleg, of maak er meer kaarten van.
lint-explanation-long-name = Lange uitleg
lint-explanation-long = De uitleg beslaat { $lines } regels op een telefoon; tot { $most } wordt die gelezen.
lint-explanation-long-remedy = Houd over wat nodig is om het de volgende keer goed te doen, en verwijs voor de rest naar de bron.

# Language
lint-hard-to-read-name = Moeilijk te lezen
lint-hard-to-read = De tekst leest als een wetenschappelijk artikel (leesgemak { $ease } van 100).
lint-hard-to-read-remedy = Maak kortere zinnen en kies kortere woorden.
lint-doubled-word-name = Woord dubbel
lint-doubled-word = “{ $text }”: hier staat een woord twee keer.
lint-doubled-word-remedy = Haal er een weg.

# Among the cards
lint-near-duplicate-name = Lijkt op een andere kaart
lint-near-duplicate = In “{ $set }” staat een kaart die bijna hetzelfde vraagt: “{ $prompt }”.
lint-near-duplicate-remedy = Houd er één over, of laat de ene kaart een variant van de andere zijn.
lint-untranslated-name = Vertaling ontbreekt
lint-untranslated = De meeste kaarten van deze set zijn er ook in het { $spoken ->
    [en] Engels
   *[nl] Nederlands
 }; deze niet.
lint-untranslated-remedy = Voeg een variant in die taal toe. Het geheugen van de deelnemer blijft hetzelfde.

# Pictures and sounds
lint-no-alt-text-name = Geen beschrijving bij beeld of geluid
lint-no-alt-text = Bij { $count ->
    [one] een afbeelding of opname
   *[other] { $count } afbeeldingen of opnamen
 } staat geen beschrijving. Wie niet ziet of hoort, mist iets.
lint-no-alt-text-remedy = Schrijf in één zin wat er te zien of te horen is.
