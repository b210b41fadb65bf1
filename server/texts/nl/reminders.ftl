### Reminders

reminder-push-title = Je oefening staat klaar

## The same in other words: which of them serves is learned

reminder-push-body-plain = Een paar minuten, wanneer het jou uitkomt.
reminder-push-body-minutes = Drie minuten nu, en het zit er weer voor weken in.
reminder-push-body-still-know = Weet je het nog? Een paar kaarten van je training wachten.
reminder-push-body-one-card = Begin met één kaart. Meer mag, het hoeft niet.
reminder-push-body-at-work = Even ophalen wat je op je werk gaat gebruiken.
reminder-push-body-good-moment = Is dit een goed moment voor een paar kaarten?

## Moments of a campaign, and the question after many reminders in vain

reminder-start-title = Je oefening begint
reminder-start-body = Je programma is begonnen. Elke dag een paar minuten is genoeg.
reminder-course-day-title = Vandaag is je training
reminder-course-day-body = Vanaf morgen helpen een paar minuten per dag om het te onthouden.
reminder-check-in-title = Je bent halverwege
reminder-check-in-body = Haal vandaag op wat je al kent, en kijk wat nog aandacht wil.
reminder-last-week-title = De laatste week
reminder-last-week-body = Je bent er bijna. Een paar minuten per dag maken het af.
reminder-result-title = Je programma is klaar
reminder-result-body = Bekijk wat er is blijven hangen.
reminder-help-title = Wat zou helpen?
reminder-help-body = Je oefende een tijd niet mee. Dat mag. Een ander moment, minder kaarten of een pauze stel je zelf in. Tot je weer oefent, sturen we je geen herinneringen meer.

mail-told-subject = { $title }
mail-told-body =
    Dag { $name },

    { $told }
mail-told-button = Bekijk het
mail-help-subject = { $title }
mail-help-body =
    Dag { $name },

    { $told }
mail-help-button = Bekijk je instellingen

## Asked on the notification itself, by who wants that

reminder-question-yes = Waar
reminder-question-no = Niet waar
reminder-question-right = Goed
reminder-question-wrong = Nog niet
