### Mail

mail-reminder-subject = { $title }
mail-reminder-body =
    Hello { $name },

    { $told }
mail-reminder-button = Practise
mail-reminder-footer = You get this mail because you practise with Beklijf at { $organisation }. Rather no reminders by mail?
mail-reminder-unsubscribe = Unsubscribe

mail-invitation-subject = { $organisation } invites you to practise with Beklijf
mail-invitation-body =
    Hello { $name },

    { $organisation } invites you to Beklijf: a few minutes of practice a day, so that your training sticks. Choose a password and start.
mail-invitation-button = Choose a password
mail-invitation-footer = The link is yours alone and works until { DATETIME($until, dateStyle: "long") }.

mail-forgotten-subject = Choose a new password
mail-forgotten-body =
    Hello { $name },

    You asked for a new password for Beklijf. If you did not, there is nothing to do: your old password still works.
mail-forgotten-button = Choose a new password
mail-forgotten-footer = The link is yours alone and works for two hours.

unsubscribe-ask = Would you rather have no reminders by mail?
unsubscribe-button = Stop reminders by mail
unsubscribe-done = You get no more reminders by mail
unsubscribe-done-more = You can switch them on again in the app.
unsubscribe-unknown = This link does not work
unsubscribe-unknown-more = Perhaps it did not come across whole. You can switch reminders by mail off yourself in the app.
unsubscribe-settings = To your settings
