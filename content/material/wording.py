"""How a card asks for what the material only states.

These are words of cards, as an author would write them, in the language of the material: not what
the screen says about them.
"""

from __future__ import annotations

from typing import Final, Literal

from content.language import Language

Asking = Literal["meaning", "cell", "steps", "points", "all_points"]

_NL: Final[dict[Asking, str]] = {
    "meaning": "Wat betekent “{term}”?",
    "cell": "{head} “{term}”: wat is hier “{asked}”?",
    "steps": "Zet in de goede volgorde: {heading}",
    "points": "Wat zijn de {count} punten bij “{heading}”?",
    "all_points": "Wat onthoud je over “{heading}”?",
}
_EN: Final[dict[Asking, str]] = {
    "meaning": "What does “{term}” mean?",
    "cell": "{head} “{term}”: what is its “{asked}”?",
    "steps": "Put in the right order: {heading}",
    "points": "What are the {count} points under “{heading}”?",
    "all_points": "What do you remember about “{heading}”?",
}
_WORDINGS: Final = {"nl": _NL, "en": _EN}


def asked(what: Asking, language: Language, **values: object) -> str:
    """The prompt."""
    return _WORDINGS[language][what].format(**values)
