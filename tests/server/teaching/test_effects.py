from __future__ import annotations

from typing import Any

import pytest

from scheduler.turns import Effect
from server.teaching.effects import proposed
from tests.support.faces import face

KEPT, NUDGED, NEW = Effect.KEPT, Effect.NUDGED, Effect.NEW


def recall(prompt: str, answer: str, **more: Any) -> dict[str, Any]:
    return {"variant_id": None, **face("recall", prompt, answer=answer), **more}


def choice(*choices: str, correct: int = 0, prompt: str = "Wat doe je eerst?") -> dict[str, Any]:
    made = face("choice", prompt, choices=list(choices), correct=[correct])
    return {"variant_id": None, **made}


def verdict(prompt: str, correct: bool) -> dict[str, Any]:
    return {"variant_id": None, **face("true_false", prompt, correct=correct)}


CASES = [
    ("nothing", recall("Wie bel je?", "De helpdesk"), recall("Wie bel je?", "De helpdesk"), KEPT),
    ("a typing error in the question", recall("Wie bel je bij een inbrraak?", "Politie"),
     recall("Wie bel je bij een inbraak?", "Politie"), KEPT),
    ("a typing error in the answer", recall("Wie bel je?", "De helpdeks"),
     recall("Wie bel je?", "De helpdesk"), KEPT),
    ("a mark", recall("Wie bel je", "De helpdesk"), recall("Wie bel je?", "de helpdesk."), KEPT),
    ("an explanation", recall("Wie bel je?", "112", explanation="Oud"),
     recall("Wie bel je?", "112", explanation="Iets heel anders"), KEPT),
    ("another question", recall("Wie bel je?", "112"),
     recall("Er is brand. Welk nummer kies je?", "112"), NUDGED),
    ("a longer answer", recall("Wie bel je?", "De bedrijfshulpverlener"),
     recall("Wie bel je?", "Eerst de bedrijfshulpverlener"), NUDGED),
    ("another answer", recall("Wie bel je?", "De helpdesk"),
     recall("Wie bel je?", "Je leidinggevende"), NEW),
    ("another number", recall("Hoe lang?", "72 uur"), recall("Hoe lang?", "24 uur"), NEW),
    ("a choice beside the right one", choice("Alarm", "Weglopen"), choice("Alarm", "Blussen"),
     NUDGED),
    ("the order of choices", choice("Alarm", "Weg"), choice("Weg", "Alarm", correct=1), KEPT),
    ("which choice is right", choice("Alarm", "Weglopen"), choice("Alarm", "Weglopen", correct=1),
     NEW),
    ("another verdict", verdict("Een lift mag bij brand.", True),
     verdict("Een lift mag bij brand.", False), NEW),
    ("another statement", verdict("Een lift mag bij brand.", True),
     verdict("Je verzamelt op de parkeerplaats achter het gebouw.", True), NEW),
    ("another kind", recall("Wat doe je eerst?", "Alarm"), choice("Alarm", "Weg"), NUDGED),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "effect"), [one[1:] for one in CASES],
                         ids=[one[0] for one in CASES])  # fmt: skip
def test_what_is_proposed(before: dict[str, Any], after: dict[str, Any], effect: Effect) -> None:
    assert proposed([before], [after]) is effect


def test_another_answer_in_another_wording_nudges_at_most() -> None:
    own = recall("Wie bel je?", "De helpdesk")
    was = recall("Wie helpt je?", "De helpdesk", variant_id=4)
    now = recall("Wie helpt je?", "Niemand", variant_id=4)
    assert proposed([own, was], [own, now]) is NUDGED


def test_a_wording_that_comes_or_goes_keeps_memory() -> None:
    own, other = recall("Wie bel je?", "112"), recall("Wie niet?", "Je oma", variant_id=4)
    assert proposed([own, other], [own]) is KEPT
    assert proposed([own], [own, other]) is KEPT
