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


def shows(*pictures: tuple[str, str], alt: str = "Een bord") -> dict[str, Any]:
    """A card with these pictures, each a letter and its place."""
    media = [
        {"file": name * 64, "type": "image/png", "place": place, "alt": alt, "bytes": 9}
        for name, place in pictures
    ]
    return recall("Wat betekent dit bord?", "Verboden te roken", media=media)


ONE, OTHER = ("a", "prompt"), ("b", "prompt")

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
    ("a picture that went", shows(ONE), shows(), NUDGED),
    ("a picture that made place for another", shows(ONE), shows(OTHER), NUDGED),
    ("a picture of the answer that went", shows(("a", "answer")), shows(), NUDGED),
    ("a picture that moved to the answer", shows(ONE), shows(("a", "answer")), NUDGED),
    ("a picture that came along", shows(ONE), shows(OTHER, ONE), KEPT),
    ("a picture of the explanation", shows(ONE, ("b", "explanation")), shows(ONE), KEPT),
    ("the words with a picture", shows(ONE), shows(ONE, alt="Een sigaret met een streep"), KEPT),
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


def test_a_picture_that_went_does_not_soften_another_answer() -> None:
    then = recall("Wat is dit?", "Een brandblusser", media=shows(ONE)["media"])
    assert proposed([then], [recall("Wat is dit?", "De nooduitgang")]) is NEW


def test_a_picture_that_went_from_another_wording_nudges() -> None:
    own = recall("Wie bel je?", "112")
    then, now = ({**shows(*all_of), "variant_id": 4} for all_of in ([ONE], []))
    assert proposed([own, then], [own, now]) is NUDGED
