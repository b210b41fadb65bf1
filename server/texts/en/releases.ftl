### Releasing

release-needs-approval = This set asks for a second reader. Ask for a second look first, and release once it is approved.
release-effect-chosen-otherwise = Somebody else chose differently for a card meanwhile. Look through the choices, then release.
release-effect-on-unchanged = This card did not change, so there is nothing to choose here.
look-answered = Somebody else has answered already. Load the page again.
look-own-text = You worked on this text yourself. Let somebody else read it.
look-text-changed = The text changed while you were reading. Load the page again and read once more.
look-unknown-card = A remark belongs to a card that did not change.
look-say-what = Say what should be different, so that the author knows what to do.
second-reader-not-yours = Only the owner of the set or an admin can change this.

mail-set-review-subject = Time to look through “{ $title }”
mail-set-review-body =
    Hello { $name },

    You set a day to look through the set “{ $title }”: { DATETIME($on, dateStyle: "long") }. Are the cards still right?
mail-set-review-button = Open the set
mail-set-review-footer = You get this mail once, because the set is yours at { $organisation }.

mail-set-expiry-subject = Cards of “{ $title }” are about to end
mail-set-expiry-body =
    Hello { $name },

    { $cards ->
        [one] One card of “{ $title }” is valid up to { DATETIME($on, dateStyle: "long") }. After that learners no longer get it.
       *[other] { $cards } cards of “{ $title }” are valid up to { DATETIME($on, dateStyle: "long") }. After that learners no longer get them.
    }

    Does it hold for longer? Then choose a later day and release the set.
mail-set-expiry-button = Open the set
mail-set-expiry-footer = You get this mail once, because the set is yours at { $organisation }.

mail-look-asked-subject = { $by } asks for a second look at “{ $title }”
mail-look-asked-body =
    Hello { $name },

    { $by } changed “{ $title }” and asks somebody else to read it before learners see it.{ $noted ->
        [no] { "" }
       *[yes] { "" } The note says: “{ $note }”
    }
mail-look-asked-button = Read what changes
mail-look-asked-footer = You get this mail once, because you may read sets of others at { $organisation }.

mail-look-approved-subject = “{ $title }” is approved
mail-look-approved-body =
    Hello { $name },

    { $by } approves of “{ $title }”. You can release the set now.{ $noted ->
        [no] { "" }
       *[yes] { "" } The note says: “{ $note }”
    }
mail-look-approved-button = Open the set
mail-look-approved-footer = You get this mail once, because you asked for a second look at { $organisation }.

mail-look-back-subject = “{ $title }” comes back to you
mail-look-back-body =
    Hello { $name },

    { $by } read “{ $title }” and wants something else. The remarks are with the cards.{ $noted ->
        [no] { "" }
       *[yes] { "" } The note says: “{ $note }”
    }
mail-look-back-button = Read the remarks
mail-look-back-footer = You get this mail once, because you asked for a second look at { $organisation }.
