"""What course material has on every side and no card is made of."""

from __future__ import annotations

import re
from typing import Final

_OUTSIDE: Final = re.compile(
    r"^(?:\d+\.?\s*)?(?:agenda|inhoud(?:sopgave)?|programma|planning|overzicht|welkom.*|index|"
    r"vragen\s*\??|contact.*|bedankt.*|dank .*|bronnen|literatuur.*|colofon|disclaimer|voorwoord|"
    r"over (?:ons|mij|de auteur)|pauze|lunch|even voorstellen|wie ben ik\??|kennismak.*|"
    r"doel(?:en)? van vandaag|contents|table of contents|overview|programme|program|schedule|"
    r"welcome.*|(?:any )?questions\s*\??|q ?& ?a|thank.*|references|bibliography|sources|"
    r"about (?:us|me|the author)|preface|break|acknowledge?ments?|copyright.*)[.!: ]*$",
    re.IGNORECASE,
)
_REACHES: Final = re.compile(
    r"\S@\S+\.\w|https?://|www\.|\b(?:tel|telefoon|phone)\b\.?:?\s*[+(\d]|\+\d{2}[\s\d]{8,}|©|"
    r"\(c\) ?\d{4}|\.{4,}|_{3,}|\bISBN\b|all rights reserved|alle rechten voorbehouden",
    re.IGNORECASE,
)
_LETTER: Final = re.compile(r"[^\W\d_]")


def is_outside(heading: str) -> bool:
    """Whether what stands under the heading is about the course, not of it."""
    return _OUTSIDE.match(heading) is not None


def says_nothing(text: str) -> bool:
    """Addresses, lines to fill in, tables of contents, and what has hardly a letter."""
    return _REACHES.search(text) is not None or len(_LETTER.findall(text)) < max(2, len(text) // 3)
