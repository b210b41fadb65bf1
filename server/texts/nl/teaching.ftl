### Lesgeven

release-no-cards = Deze set heeft nog geen kaarten. Importeer eerst een bestand.
release-nothing-new = Er is niets veranderd sinds de laatste versie.
campaign-date-missing = Kies de datum waarop mensen klaar moeten zijn.
campaign-date-outside = Kies een datum van { $first } tot en met { $last }: binnen de dagen van de campagne, met tijd om te oefenen.
campaign-date-not-wanted = Laat de datum weg, of kies “deadline”: alleen dat werkt naar een datum toe.
campaign-pre-test-too-late = Voor een startmeting is het te laat: kies een training die morgen of later begint, of zet de startmeting uit.
campaign-sets-not-released = Geef eerst deze sets uit: { $titles }.
enrol-bad-address = Dit is geen mailadres.
enrol-not-active = Het account van deze persoon is gesloten. Een beheerder kan het weer openen.
place-line = regel { NUMBER($line, useGrouping: 0) }
