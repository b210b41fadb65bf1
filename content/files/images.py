"""Pictures: turned upright, made small enough, and without what the camera wrote in them."""

import struct
from io import BytesIO
from typing import Final, NamedTuple

from PIL import Image, ImageOps, UnidentifiedImageError

from content.files.bare import is_bare
from content.files.unfit import UnfitFile

LONGEST_SIDE: Final = 1_600
MOST_PIXELS: Final = 40_000_000
"""Beyond what phones take in one picture; decoded it is at most 160 MB."""
MOST_FRAMES: Final = 200
MOST_MOVING: Final = 30_000_000
"""Pixels of all frames together. A longer film of pictures is shown as its first one."""
LIGHT: Final = 60_000
"""Bytes of a picture that is not worth making smaller."""

WORTH_IT: Final = 4
"""How many times smaller a picture must become to give up its sharp edges."""

_QUALITY: Final = 82
_SMOOTH: Final = ("RGB", "RGBA", "L")
"""Colours that can be mixed, and so made smaller as they are."""
_FORMATS: Final = ("PNG", "JPEG", "GIF", "WEBP")
_SLOWNESS: Final = {"PNG": 4, "GIF": 4, "WEBP": 2}
"""How many times longer than a photograph they take, measured on large ones full of noise."""
_TYPES: Final = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
_BROKEN: Final = (
    UnidentifiedImageError, OSError, SyntaxError, ValueError, TypeError, IndexError, KeyError,
    EOFError, struct.error, OverflowError, RuntimeError,
)  # fmt: skip
"""What Pillow raises on bytes that only begin as a picture."""


class Picture(NamedTuple):
    """A picture fit to be shown."""

    data: bytes
    type: str
    width: int
    height: int


def made_fit(data: bytes) -> Picture:
    """The picture itself where it is small and bare, else drawn anew; raises `UnfitFile`."""
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as image:
            return _fit(image, data)
    except _BROKEN as broken:
        raise UnfitFile("damaged") from broken
    except (MemoryError, Image.DecompressionBombError) as heavy:
        raise UnfitFile("too-many-pixels", {"most": MOST_PIXELS // 1_000_000}) from heavy


def pixels_of(data: bytes) -> int:
    """What it costs to look at them, in pixels of a photograph.

    Nothing for what is refused for its size, or is broken.
    """
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as image:
            pixels = image.width * image.height
            moving = getattr(image, "is_animated", False)
            slow = _SLOWNESS.get(image.format or "", 1)
    except (*_BROKEN, MemoryError, Image.DecompressionBombError):
        return 0
    if pixels > MOST_PIXELS:
        return 0
    return slow * (max(pixels, MOST_MOVING) if moving else pixels)


def _fit(image: Image.Image, data: bytes) -> Picture:
    if image.width * image.height > MOST_PIXELS:
        raise UnfitFile("too-many-pixels", {"most": MOST_PIXELS // 1_000_000})
    kind = _TYPES.get(image.format or "")
    frames = getattr(image, "n_frames", 1)
    moving = 1 < frames <= MOST_FRAMES and frames * image.width * image.height <= MOST_MOVING
    bare = (
        kind is not None
        and max(image.size) <= LONGEST_SIDE
        and (frames == 1 or moving)
        and is_bare(image, data)
    )
    # What was made fit before must not become less sharp each time it comes back.
    if bare and (len(data) <= LIGHT or kind == "image/webp"):
        size = image.size
        _look_at_all(image, frames)
        return Picture(data, str(kind), *size)
    drawn = _moving(image, frames) if moving else _still(image)
    if bare and len(data) <= len(drawn.data):
        return Picture(data, str(kind), *image.size)
    return drawn


def _look_at_all(image: Image.Image, frames: int) -> None:
    """Decodes it: what is handed on must be known to be whole."""
    if image.format == "JPEG":
        # An eighth of the size: all of the bytes are gone through, and far fewer pixels made.
        image.draft(None, (1, 1))
    for frame in range(frames):
        image.seek(frame)
        image.load()


def _still(image: Image.Image) -> Picture:
    lossless = image.format in ("PNG", "GIF")
    image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    # Small before anything else: each step on a picture of 40 million pixels is a copy of it.
    turned = image if image.mode in _SMOOTH else _coloured(image)
    turned.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    upright = _coloured(ImageOps.exif_transpose(turned))
    data = _written(upright, lossless=lossless)
    if lossless and len(data) > LIGHT:
        # Drawings stay sharp; a photograph that was kept as a PNG would be ten times the size.
        lossy = _written(upright, lossless=False)
        data = lossy if len(lossy) * WORTH_IT < len(data) else data
    return Picture(data, "image/webp", *upright.size)


def _moving(image: Image.Image, frames: int) -> Picture:
    drawn, times = [], []
    for number in range(frames):
        image.seek(number)
        frame = image.convert("RGBA")
        frame.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        drawn.append(frame)
        times.append(max(20, int(image.info.get("duration", 100))))
    out = BytesIO()
    drawn[0].save(
        out, "WEBP", save_all=True, append_images=drawn[1:], duration=times, loop=0,
        quality=_QUALITY, method=2,
    )  # fmt: skip
    return Picture(out.getvalue(), "image/webp", *drawn[0].size)


def _coloured(image: Image.Image) -> Image.Image:
    clear = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    return image.convert("RGBA" if clear else "RGB")


def _written(image: Image.Image, *, lossless: bool) -> bytes:
    out = BytesIO()
    image.save(out, "WEBP", quality=_QUALITY, method=4, lossless=lossless, exif=b"", xmp=b"")
    return out.getvalue()
