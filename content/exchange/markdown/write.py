"""A set in Markdown, as people read and edit it in a text editor.

Topics are headings; a card is its question, what answers it, and a label for each field that is
filled. A list that would not read back the same stands in the label of the choices instead, with
bars between as in a table.

Promised: as CSV. Not held: media, the title of the set, its releases.
"""

import re
from collections.abc import Iterator, Mapping
from typing import IO, Final

from content.card import Choice, Face, Match, MultipleChoice, Order, Recall, Typed
from content.exchange import gaps
from content.exchange.cells import cells_of
from content.exchange.headers import shown
from content.exchange.markdown.read import OUR_OWN
from content.exchange.markdown.signs import escaped, heading
from content.exchange.outgoing import Outgoing
from content.exchange.reading import Draft
from content.language import Language

_ASKS: Final[Mapping[Language, str]] = {"nl": "V", "en": "Q"}
_ANSWERS: Final = "A"
_BESIDE: Final = ("explanation", "source", "tags", "key", "variant_of", "language")
_PARTING: Final = re.compile(r"->|→|\A\[[ xX]\]")


def write(given: Outgoing, out: IO[bytes]) -> None:
    """Writes the file, card by card."""
    out.write(f"{OUR_OWN}\n".encode())
    topic = ""
    for group in given.cards():
        own = group[0]
        if own.topic != topic and _fits_heading(own.topic):
            topic = own.topic
            out.write(f"\n# {topic}\n".encode())
        for draft in group:
            lines = _card(draft, given.labels, under=topic)
            out.write("\n".join(["", *lines, ""]).encode())


def _fits_heading(topic: str) -> bool:
    return heading(f"# {topic}") == (1, topic) and "\n" not in topic


def _card(draft: Draft, labels: Language, *, under: str) -> Iterator[str]:
    cells = cells_of(draft)
    listed = _listed(draft.face)
    yield _field(_ASKS[labels], cells["prompt"])
    yield from listed
    if isinstance(draft.face, Typed):
        yield from (_field(_ANSWERS, text) for text in draft.face.accepted)
    elif cells.get("answer"):
        yield _field(_ANSWERS, cells["answer"])
    elif cells.get("choices") and not listed:
        yield _field(_called("choices", labels), cells["choices"])
    if not isinstance(draft.face, Recall) or gaps.has_gaps(cells["prompt"]):
        yield _field(_called("kind", labels), cells["kind"])
    if draft.variant_of is None and draft.topic != under:
        yield _field(_called("topic", labels), draft.topic)
    for name in _BESIDE:
        if cells[name]:
            yield _field(_called(name, labels), cells[name])


def _listed(face: Face) -> list[str]:
    """The choices, items or pairs as a list; empty where the face has none or they do not fit."""
    match face:
        case Choice() | MultipleChoice():
            texts = [f"- [{'x' if index in face.correct else ' '}] {text}"
                     for index, text in enumerate(face.choices)]  # fmt: skip
        case Order():
            texts = [f"{place}. {text}" for place, text in enumerate(face.items, start=1)]
        case Match() if not any(_PARTING.search(text) for text in face.left):
            pairs = zip(face.left, face.right, strict=True)
            texts = [f"- {left} -> {right}" for left, right in pairs]
        case _:
            texts = []
    return [] if any("\n" in text for text in texts) else texts


def _field(name: str, text: str) -> str:
    first, *others = text.split("\n")
    return "\n".join([f"{name}: {first}" if first else f"{name}:", *map(escaped, others)])


def _called(field: str, labels: Language) -> str:
    return shown(field, labels).replace("_", " ").capitalize()
