"""Who gets an import, and who keeps it."""

from __future__ import annotations

from datetime import timedelta

from server.store import imports
from server.store.card_sets import CardSet
from server.store.imports import Import, State
from tests.server.firm import NOW, Firm

LATER = NOW + imports.LEASE + timedelta(seconds=1)


def waiting(firm: Firm, card_set: CardSet) -> int:
    """An import in the queue."""
    return firm.add(
        Import(
            card_set_id=card_set.id, person_id=firm.daan.id, file_name="set.csv", size=9, sha="x",
            dry_run=False, partial=False, encoding="", created_at=NOW,
        )
    ).id  # fmt: skip


def test_one_worker_gets_it(firm: Firm) -> None:
    import_id = waiting(firm, firm.card_set())
    assert [imports.claim(firm.db, import_id, NOW) for _ in range(2)] == [1, None]


def test_another_gets_it_when_the_first_fell_silent(firm: Firm) -> None:
    import_id = waiting(firm, firm.card_set())
    imports.claim(firm.db, import_id, NOW)
    assert imports.to_hint(firm.db, NOW, 10) == []
    assert imports.to_hint(firm.db, LATER, 10) == [import_id]
    assert imports.claim(firm.db, import_id, LATER) == 2


def test_the_first_may_not_finish_then(firm: Firm) -> None:
    import_id = waiting(firm, firm.card_set())
    imports.claim(firm.db, import_id, NOW)
    imports.claim(firm.db, import_id, LATER)
    assert not imports.close(firm.db, import_id, 1, State.DONE, LATER)
    assert not imports.hold(firm.db, import_id, 1, LATER)
    assert imports.close(firm.db, import_id, 2, State.DONE, LATER)


def test_a_worker_that_shows_life_keeps_it(firm: Firm) -> None:
    import_id = waiting(firm, firm.card_set())
    imports.claim(firm.db, import_id, NOW)
    assert imports.hold(firm.db, import_id, 1, LATER - timedelta(seconds=5))
    assert imports.claim(firm.db, import_id, LATER) is None


def test_two_into_one_set_wait_for_each_other_and_say_so(firm: Firm) -> None:
    card_set = firm.card_set()
    first, second = waiting(firm, card_set), waiting(firm, card_set)
    elsewhere = waiting(firm, firm.card_set("Anders"))
    assert imports.claim(firm.db, first, NOW) == 1
    assert imports.claim(firm.db, second, NOW) is None
    assert imports.claim(firm.db, elsewhere, NOW) == 1
    assert imports.in_front_of(firm.db, firm.db.get_one(Import, second)) == firm.daan
    imports.close(firm.db, first, 1, State.DONE, NOW)
    assert imports.claim(firm.db, second, NOW) == 1


def test_what_was_called_off_belongs_to_nobody(firm: Firm) -> None:
    import_id = waiting(firm, firm.card_set())
    imports.claim(firm.db, import_id, NOW)
    assert imports.cancel(firm.db, import_id, NOW)
    assert not imports.hold(firm.db, import_id, 1, NOW)
    assert imports.claim(firm.db, import_id, LATER) is None
    assert not imports.cancel(firm.db, import_id, NOW)


def test_a_hint_that_got_lost_comes_again(firm: Firm) -> None:
    import_id = waiting(firm, firm.card_set())
    assert imports.to_hint(firm.db, NOW, 10) == [import_id]
    assert imports.to_hint(firm.db, NOW, 10) == []
    assert imports.to_hint(firm.db, NOW + imports.HINTED, 10) == [import_id]
