### Mail

mail-reminder-subject = { $title }
mail-reminder-body =
    Dag { $name },

    { $told }
mail-reminder-button = Oefenen
mail-reminder-footer = Je krijgt deze mail omdat je bij { $organisation } oefent met Beklijf. Liever geen herinneringen per mail?
mail-reminder-unsubscribe = Meld je af

mail-invitation-subject = { $organisation } nodigt je uit om te oefenen met Beklijf
mail-invitation-body =
    Dag { $name },

    { $organisation } nodigt je uit voor Beklijf: een paar minuten per dag oefenen, zodat je training blijft hangen. Kies een wachtwoord en begin.
mail-invitation-button = Kies een wachtwoord
mail-invitation-footer = De link is van jou alleen en werkt tot { DATETIME($until, dateStyle: "long") }.

mail-forgotten-subject = Kies een nieuw wachtwoord
mail-forgotten-body =
    Dag { $name },

    Je vroeg om een nieuw wachtwoord voor Beklijf. Vroeg je dat niet, dan hoef je niets te doen: je oude wachtwoord blijft gelden.
mail-forgotten-button = Kies een nieuw wachtwoord
mail-forgotten-footer = De link is van jou alleen en werkt twee uur.

unsubscribe-ask = Wil je liever geen herinneringen per mail?
unsubscribe-button = Stop herinneringen per mail
unsubscribe-done = Je krijgt geen herinneringen meer per mail
unsubscribe-done-more = In de app zet je ze weer aan.
unsubscribe-unknown = Deze link werkt niet
unsubscribe-unknown-more = Misschien is hij niet helemaal meegekomen. In de app zet je herinneringen per mail zelf uit.
unsubscribe-settings = Naar je instellingen
