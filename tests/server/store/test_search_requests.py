"""Questions that a whole firm asks."""

from __future__ import annotations

from uuid import uuid4

import pytest

from server.store import search_requests
from server.store.search_requests import MOST_NOTES
from server.teaching import answer_requests
from server.teaching.refusal import NotThere
from tests.server.firm import NOW, Firm


def test_of_many_who_ask_the_same_some_notes_are_shown(firm: Firm) -> None:
    _ask(firm, "Wat is quishing?", people=MOST_NOTES + 3)
    _ask(firm, "Wie is de FG?", people=1, note="")
    many, one = search_requests.open_requests(firm.db, limit=5)
    assert (many.question, many.people) == ("Wat is quishing?", MOST_NOTES + 3)
    assert many.notes == [f"Poster {number}" for number in range(MOST_NOTES)]
    assert (one.question, one.notes) == ("Wie is de FG?", [])


def test_who_answers_after_somebody_else_is_told_so(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    _ask(firm, "Wat is quishing?", people=1)
    (asked,) = search_requests.open_requests(firm.db, limit=5)
    words = search_requests.open_words(firm.db, asked.id)
    answer_requests.answer(firm.db, firm.daan, asked.id, "Met een QR-code", NOW)
    # Both looked before either answered.
    monkeypatch.setattr(search_requests, "open_words", lambda *_: words)
    with pytest.raises(NotThere):
        answer_requests.answer(firm.db, firm.daan, asked.id, "Iets anders", NOW)


def _ask(firm: Firm, question: str, *, people: int, note: str = "Poster {}") -> None:
    for number in range(people):
        person = firm.person(f"Fatima{number}{len(question)}", organisation=firm.organisation)
        search_requests.add(
            firm.db, uuid=uuid4(), person_id=person.id, question=question,
            words=question.lower(), note=note.format(number), asked_at=NOW,
        )  # fmt: skip
