"""Daan is told what could be better in a card while he writes it."""

from __future__ import annotations

from tests.server.console_api.uploads import filled_set
from tests.support.faces import FACES
from tests.support.phone import places, refused
from tests.support.town import Town

TWO_AT_ONCE = {**FACES["recall"], "prompt": "Wat meld je, en wanneer meld je dat?"}


def test_daan_is_told_what_is_wrong_and_what_to_do(town: Town) -> None:
    daan = town.phone(town.daan)
    lint = f"/card-sets/{filled_set(daan)}/lint"
    (finding,) = daan.post(lint, {"face": TWO_AT_ONCE})["findings"]
    assert finding == {
        "code": "question-chained",
        "severity": "warning",
        "field": "prompt",
        "variant": None,
        "message": "Met “en wanneer” vraagt deze kaart twee dingen tegelijk.",
        "remedy": "Maak er twee kaarten van, of vraag alleen wat telt.",
        "other": None,
    }


def test_a_finding_names_the_variant_it_is_about(town: Town) -> None:
    daan = town.phone(town.daan)
    lint = f"/card-sets/{filled_set(daan)}/lint"
    given = {"face": FACES["recall"], "variants": [FACES["choice"], TWO_AT_ONCE]}
    assert [one["variant"] for one in daan.post(lint, given)["findings"]] == [1]


def test_a_half_written_card_is_looked_at_as_far_as_it_goes(town: Town) -> None:
    daan = town.phone(town.daan)
    lint = f"/card-sets/{filled_set(daan)}/lint"
    begun = {"kind": "choice", "language": "nl", "prompt": "", "choices": [], "correct": [7]}
    assert daan.post(lint, {"face": begun})["findings"]


def test_what_is_no_face_is_refused_at_its_field(town: Town) -> None:
    daan = town.phone(town.daan)
    lint = f"/card-sets/{filled_set(daan)}/lint"
    wrong = {
        "face.kind": {},
        "face.answer": {**FACES["recall"], "answer": 7},
        "face.prompt": {**FACES["recall"], "prompt": "x" * 2001},
    }
    for where, face in wrong.items():
        answer = daan.ask("POST", lint, json={"face": face})
        assert places(refused(answer, 422)) == [where]
    unfit: list[dict[str, object]] = [
        {},
        {"face": []},
        {"face": {}, "variants": [{}] * 51},
        {"face": {}, "x": 1},
    ]
    for given in unfit:
        refused(daan.ask("POST", lint, json=given), 422)
