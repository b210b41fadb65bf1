### Kaarten schrijven

problem-stale-title = Iemand anders heeft deze kaart intussen veranderd
problem-stale-detail = Er is niets overschreven. Leg beide teksten naast elkaar en kies welke blijft.

face-not-fit = Dit ontbreekt of heeft een vorm die niet bij deze soort kaart past. Vul het opnieuw in.
edit-unknown-cards = Een van deze kaarten zit niet in de set. Laad de lijst opnieuw.
edit-after-itself = Een kaart kan niet achter zichzelf staan. Kies een andere plek.
edit-too-many-variants = Een kaart heeft hoogstens { $most } varianten. Haal er eerst een weg.
edit-nothing-asked = Er staat niet bij wat er moet veranderen. Noem een onderwerp, labels, een taal of verwijderen.
