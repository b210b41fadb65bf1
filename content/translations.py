"""Which wordings of a card a learner is asked: a translation is a wording like any other."""

from collections.abc import Mapping, Sequence
from typing import Any


def asked_in(faces: Sequence[Mapping[str, Any]], language: str) -> list[Mapping[str, Any]]:
    """The faces in the learner's language or, where there are none, in the card's own.

    `faces` are in wire form, the card's own first; at least one comes out, in the same order. So
    wordings take turns within a language, and nobody is asked in two of them by turns.
    """
    own = [face for face in faces if face["language"] == language]
    return own or [face for face in faces if face["language"] == faces[0]["language"]]
