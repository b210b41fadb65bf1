"""Two people at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from sqlalchemy.orm import Session

from content.exchange.read import read_any
from server.store import campaigns, card_sets, people, scope
from server.teaching.enrol import Newcomer, enrol
from server.teaching.import_set import import_set
from tests.server.firm import NOW, TODAY, found, session_on

T = TypeVar("T")
FILE = b"vraag;antwoord\nWie bel je?;De helpdesk\nWanneer?;Meteen\n"


def both(url: str, organisation_id: int, use: Callable[[Session], T]) -> list[T]:
    """What the use case gives two people, each with a connection of their own."""
    ready = Barrier(2)

    def one() -> T:
        with session_on(url) as db:
            scope.work_for(db, organisation_id)
            ready.wait()
            done = use(db)
            db.commit()
            return done

    with ThreadPoolExecutor(2) as pool:
        return [future.result() for future in [pool.submit(one), pool.submit(one)]]


def test_the_same_file_makes_its_cards_once(database_url: str) -> None:
    with session_on(database_url) as db:
        firm = found(db)
        set_id = firm.card_set().id
        db.commit()
    reading = read_any("set.csv", FILE, language="nl")

    reports = both(
        database_url, firm.organisation.id,
        lambda db: import_set(db, set_id, reading, NOW, partial=False, dry_run=False),
    )  # fmt: skip

    assert sorted((report.created, report.unchanged) for report in reports) == [(0, 2), (2, 0)]
    with session_on(database_url) as db:
        scope.work_for(db, firm.organisation.id)
        assert card_sets.card_counts(db, [set_id]) == {set_id: 2}


def test_the_same_new_address_makes_one_account(database_url: str) -> None:
    with session_on(database_url) as db:
        firm = found(db)
        campaign_id = firm.campaign(firm.card_set(), starts_on=TODAY).id
        db.commit()
    sam = [Newcomer("sam@molenwerk.example")]

    done = both(
        database_url, firm.organisation.id,
        lambda db: enrol(db, campaign_id, sam, NOW, lambda made: {one.id: "" for one in made}),
    )  # fmt: skip

    assert sorted((one.enrolled, one.already) for one in done) == [(0, 1), (1, 0)]
    with session_on(database_url) as db:
        scope.work_for(db, firm.organisation.id)
        assert len(people.by_emails(db, ["sam@molenwerk.example"])) == 1
        assert len(campaigns.enrolled_ids(db, campaign_id)) == 1
