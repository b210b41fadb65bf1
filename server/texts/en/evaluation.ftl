### The command `beklijf reminders evaluate`

evaluation-reminders =
    { $reminders ->
        [one] 1 reminder of which it is known whether practice followed within two hours
       *[other] { $reminders } reminders of which it is known whether practice followed within two hours
    }
evaluation-hours = The hour
evaluation-wordings = The words
evaluation-choices = picked { $choices } times, for { $learners } people
evaluation-too-few = Nothing can be told yet: that takes picks for { $least } people at least.
evaluation-picked = as picked: { $share } practised ({ $low } to { $high })
evaluation-evenly = every choice as often: { $share } ({ $low } to { $high })
evaluation-today = as this version of Beklijf picks: { $share } ({ $low } to { $high })
