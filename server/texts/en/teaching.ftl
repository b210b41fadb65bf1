### Teaching

release-no-cards = There are no cards in this set yet. Import a file first.
release-nothing-new = Nothing has changed since the last release.
campaign-policy-not-yet = This schedule cannot be chosen yet. Take readiness: it keeps recall at the target all the time.
campaign-pre-test-too-late = It is too late for a pre-test: choose a course that is tomorrow or later, or switch the pre-test off.
campaign-sets-not-released = Release these sets first: { $titles }.
enrol-bad-address = This is not a mail address.
enrol-not-active = This person’s account is closed. An administrator can open it again.
place-line = line { NUMBER($line, useGrouping: 0) }
