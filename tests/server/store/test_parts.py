"""More ids than one statement takes: PostgreSQL refuses a list of 65 536 of them."""

from __future__ import annotations

import pytest

from server.store import media_uses, parts, resembling
from server.store.parts import in_parts
from tests.server.firm import Firm


@pytest.fixture(autouse=True)
def _few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "AT_ONCE", 2)


def test_parts_hold_everything_once_and_never_too_much() -> None:
    assert list(in_parts(range(5))) == [[0, 1], [2, 3], [4]]
    assert list(in_parts([])) == []


def test_what_is_asked_in_parts_is_answered_whole(firm: Firm) -> None:
    files = [f"{number:064x}" for number in range(5)]
    assert list(media_uses.without_row(firm.db, files)) == files
    card_set = firm.card_set()
    ids = {firm.card(card_set, str(number)).id for number in range(5)}
    assert {one.card_id for one in resembling.of_ids(firm.db, ids)} == ids
