"""The note types that a set goes out with, and what stands in the fields of each note.

| kind                                      | note type                              |
|-------------------------------------------|----------------------------------------|
| recall, true_false                        | Basic                                  |
| typed                                     | Basic, type in the answer              |
| cloze                                     | Cloze, all gaps under one number       |
| choice, multiple_choice, order, match     | Choices: what to choose from is shown  |

They bear our own name, so that Anki never takes them for an author's own type of another layout.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from content.answer_text import answer_text
from content.card import Choice, Cloze, Face, Match, MultipleChoice, Order, Typed
from content.exchange.anki.own_media import tags_of
from content.kinds.cloze import GAP

OWN_FIELD: Final = "Beklijf"
"""Always the last field: the whole card, for whoever brings it back; see `own_field`."""

_BELOW: Final = (
    "{{#Explanation}}<div class=explanation>{{Explanation}}</div>{{/Explanation}}"
    "{{#Source}}<div class=source>{{Source}}</div>{{/Source}}"
    f"{{{{#{OWN_FIELD}}}}}{{{{/{OWN_FIELD}}}}}"
)
_IN_GAP: Final = str.maketrans({"{": "&#123;", "}": "&#125;", ":": "&#58;"})
"""What ends a gap in Anki, or parts it from its hint, where it is only text."""


@dataclass(frozen=True)
class OwnType:
    """`id` never changes: Anki knows a type by it. The templates are those of its only card."""

    id: int
    name: str
    fields: tuple[str, ...]
    question: str
    answer: str
    cloze: bool = False


BASIC: Final = OwnType(
    1_793_000_000_001, "Basic (Beklijf)",
    ("Front", "Back", "Explanation", "Source", OWN_FIELD),
    "{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}" + _BELOW,
)  # fmt: skip
TYPED: Final = OwnType(
    1_793_000_000_002, "Basic, type in the answer (Beklijf)",
    ("Front", "Back", "Also right", "Explanation", "Source", OWN_FIELD),
    "{{Front}}<br>{{type:Back}}",
    "{{Front}}<hr id=answer>{{type:Back}}{{#Also right}}<div>{{Also right}}</div>{{/Also right}}"
    + _BELOW,
)  # fmt: skip
CLOZE: Final = OwnType(
    1_793_000_000_003, "Cloze (Beklijf)",
    ("Text", "Back Extra", "Explanation", "Source", OWN_FIELD),
    "{{cloze:Text}}", "{{cloze:Text}}<br>{{Back Extra}}" + _BELOW, cloze=True,
)  # fmt: skip
CHOICES: Final = OwnType(
    1_793_000_000_004, "Choices (Beklijf)",
    ("Front", "Choices", "Back", "Explanation", "Source", OWN_FIELD),
    "{{Front}}<div class=choices>{{Choices}}</div>",
    "{{FrontSide}}<hr id=answer>{{Back}}" + _BELOW,
)  # fmt: skip
OWN_TYPES: Final = (BASIC, TYPED, CLOZE, CHOICES)


def type_of(face: Face) -> OwnType:
    """The note type of a face."""
    match face:
        case Typed():
            return TYPED
        case Cloze():
            return CLOZE
        case Choice() | MultipleChoice() | Order() | Match():
            return CHOICES
        case _:
            return BASIC


def fields_of(face: Face) -> tuple[str, ...]:
    """The HTML of each field of its note, our own last one left out."""
    asked = _text(face.prompt) + tags_of(face, "prompt")
    shown = tags_of(face, "answer")
    below = (_text(face.explanation) + tags_of(face, "explanation"), _text(face.source))
    match face:
        case Typed():
            first, *others = face.accepted
            return (asked, _text(first), _text(" / ".join(others)) + shown, *below)
        case Cloze():
            return (_gapped(face) + tags_of(face, "prompt"), shown, *below)
        case Choice() | MultipleChoice():
            right = _list("ul", (face.choices[index] for index in face.correct))
            return (asked, _list("ul", face.choices), right + shown, *below)
        case Order():
            return (asked, _list("ul", _mixed(face.items)), _list("ol", face.items) + shown, *below)
        case Match():
            sides = _list("ul", face.left) + _list("ul", _mixed(face.right))
            pairs = zip(face.left, face.right, strict=True)
            right = _list("ul", (f"{one} – {other}" for one, other in pairs))
            return (asked, sides, right + shown, *below)
        case _:
            return (asked, _text(answer_text(face)) + shown, *below)


def _gapped(face: Cloze) -> str:
    """The text with the answers in their gaps, all under one number: it is one card."""

    def filled(gap: re.Match[str]) -> str:
        answer = face.gaps[int(gap[1]) - 1][0]
        return f"{{{{c1::{_text(answer).translate(_IN_GAP)}}}}}"

    return GAP.sub(filled, _text(face.prompt))


def _mixed(texts: tuple[str, ...]) -> list[str]:
    """In an order that does not give the right one away, and that is the same every time."""
    mixed = sorted(texts, key=str.casefold)
    return mixed[1:] + mixed[:1] if tuple(mixed) == texts else mixed


def _list(tag: str, texts: Iterable[str]) -> str:
    return f"<{tag}>" + "".join(f"<li>{_text(text)}</li>" for text in texts) + f"</{tag}>"


def _text(text: str) -> str:
    """Plain text as HTML; a bracket might begin a sound or a formula of Anki's."""
    return html.escape(text, quote=False).replace("[", "&#91;").replace("\n", "<br>")
