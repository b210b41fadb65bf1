### Import

place-file = het bestand
place-row = rij { NUMBER($row, useGrouping: 0) }
place-row-column = rij { NUMBER($row, useGrouping: 0) }, kolom { $column }
place-card-line = de kaart op regel { NUMBER($row, useGrouping: 0) }
place-card-line-column = de kaart op regel { NUMBER($row, useGrouping: 0) }, veld { $column }
place-question = vraag { NUMBER($row, useGrouping: 0) }
place-question-column = vraag { NUMBER($row, useGrouping: 0) }, veld { $column }
place-note = notitie { NUMBER($row, useGrouping: 0) }
place-note-column = notitie { NUMBER($row, useGrouping: 0) }, veld { $column }
place-called = { $place } (“{ $item }”)

# The file as a whole
import-empty-file = Het bestand is leeg. Kies een bestand met minstens één vraag en antwoord.
import-too-big = Het bestand is groter dan { $most } MB. Verdeel het over meer bestanden.
import-not-a-table = Dit soort bestand kunnen we niet lezen. Sla een tabel op als CSV of XLSX, of kies een export uit Anki (.apkg of .colpkg), H5P, Kahoot, Moodle, QTI of Quizlet.
import-old-excel = Dit is een oud of beveiligd Excel-bestand. Haal het wachtwoord eraf en sla het op als .xlsx.
import-unknown-encoding = We kennen de tekencodering { $encoding } niet. Kies een andere uit de lijst.
import-wrong-encoding = Het bestand past niet bij de tekencodering { $encoding }. Kies een andere uit de lijst.
import-line-too-long = Een regel is langer dan { $most } tekens. Controleer of je het goede bestand hebt en of elke kaart op een eigen rij staat.
import-too-many-rows = Het bestand heeft meer dan { $most } rijen. Verdeel het over meer bestanden.
import-damaged = Het bestand is beschadigd. Bewaar of exporteer het nog eens in het programma waar het uit komt, en kies het opnieuw.
import-unsafe-file = Het bestand bevat iets wat niet veilig is om te openen. Maak het opnieuw: kopieer de cellen naar een nieuw bestand, of exporteer de kaarten of vragen zelf uit hun programma.
import-unpacks-too-big = Het bestand wordt uitgepakt groter dan { $most } MB. Neem alleen wat je nodig hebt: kopieer de cellen met tekst naar een nieuw bestand, of exporteer één stapel tegelijk.
import-too-slow = Het lezen van dit bestand duurt langer dan { $most } seconden. Splits het in meerdere bestanden of bewaar het als CSV.
import-too-heavy = Het lezen van dit bestand kost meer geheugen dan er is. Splits het in meerdere bestanden of bewaar het als CSV.

# The columns
import-no-rows = Er staan geen kaarten in. Zet onder de kopregel op elke rij één kaart.
import-too-many-columns = Er zijn { $count } kolommen; meer dan { $most } kan niet. Haal kolommen weg die niet bij de kaarten horen.
import-same-column = Deze kolom is dezelfde als { $first }. Houd er één over of geef een van beide een andere naam.
import-no-prompt-column = Er is geen kolom met vragen. Noem die kolom { $column } in de kopregel.
import-no-answer-column = Er is geen kolom met antwoorden. Noem die kolom { $column } in de kopregel.
import-one-column = We zien maar één kolom. Zet vraag en antwoord in twee kolommen, gescheiden door een puntkomma, komma of tab.

# One row
import-too-few-cells = Deze rij heeft { $cells } van de { $columns } cellen{ $line ->
    [0] {""}
   *[other] {" "}(regel { NUMBER($line, useGrouping: 0) } van het bestand)
 }. Vul de rij aan, of zet tekst met een regeleinde tussen aanhalingstekens.
import-too-many-cells = Deze rij heeft { $cells } cellen, de kopregel { $columns }{ $line ->
    [0] {""}
   *[other] {" "}(regel { NUMBER($line, useGrouping: 0) } van het bestand)
 }. Haal de extra cellen weg, of zet tekst met een scheidingsteken tussen aanhalingstekens.
import-quote-open = Op deze rij begint een aanhalingsteken dat nergens sluit (regel { NUMBER($line, useGrouping: 0) } van het bestand). Sluit het; wat erna komt is niet gelezen.
import-row-unreadable = Deze rij is niet te lezen (regel { NUMBER($line, useGrouping: 0) } van het bestand). Controleer de aanhalingstekens; wat erna komt is niet gelezen.
import-missing = Hier staat niets. Vul het in.
import-too-long = Deze tekst heeft { $length } tekens; { $most } is het meeste. Maak hem korter of verdeel hem over meer kaarten.
import-too-few = Hier { $count ->
    [one] staat er { $count }
   *[other] staan er { $count }
 }; minstens { $least } is nodig. In een tabel zet je een | tussen de teksten.
import-too-many = Hier staan er { $count }; { $most } is het meeste. Haal er een paar weg.
import-empty-item = Een van de teksten is leeg. Vul hem in of haal hem weg; in een tabel met zijn streep (|).
import-same-twice = Dezelfde tekst staat er twee keer. Haal er een weg.
import-none-right = Geen keuze is als goed gemerkt. Merk de goede; in een tabel met een * ervoor.
import-several-right = Er zijn { $count } keuzes als goed gemerkt, maar deze soort kaart heeft er één. Laat één * staan, of maak de soort multiple_choice.
import-right-not-in-choices = Het goede antwoord staat niet tussen de keuzes. Voeg het toe en zet er een * voor.
import-answer-not-in-choices = “{ $text }” staat niet tussen de keuzes. Schrijf het antwoord precies zoals de keuze, of zet een * voor de goede keuze.
import-no-gaps = Deze tekst heeft geen gaten. Zet het woord dat moet worden ingevuld tussen {"{{"} en {"}}"}.
import-gaps-unclear = Het is niet duidelijk waar de gaten beginnen en eindigen. Zet elk gat tussen {"{{"} en {"}}"} en gebruik die haken nergens anders.
import-pair-incomplete = Niet elk paar is compleet. Schrijf paren als links=rechts, met een | ertussen.
import-unknown-kind = We kennen de soort “{ $text }” niet. Gebruik recall, choice, multiple_choice, true_false, typed, cloze, order of match, of laat de cel leeg.
import-unknown-language = We kennen de taal “{ $text }” niet. Gebruik nl of en, of laat de cel leeg.
import-not-true-or-false = “{ $text }” is geen waar of onwaar. Vul waar of onwaar in.
import-same-key = De sleutel { $key } staat al op rij { NUMBER($first, useGrouping: 0) }. Geef elke kaart een eigen sleutel.
import-unknown-original = Er is geen kaart met de sleutel { $key }. Vul de sleutel in van de kaart waarvan dit een variant is.
import-variant-of-variant = { $key } is zelf een variant. Vul de sleutel in van de kaart waar beide bij horen.
import-key-of-variant = De sleutel { $key } hoort bij een variant in deze set. Geef deze kaart een andere sleutel.
import-key-taken = De sleutel { $key } hoort bij een andere kaart of variant in deze set. Geef deze variant een andere sleutel.
import-more-problems = Er { $count ->
    [one] is nog { $count } melding
   *[other] zijn nog { $count } meldingen
 }. Los eerst deze op en lees het bestand opnieuw in.

# Questions of quizzes and question banks
import-no-questions = Er staan geen vragen in waar een kaart van te maken is. Controleer of je het goede bestand hebt.
import-question-too-long = Deze vraag heeft meer dan { $most } tekens. Maak er meer vragen van.
import-question-number = Hier moet een getal staan. Schrijf het met cijfers, zoals 72 of 3.14.
import-kahoot-right = “{ $text }” wijst geen goede antwoorden aan. Vul de nummers van gevulde antwoorden in, zoals 2 of 1,3.
import-aiken-answer = “{ $text }” wijst geen keuze van deze vraag aan. Zet onder de keuzes een regel als ANSWER: B.
import-aiken-unanswered = Onder deze keuzes staat niet welke goed is. Zet er een regel als ANSWER: B onder.
import-old-qti = Dit is QTI 1. Exporteer de vragen als QTI 2.1 of 3, of als Moodle XML.
import-no-questions-in-package = In dit pakket zitten geen losse vragen; het is een cursus of iets anders. Exporteer de vragen zelf, als QTI of Moodle XML.
import-item-missing = { $name } staat wel in de lijst van het pakket, maar zit er niet in. Exporteer het pakket opnieuw.
import-gift-braces = Het is niet duidelijk waar de antwoorden beginnen en eindigen. Zet ze tussen één {"{"} en één {"}"}, en een \ voor elke haak die bij de tekst hoort.
import-gift-answers = De antwoorden zijn niet uit elkaar te houden. Zet = voor elk goed antwoord, ~ voor elk fout antwoord en -> in elk paar.
import-question-share = “{ $text }” is geen deel van de punten. Vul een percentage in, zoals 100 of 50.
import-gap-without-word = Bij het gat [[{ $number }]] hoort geen woord in de lijst. Voeg het toe.
import-xml-damaged = De XML klopt niet (regel { NUMBER($line, useGrouping: 0) } van het bestand). Exporteer het bestand opnieuw.
import-too-deep = Het bestand is dieper genest dan { $most } lagen; zo maakt geen enkel programma het. Exporteer het bestand opnieuw.
import-choices-left-out = Bij de gaten stonden keuzes om uit te kiezen. Op de kaart wordt het antwoord getypt.
import-text-left-out = { $count ->
    [one] Hier staat een regel die bij geen vraag hoort; hij is
   *[other] Vanaf hier staan { $count } regels die bij geen vraag horen; ze zijn
 } niet meegenomen.
import-skipped-kind = Overgeslagen: voor de vraagsoort { $kind } is er geen kaart.
import-picture-left-out = De afbeelding of bijlage { $name } is niet meegenomen. Voeg haar zelf toe of beschrijf haar in de vraag.
import-stray-match-left-out = “{ $text }” hoort bij geen enkel paar en is niet meegenomen.
import-name-twice = De naam “{ $name }” staat er { $count } keer. Deze vragen herkennen we een volgende keer aan hun tekst.

# Worth knowing
import-no-header = Er is geen kopregel gevonden. De kolommen zijn gelezen als: { $columns }.
import-unknown-columns = Deze kolommen kennen we niet en zijn niet meegenomen: { $columns }.
import-cell-unused = Deze soort kaart gebruikt deze cel niet; de inhoud is niet meegenomen.
import-guessed-encoding = Het bestand is gelezen als { $encoding }. Zien letters er vreemd uit, kies dan een andere tekencodering.
import-other-sheets = Alleen het blad { $sheet } is gelezen. Niet gelezen: { $others }.

# Anki
import-anki-too-new = Dit pakket komt uit een versie van Anki die we niet kennen. Vink bij het exporteren “Ondersteun oudere Anki-versies” aan en kies het opnieuw.
import-too-many-notes = Er staan meer dan { NUMBER($most) } notities in het pakket. Exporteer één stapel tegelijk.
import-no-notes = Er staan geen notities in dit pakket. Exporteer een stapel waar kaarten in zitten.
import-no-card-left = Uit dit pakket komt geen enkele kaart. Hieronder staat wat achterblijft en waarom.
import-note-type-missing = Het notitietype van deze notitie ontbreekt. Kies in Anki “Database controleren” en exporteer opnieuw.
import-fields-differ = Deze notitie heeft { $count } velden, het notitietype { $fields }. Kies in Anki “Database controleren” en exporteer opnieuw.
import-guid-twice = Deze notitie heeft dezelfde identiteit als notitie { NUMBER($first, useGrouping: 0) }. Kopieer haar in Anki, verwijder de oude en exporteer opnieuw.
import-note-without-cards = Anki heeft van deze notitie geen kaart gemaakt; ze is niet meegenomen.
import-card-empty = Een kaart van het notitietype “{ $kind }” heeft hier geen vraag en is niet meegenomen. “Lege kaarten” in Anki ruimt hem op.
import-card-of-media = Een kaart van het notitietype “{ $kind }” bestaat alleen uit beeld of geluid dat niet in het pakket zit: { $names }. Hij is niet meegenomen.
import-media-left-out = Niet op de kaart, want niet als bestand in het pakket: { $names }. Kijk of de kaart zonder kan.
import-media-missing = De kaarten noemen { $count ->
    [one] een bestand dat
   *[other] { $count } bestanden die
 } niet in het pakket { $count ->
    [one] zit
   *[other] zitten
 }: { $names }.
import-template-media = Niet meegenomen uit het sjabloon van “{ $kind }”: { $names }.
import-fields-unshown = Geen kaart van het notitietype “{ $kind }” toont deze velden, dus ze zijn niet meegenomen: { $columns }.
import-json-too-new = Dit bestand is geschreven door een nieuwere Beklijf dan deze. Exporteer de set daar als XLSX of CSV en kies dat bestand.
import-json-unfit = Wat hier staat is niet te lezen als deel van een kaart. Exporteer de set opnieuw of haal de kaart uit het bestand.
import-releases-left-out = Het bestand vertelt over { $count ->
    [one] één versie
   *[other] { $count } versies
 } van de set. Alleen de kaarten zoals ze nu zijn komen binnen.
