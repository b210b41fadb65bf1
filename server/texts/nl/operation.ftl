### De beheerderspagina: taken en waarom er een mislukte

job-renew-lead = Aanwijzen welke klok leidt
job-plan-reminders = Herinneringen inplannen
job-judge-reminders = Bijhouden wat herinneringen opleverden
job-sweep-due = Klaarzetten wat aan de beurt is
job-plan-fits = Rekenwerk voor de nacht klaarzetten
job-count-attendance = Tellen hoe vaak er geoefend wordt
job-count-alone = Bijhouden wie uit zichzelf oefent
job-clean-up = Opruimen
job-find-failing-cards = Kaarten zoeken die niet goed werken
job-tell-owners = Eigenaren van sets mailen
job-check-model = Het geheugenmodel nakijken
job-send-reminder = Een herinnering versturen
job-send-reminders = Herinneringen versturen
job-send-letter = Een mail versturen
job-import-file = Een groot bestand inlezen
job-index-cards = Kaarten vindbaar maken
job-fit-models = Het geheugenmodel bijstellen

job-failure-database = De database gaf geen antwoord.
job-failure-memory = Er was te weinig geheugen.
job-failure-fault = Er ging iets mis in de taak zelf.
job-failure-stopped = De taak werd gestopt voor hij klaar was.
job-failure-died = Het proces dat eraan werkte, geeft geen teken van leven meer.
