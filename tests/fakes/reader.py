"""Reads set files in this process; the real reader starts another for each."""

from __future__ import annotations

from content.card import Language
from content.exchange.read import read_any
from content.exchange.reading import Reading


class PlainReader:
    def read(
        self,
        name: str,
        data: bytes,
        *,
        language: Language,
        encoding: str | None,
        known_keys: frozenset[str],
    ) -> Reading:
        return read_any(name, data, language=language, encoding=encoding, known_keys=known_keys)
