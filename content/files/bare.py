"""Whether a picture holds no more than the picture: nothing about who made it where."""

from collections.abc import Iterator
from typing import Final

from PIL import Image

_PNG: Final = frozenset([
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"bKGD",
    b"sBIT", b"acTL", b"fcTL", b"fdAT",
])  # fmt: skip
_WEBP: Final = frozenset([b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"])
_JPEG: Final = frozenset(["APP0", "APP14"])
"""The sizes and the colours of a JPEG; the others hold what camera and editor write."""


def is_bare(image: Image.Image, data: bytes) -> bool:
    """Whether all its parts only serve to show it, and nothing stands behind it."""
    match image.format:
        case "PNG":
            names = list(_png_parts(data))
            return set(names) <= _PNG and names[-1:] == [b"IEND"]
        case "WEBP":
            return set(_webp_parts(data)) <= _WEBP
        case "JPEG":
            parts = {name for name, _ in getattr(image, "applist", ())}
            return parts <= _JPEG and data.endswith(b"\xff\xd9")
        case _:
            return False


def _png_parts(data: bytes) -> Iterator[bytes]:
    at = 8
    while at < len(data):
        yield data[at + 4 : at + 8]
        at += 12 + int.from_bytes(data[at : at + 4], "big")


def _webp_parts(data: bytes) -> Iterator[bytes]:
    at = 12
    while at < len(data):
        yield data[at : at + 4]
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8 + size + size % 2
