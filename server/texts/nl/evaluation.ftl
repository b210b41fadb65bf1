### De opdracht `beklijf reminders evaluate`

evaluation-reminders =
    { $reminders ->
        [one] 1 herinnering waarvan bekend is of er binnen twee uur geoefend werd
       *[other] { $reminders } herinneringen waarvan bekend is of er binnen twee uur geoefend werd
    }
evaluation-hours = Het uur
evaluation-wordings = De woorden
evaluation-choices = { $choices } keer gekozen, voor { $learners } mensen
evaluation-too-few = Nog niet te zeggen: daarvoor zijn er keuzes voor minstens { $least } mensen nodig.
evaluation-picked = zoals gekozen: { $share } oefende ({ $low } tot { $high })
evaluation-evenly = elke keus even vaak: { $share } ({ $low } tot { $high })
evaluation-today = zoals deze versie van Beklijf kiest: { $share } ({ $low } tot { $high })
