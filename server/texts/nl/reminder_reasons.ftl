### Waarom een herinnering kwam of niet: gelezen door de deelnemer zelf en door beheerders

reminder-why-done = Er was die dag al geoefend.
reminder-why-already = Er was die dag al een herinnering.
reminder-why-paused = Er was een pauze.
reminder-why-muted = Herinneringen staan uit: er is geen kanaal gekozen.
reminder-why-snoozed = “Deze week niet” was gekozen.
reminder-why-no-channel = Er was geen kanaal waarlangs een herinnering kan aankomen, zoals een telefoon met meldingen aan of een werkend mailadres.
reminder-why-holiday = Het was een feestdag.
reminder-why-not-a-working-day = Het was geen oefendag.
reminder-why-no-cards = Er was geen kaart aan de beurt.
reminder-why-starts-alone = Niet nodig: het oefenen begint meestal vanzelf.
reminder-why-week-full = Het grootste aantal herinneringen voor die week was bereikt.
reminder-why-backing-off = Op eerdere herinneringen kwam geen sessie, dus komen er minder.
reminder-why-silent = Op veel herinneringen kwam geen sessie, ook niet na de vraag wat zou helpen. Het blijft stil tot de eerste sessie.
reminder-why-outside-window = Er was geen moment meer binnen de leertijd, buiten de rusttijd en ver genoeg van de vorige herinnering of sessie.
reminder-why-own-moment = Op het zelf gekozen moment.
reminder-why-window = Op het eerste moment dat binnen de leertijd paste.
reminder-why-usual-hour = Rond { $hour }: op herinneringen rond die tijd volgde het vaakst een sessie.
reminder-why-usual-hour-unknown = In het uur waarin op herinneringen het vaakst een sessie volgde.
reminder-why-cohort-hour = Rond { $hour }: bij collega’s werkt die tijd het best, en over deze persoon is nog te weinig bekend.
reminder-why-cohort-hour-unknown = In het uur dat bij collega’s het best werkt.
reminder-why-exploring = Rond { $hour }, om te proberen of die tijd beter past. Dat gebeurt af en toe.
reminder-why-exploring-unknown = In een uur om te proberen of dat beter past. Dat gebeurt af en toe.
reminder-why-later = Uitgesteld: in de melding was “Later vandaag” gekozen.
reminder-why-inactive = Het account is niet actief, of er is nog geen wachtwoord gekozen.
reminder-why-not-enrolled = Deze persoon doet aan geen campagne mee.
reminder-why-expired = Versturen lukte niet voor het einde van de leertijd.
reminder-why-failed = Versturen mislukte te vaak.
reminder-why-unknown = De reden komt van een andere versie van Beklijf.

reminder-kind-practice = Oefenen
reminder-kind-help = Vraag wat zou helpen
reminder-kind-start = Begin van een campagne
reminder-kind-course-day = Dag van de training
reminder-kind-check-in = Terugblik
reminder-kind-last-week = Laatste week
reminder-kind-result = Resultaat

reminder-trouble-channel =
    { $channel ->
        [fcm] Push naar de app
        [web_push] Push naar de browser
        [mail] Mail
        [teams] Microsoft Teams
        [slack] Slack
       *[other] Een ander kanaal
    }
reminder-trouble-gone = { reminder-trouble-channel }: het adres bestaat niet meer.
reminder-trouble-refused = { reminder-trouble-channel }: het bericht werd geweigerd.
reminder-trouble-try-again = { reminder-trouble-channel }: de dienst was niet bereikbaar of te druk.
reminder-trouble-unsure = { reminder-trouble-channel }: het antwoord van de dienst ging verloren.
reminder-trouble-fault = { reminder-trouble-channel }: bij het versturen ging iets mis in Beklijf zelf.
