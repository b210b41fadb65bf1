"""One card face of each kind, with answers to it: right, partly right, wrong, and no answer."""

from __future__ import annotations

from typing import Any

Face = dict[str, Any]


def face(kind: str, prompt: str, **parts: Any) -> Face:
    """A Dutch face in wire form."""
    shared = {"kind": kind, "language": "nl", "prompt": prompt, "explanation": "Daarom.",
              "source": "Handboek, blz. 3"}  # fmt: skip
    return {**shared, **parts}


FACES: dict[str, Face] = {
    "recall": face("recall", "Wie bel je bij een verdachte mail?", answer="De helpdesk"),
    "choice": face(
        "choice", "Wat doe je eerst?", choices=["Wissen", "Melden", "Openen"], correct=[1]
    ),
    "multiple_choice": face(
        "multiple_choice", "Wat verraadt phishing?",
        choices=["Haast", "Een vreemd adres", "Een logo"], correct=[0, 1],
    ),
    "true_false": face("true_false", "Een bekende afzender is altijd veilig.", correct=False),
    "typed": face("typed", "Hoe heet oplichting per mail?", accepted=["phishing"]),
    "cloze": face(
        "cloze", "Melden binnen {{1}} aan de {{2}}.", gaps=[["72 uur"], ["toezichthouder"]]
    ),
    "order": face("order", "Zet op volgorde.", items=["Stoppen", "Melden", "Verwijderen"]),
    "match": face(
        "match", "Wat hoort bij wat?", left=["Mail", "Sms"], right=["Phishing", "Smishing"]
    ),
}  # fmt: skip

RIGHT: dict[str, Any] = {
    "recall": True, "choice": 1, "multiple_choice": [1, 0], "true_false": False,
    "typed": "Phishing", "cloze": ["72 uur", "toezichthouder"], "order": [0, 1, 2],
    "match": [0, 1],
}  # fmt: skip

PARTLY: dict[str, Any] = {
    "multiple_choice": [0], "cloze": ["72 uur", "helpdesk"], "order": [0, 2, 1],
    "match": [0, 0],
}  # fmt: skip

WRONG: dict[str, Any] = {
    "recall": False, "choice": 0, "multiple_choice": [2], "true_false": True,
    "typed": "vissen", "cloze": ["een week", "baas"], "order": [2, 1, 0], "match": [1, 0],
}  # fmt: skip

NO_ANSWER: dict[str, Any] = {
    "recall": "ja", "choice": 3, "multiple_choice": 1, "true_false": "false", "typed": 7,
    "cloze": ["72 uur"], "order": [0, 0, 1], "match": ["Mail"],
}  # fmt: skip
