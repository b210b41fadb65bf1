### Teaching

release-no-cards = There are no cards in this set yet. Import a file first.
release-nothing-new = Nothing has changed since the last release.
campaign-date-missing = Choose the date on which people have to be ready.
campaign-date-outside = Choose a date from { $first } to { $last }: within the days of the campaign, with time left to practise.
campaign-date-not-wanted = Leave the date out, or choose “deadline”: only that works towards a date.
campaign-pre-test-too-late = It is too late for a pre-test: choose a course that is tomorrow or later, or switch the pre-test off.
campaign-sets-not-released = Release these sets first: { $titles }.
enrol-bad-address = This is not a mail address.
enrol-not-active = This person’s account is closed. An administrator can open it again.
place-line = line { NUMBER($line, useGrouping: 0) }
