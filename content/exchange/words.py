"""What trainers write for a kind, a language, and true or false."""

from typing import Final

from content.language import Language
from content.likeness import fold

INFERRED: Final = "inferred"
"""Named, but only to the point that the choices say the rest: one right or several."""

_KINDS: Final = {
    "recall": "recall, ophalen, herinneren, flashcard, open",
    "choice": "choice, keuze, single choice, één keuze",
    "multiple_choice": "multiple_choice, meerdere keuzes, meerdere antwoorden, multiple response",
    INFERRED: "multiple choice, meerkeuze, meerkeuzevraag, mc",
    "true_false": "true_false, true false, true/false, waar_onwaar, waar onwaar, waar/onwaar, "
    "juist/onjuist, stelling",
    "typed": "typed, typen, getypt, short answer, kort antwoord, invulvraag",
    "cloze": "cloze, gatentekst, invultekst, fill in the blanks",
    "order": "order, volgorde, ordering, sequence",
    "match": "match, koppelen, combineren, matching, koppelvraag",
}
_KIND_OF: Final = {fold(name): kind for kind, names in _KINDS.items() for name in names.split(", ")}

_LANGUAGE_OF: Final[dict[str, Language]] = {
    "nl": "nl", "nederlands": "nl", "dutch": "nl", "nl-nl": "nl", "nl-be": "nl",
    "en": "en", "engels": "en", "english": "en", "en-gb": "en", "en-us": "en",
}  # fmt: skip

_TRUE: Final = frozenset(["waar", "true", "ja", "yes", "juist", "goed", "correct", "right"])
_FALSE: Final = frozenset(["onwaar", "false", "nee", "no", "onjuist", "fout", "incorrect", "wrong"])


def kind_called(name: str) -> str | None:
    """A kind of card, `INFERRED`, or None for an unknown name."""
    return _KIND_OF.get(fold(name))


def language_called(name: str) -> Language | None:
    return _LANGUAGE_OF.get(fold(name).replace("_", "-"))


def truth_called(word: str) -> bool | None:
    folded = fold(word).rstrip(".!")
    return True if folded in _TRUE else False if folded in _FALSE else None
