"""Every sentence the server says to people: a folder per language, a file per subject."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("nl", "en")

# How dates and numbers are written: English as the British write it.
_LOCALES = {"nl": "nl", "en": "en-GB"}

_HERE = Path(__file__).parent


class MissingText(LookupError):
    """The catalogue has no such text, or a value it speaks of was not given."""


def text(key: str, language: str, /, **values: object) -> str:
    """The text of `key` in `language` (`nl` or `en`), with `values` filled in.

    Raises `MissingText`: a raw key or a hole in a sentence must never reach a person.
    """
    return _filled(key, language, values) if values else _fixed(key, language)


@cache
def _fixed(key: str, language: str) -> str:
    """A text in which nothing is filled in: of each reminder of thousands it is the same."""
    return _filled(key, language, {})


def _filled(key: str, language: str, values: dict[str, object]) -> str:
    catalogue = bundle(language)
    if not catalogue.has_message(key):
        raise MissingText(f"{key} is not in {language}/")
    pattern = catalogue.get_message(key).value
    if pattern is None:
        raise MissingText(f"{key} has no text of its own in {language}/")
    filled, errors = catalogue.format_pattern(pattern, values)
    if errors:
        raise MissingText(f"{key} in {language}/: {errors}")
    return str(filled)


@cache
def bundle(language: str) -> FluentBundle:
    """The parsed catalogue of a language."""
    if language not in LANGUAGES:
        raise MissingText(f"no catalogue for {language!r}")
    # Isolating marks around values would show up as boxes in plain mails and CSV reports.
    catalogue = FluentBundle([_LOCALES[language]], use_isolating=False)
    for file in sorted((_HERE / language).glob("*.ftl")):
        catalogue.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return catalogue
