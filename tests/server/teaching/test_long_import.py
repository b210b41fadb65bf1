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


def test_a_process_that_breaks_off_is_followed_later_and_the_third_is_the_last(firm: Firm) -> None:
    import_id = claimed(firm)
    moment = NOW
    for attempt, rest in enumerate(long_import.RESTS, start=1):
        long_import.broke_off(firm.db, import_id, attempt, moment)
        assert imports.to_hint(firm.db, moment + rest - SECOND, 10) == []
        moment += rest
        assert imports.to_hint(firm.db, moment, 10) == [import_id]
        assert long_import.begin(firm.db, import_id, moment) == attempt + 1
    assert moment - NOW > timedelta(minutes=1)
    long_import.broke_off(firm.db, import_id, 3, moment)
    assert state(firm, import_id) == State.FAILED
    assert imports.to_hint(firm.db, NOW + timedelta(days=1), 10) == []


def test_a_worker_that_is_lost_along_says_nothing_against_the_file(firm: Firm) -> None:
    import_id = claimed(firm)
    moment = NOW
    for attempt in range(2, long_import.MOST_ATTEMPTS + 1):
        moment += imports.LEASE
        assert long_import.begin(firm.db, import_id, moment) == attempt
    long_import.broke_off(firm.db, import_id, long_import.MOST_ATTEMPTS, moment)
    assert state(firm, import_id) == State.QUEUED


def test_a_file_that_takes_the_machine_along_does_not_do_so_for_ever(firm: Firm) -> None:
    import_id = claimed(firm)
    moments = [NOW + turn * imports.LEASE for turn in range(1, 2 * long_import.MOST_ATTEMPTS)]
    begun = [one for one in moments if long_import.begin(firm.db, import_id, one)]
    assert (len(begun), state(firm, import_id)) == (long_import.MOST_ATTEMPTS - 1, State.FAILED)


def test_trouble_with_the_database_puts_it_off_and_says_nothing_against_the_file(
    firm: Firm,
) -> None:
    import_id = claimed(firm)
    moment = NOW
    for attempt in range(1, 5):
        long_import.put_off(firm.db, import_id, attempt, moment)
        moment += long_import.TROUBLE_RESTS
        assert imports.to_hint(firm.db, moment - SECOND, 10) == []
        assert long_import.begin(firm.db, import_id, moment) == attempt + 1
    long_import.broke_off(firm.db, import_id, 5, moment)
    assert state(firm, import_id) == State.QUEUED


def test_a_worker_that_was_followed_cannot_end_it(firm: Firm) -> None:
    import_id = claimed(firm)
    later = NOW + imports.LEASE
    assert imports.claim(firm.db, import_id, later) == 2
    long_import.broke_off(firm.db, import_id, 1, later)
    assert imports.hold(firm.db, import_id, 2, later)


def state(firm: Firm, import_id: int) -> str:
    return long_import.the_import(firm.db, import_id).state
