"""An import whose worker died: when the next may try, and when it is over."""

from __future__ import annotations

from datetime import timedelta

from server.store import imports
from server.store.imports import Import, State
from server.teaching import long_import
from tests.server.firm import NOW, Firm

SECOND = timedelta(seconds=1)


def claimed(firm: Firm) -> int:
    """An import that a worker has for the first time."""
    import_id = firm.add(
        Import(
            card_set_id=firm.card_set().id, person_id=firm.daan.id, file_name="set.csv", size=9,
            sha="x", dry_run=False, partial=False, encoding="", created_at=NOW,
        )
    ).id  # fmt: skip
    assert imports.claim(firm.db, import_id, NOW) == 1
    return import_id


def test_trouble_of_a_minute_does_not_take_all_attempts(firm: Firm) -> None:
    import_id = claimed(firm)
    moment = NOW
    for attempt, rest in enumerate(long_import.RESTS, start=1):
        assert long_import.give_up(firm.db, import_id, attempt, moment) is None
        assert imports.to_hint(firm.db, moment + rest - SECOND, 10) == []
        moment += rest
        assert imports.to_hint(firm.db, moment, 10) == [import_id]
        assert imports.claim(firm.db, import_id, moment) == attempt + 1
    assert moment - NOW > timedelta(minutes=1)


def test_the_last_death_is_the_end_of_it(firm: Firm) -> None:
    import_id = claimed(firm)
    for before in range(1, 3):
        assert imports.claim(firm.db, import_id, NOW + before * imports.LEASE) == before + 1
    assert long_import.give_up(firm.db, import_id, 3, NOW) is State.FAILED
    assert imports.to_hint(firm.db, NOW + timedelta(days=1), 10) == []


def test_a_worker_that_was_followed_cannot_end_it(firm: Firm) -> None:
    import_id = claimed(firm)
    later = NOW + imports.LEASE
    assert imports.claim(firm.db, import_id, later) == 2
    assert long_import.give_up(firm.db, import_id, 1, later) is None
    assert imports.hold(firm.db, import_id, 2, later)
