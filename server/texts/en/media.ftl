### Pictures, sounds and films on cards

media-unknown = This file is not here (any more). Add it again.
media-empty = The file is empty. Choose another.
media-unknown-kind = This kind of file does not fit on a card. Use a picture (PNG, JPEG, GIF, WebP, SVG), a sound (MP3, OGG, M4A, WAV) or a film (MP4, WebM).
media-damaged = The file is damaged. Save it anew and try again.
media-too-big = The file is too big. At most { $most } MB fits here.
media-too-many-pixels = The picture has too many pixels. Make it smaller, down to { $most } million at most.
media-unsafe = This file holds something that is not safe on a card. Save it as PNG and add that.
media-too-many-pictures = The pictures in this file are too large together. Make them smaller, or add this one yourself.
media-too-heavy = Reading this file costs too much. Make it smaller and try again.

import-media-unfit = { $name } is not on the card. { $why ->
    [empty] { media-empty }
    [too-many-pictures] { media-too-many-pictures }
    [unknown-kind] { media-unknown-kind }
    [damaged] { media-damaged }
    [too-big] { media-too-big }
    [too-many-pixels] { media-too-many-pixels }
    [unsafe] { media-unsafe }
    [too-many] At most { $most } fit on one card.
   *[other] { media-too-heavy }
}
import-media-not-there = { $count ->
    [one] A file of this card is not here, so the card is without it. Add it yourself.
   *[other] { $count } files of this card are not here, so the card is without them. Add them yourself.
}
