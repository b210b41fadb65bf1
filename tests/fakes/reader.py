"""Reads uploads in this process; the real readers start another for each."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from content.card import Language
from content.exchange.pace import Told, silent
from content.exchange.read import read_any
from content.exchange.reading import Reading
from content.files.file import Most, ReadyFile
from content.files.ready import ready
from content.material.read import Material, read_material


class PlainReader:
    def read(
        self,
        name: str,
        data: bytes | Path,
        *,
        language: Language,
        encoding: str | None,
        known_keys: frozenset[str],
        told: Told = silent,
    ) -> Reading:
        data = data.read_bytes() if isinstance(data, Path) else data
        return read_any(
            name, data, language=language, encoding=encoding, known_keys=known_keys, told=told
        )


class PlainMaterial:
    def read(self, data: IO[bytes], language: Language) -> Material:
        return read_material(data.read(), language)


class PlainFiles:
    def ready(self, name: str, data: bytes) -> ReadyFile:
        return ready(name, data, Most())
