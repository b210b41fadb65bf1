### Imports die een worker doet

import-file-gone = Het bestand staat niet meer op de server. Kies het opnieuw.
import-not-looked-at = Hier valt nog niets te bewaren. Laat het bestand eerst lezen, met dry_run=1.
import-too-long-ago = Het bestand is een dag bewaard en is nu weg. Kies het opnieuw.
