### Pictures, sounds and films on cards

media-unknown = Dit bestand is er niet (meer). Voeg het opnieuw toe.
media-empty = Het bestand is leeg. Kies een ander.
media-unknown-kind = Dit soort bestand past niet op een kaart. Gebruik een afbeelding (PNG, JPEG, GIF, WebP, SVG), geluid (MP3, OGG, M4A, WAV) of film (MP4, WebM).
media-damaged = Het bestand is beschadigd. Bewaar het opnieuw en probeer het nog eens.
media-too-big = Het bestand is te groot. Hier past hoogstens { $most } MB.
media-too-many-pixels = De afbeelding heeft te veel beeldpunten. Maak haar kleiner, tot hoogstens { $most } miljoen.
media-unsafe = In dit bestand zit iets dat op een kaart niet veilig is. Bewaar het als PNG en voeg dat toe.
media-too-many-pictures = De plaatjes in dit bestand zijn samen te groot. Maak ze kleiner, of voeg dit plaatje zelf toe.
media-too-heavy = Het kost te veel om dit bestand te lezen. Maak het kleiner en probeer het opnieuw.

import-media-unfit = { $name } staat niet op de kaart. { $why ->
    [empty] { media-empty }
    [too-many-pictures] { media-too-many-pictures }
    [unknown-kind] { media-unknown-kind }
    [damaged] { media-damaged }
    [too-big] { media-too-big }
    [too-many-pixels] { media-too-many-pixels }
    [unsafe] { media-unsafe }
    [too-many] Op een kaart passen er hoogstens { $most }.
   *[other] { media-too-heavy }
}
import-media-not-there = { $count ->
    [one] Een bestand van deze kaart is hier niet en staat er niet op. Voeg het zelf toe.
   *[other] { $count } bestanden van deze kaart zijn hier niet en staan er niet op. Voeg ze zelf toe.
}
