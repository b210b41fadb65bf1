"""What the screens say, looked up where they look it up, so that a walk works in each language."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from scripts.bootstrap.places import WEB

TEXTS = WEB / "src" / "texts"


def words(language: str, key: str, **values: object) -> str:
    """The text of a key such as `phone:review.show`, its holes filled."""
    catalogue, _, path = key.partition(":")
    found: Any = _catalogue(language, catalogue)
    for step in path.split("."):
        found = found[step]
    text = str(found)
    for name, value in values.items():
        text = text.replace(f"{{{{{name}}}}}", str(value))
    return text


def beginning(language: str, key: str) -> re.Pattern[str]:
    """Matches names that begin with the text of a key."""
    return re.compile("^" + re.escape(words(language, key)))


@cache
def raw_text() -> re.Pattern[str]:
    """Matches what a screen shows when a text is missing or a value was never filled in."""
    catalogues = [file.stem for file in (TEXTS / "nl").glob("*.json")]
    sections = {section for name in catalogues for section in _catalogue("nl", name)}
    key = rf"(?<![\w@./-])(?:{'|'.join(sorted(sections))})\.[a-z][a-z_.]*"
    return re.compile(rf"{key}|\b(?:{'|'.join(catalogues)}):\w|\{{\{{[a-z]|{UNFILLED}")


UNFILLED = r"\bundefined\b|\bNaN\b|\[object |Invalid Date"


@cache
def _catalogue(language: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((TEXTS / language / f"{name}.json").read_text())
    return found
