"""Small pictures, sounds and films, made as cameras and programs make them."""

from __future__ import annotations

import wave
from io import BytesIO
from typing import Any
from zlib import crc32

from PIL import Image

SECRET = b"Fatima's garden, 52.09 N"
CAMERA, TURNED = 0x010F, 0x0112


def picture(form: str = "PNG", size: tuple[int, int] = (8, 6), **how: Any) -> bytes:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, size[0], size[1]))
    out = BytesIO()
    image.save(out, form, **how)
    return out.getvalue()


def photograph(form: str = "JPEG", size: tuple[int, int] = (8, 6), turned: int = 1) -> bytes:
    """A picture with what the camera wrote in it, lying on its side where `turned` is 6."""
    exif = Image.Exif()
    exif[CAMERA] = SECRET.decode()
    exif[TURNED] = turned
    return picture(form, size, exif=exif)


def moving_gif(frames: int = 3) -> bytes:
    drawn = [
        Image.new("RGB", (8, 6), (number * 40 % 256, number * 90 % 256, 0))
        for number in range(frames)
    ]
    out = BytesIO()
    drawn[0].save(out, "GIF", save_all=True, append_images=drawn[1:], duration=120)
    return out.getvalue()


def huge_png(side: int) -> bytes:
    """A few bytes that say to be a square of that side."""
    data = picture("PNG")
    head = b"IHDR" + side.to_bytes(4, "big") * 2 + data[24:29]
    return data[:12] + head + crc32(head).to_bytes(4, "big") + data[33:]


def svg(inside: str = "<rect width='5' height='5'/>", attributes: str = "") -> bytes:
    namespace = "http://www.w3.org/2000/svg"
    return f'<svg xmlns="{namespace}" width="10" height="20" {attributes}>{inside}</svg>'.encode()


def wav(seconds: float = 1) -> bytes:
    out = BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8_000)
        sound.writeframes(b"\x80" * int(8_000 * seconds))
    return out.getvalue()


def mp3(frames: int = 40) -> bytes:
    """Frames of silence, 26 ms each."""
    return (b"\xff\xfb\x90\x00" + bytes(413)) * frames


def ogg(seconds: int = 2) -> bytes:
    """The first and last page of a Vorbis file."""
    first = b"\x01vorbis" + bytes(4) + b"\x01" + (8_000).to_bytes(4, "little") + bytes(14) + b"\x01"
    comments = b"\x03vorbis" + bytes(8) + b"\x01"
    return (
        _page(2, 0, 0, first) + _page(0, 0, 1, comments) + _page(4, 8_000 * seconds, 2, b"\0" * 40)
    )


def mp4(track: bytes = b"vide", brand: bytes = b"isom") -> bytes:
    header = bytes(12) + (1_000).to_bytes(4, "big") + (3_000).to_bytes(4, "big") + bytes(80)
    handler = _box(b"hdlr", bytes(8) + track + bytes(13))
    moov = _box(b"mvhd", header) + _box(b"trak", _box(b"mdia", handler))
    return _box(b"ftyp", brand + bytes(4)) + _box(b"moov", moov) + _box(b"mdat", bytes(20))


def webm() -> bytes:
    head = b"\x42\x82\x84webm"
    return b"\x1a\x45\xdf\xa3" + bytes([0x80 | len(head)]) + head + b"\x18\x53\x80\x67" + bytes(30)


def _page(kind: int, position: int, number: int, data: bytes) -> bytes:
    head = b"OggS\0" + bytes([kind]) + position.to_bytes(8, "little") + b"\1\0\0\0"
    return head + number.to_bytes(4, "little") + bytes(4) + bytes([1, len(data)]) + data


def _box(name: bytes, data: bytes) -> bytes:
    return (len(data) + 8).to_bytes(4, "big") + name + data
