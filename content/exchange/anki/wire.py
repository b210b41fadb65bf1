"""Protocol buffers as Anki writes them, told apart by field number alone.

The few messages in a package need no schema: numbers, texts and messages within messages.
"""

from collections.abc import Iterator
from typing import Final

_LONGEST_VARINT: Final = 10


class Malformed(ValueError):
    """The bytes are no message."""


def values(message: bytes, field: int) -> list[int | bytes]:
    """Everything that stands under a field number, in order. Raises `Malformed`."""
    return [value for number, value in _fields(message) if number == field]


def number(message: bytes, field: int) -> int:
    """A number; 0 where the field is absent, as the format has it. Raises `Malformed`."""
    last = values(message, field)[-1:] or [0]
    if not isinstance(last[0], int):
        raise Malformed
    return last[0]


def text(message: bytes, field: int) -> str:
    """A text; empty where the field is absent. Raises `Malformed`."""
    last = values(message, field)[-1:] or [b""]
    if not isinstance(last[0], bytes):
        raise Malformed
    return last[0].decode("utf-8", "replace")


def _fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        value: int | bytes
        match tag & 7:
            case 0:
                value, at = _varint(message, at)
            case 1:
                value, at = _taken(message, at, 8)
            case 2:
                length, at = _varint(message, at)
                value, at = _taken(message, at, length)
            case 5:
                value, at = _taken(message, at, 4)
            case _:
                raise Malformed
        yield tag >> 3, value


def _taken(message: bytes, at: int, length: int) -> tuple[bytes, int]:
    end = at + length
    if end > len(message):
        raise Malformed
    return message[at:end], end


def _varint(message: bytes, at: int) -> tuple[int, int]:
    """Seven bits a byte, the lowest first; the eighth says that more follow."""
    value = 0
    for place, byte in enumerate(message[at : at + _LONGEST_VARINT]):
        value |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:  # noqa: PLR2004 - the eighth bit, as told above
            return value, at + place + 1
    raise Malformed
