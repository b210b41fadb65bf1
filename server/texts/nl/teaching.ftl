### Lesgeven

release-no-cards = Deze set heeft nog geen kaarten. Importeer eerst een bestand.
release-nothing-new = Er is niets veranderd sinds de laatste versie.
campaign-policy-not-yet = Dit schema kun je nog niet kiezen. Neem readiness: dat houdt het doelniveau steeds op peil.
campaign-pre-test-too-late = Voor een startmeting is het te laat: kies een training die morgen of later begint, of zet de startmeting uit.
campaign-sets-not-released = Geef eerst deze sets uit: { $titles }.
enrol-bad-address = Dit is geen mailadres.
enrol-not-active = Het account van deze persoon is gesloten. Een beheerder kan het weer openen.
place-line = regel { NUMBER($line, useGrouping: 0) }
