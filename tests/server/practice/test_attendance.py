"""How regularly Fatima practises is told from the log and from the ledger of reminders."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scheduler.policy.deadline import ATTENDANCES
from server.practice.attendance import count_attendance
from server.store.people import Person
from server.store.reminders import Reminder
from tests.server.firm import NOW, TODAY, Firm, counted
from tests.server.practice.desk import Desk


def decided(firm: Firm, person: Person, reason: str, *days: int, kind: str = "practice") -> None:
    """What the ledger says of the person so many days ago."""
    for ago in days:
        firm.add(
            Reminder(person_id=person.id, study_day=TODAY - timedelta(days=ago), kind=kind,
                     channels=[], reason=reason, state="skipped", due_at=NOW, expires_at=NOW)
        )  # fmt: skip


def practised(desk: Desk, *days: int) -> None:
    desk.record(*(desk.answer(f"{ago} ago", reviewed_at=NOW - timedelta(days=ago))
                  for ago in days))  # fmt: skip


def attendance(desk: Desk) -> float | None:
    count_attendance(desk.firm.db, NOW)
    desk.firm.db.refresh(desk.fatima)
    return desk.fatima.attendance


def test_who_practises_every_other_day_with_cards_due_is_there_half_of_the_time(
    desk: Desk,
) -> None:
    practised(desk, *range(1, 40, 2))
    decided(desk.firm, desk.fatima, "window", *range(1, 41))
    assert attendance(desk) == 0.5


def test_days_without_cards_and_pauses_are_not_missed(desk: Desk) -> None:
    practised(desk, *range(1, 40, 2))
    decided(desk.firm, desk.fatima, "no-cards", *range(2, 30, 2))
    decided(desk.firm, desk.fatima, "paused", *range(30, 41, 2))
    assert attendance(desk) == 1.0


@pytest.mark.parametrize(("kind", "share"), [("help", 0.5), ("check-in", 0.5), ("result", 1.0)])
def test_news_that_comes_without_a_card_is_not_missed_and_other_occasions_are(
    desk: Desk, kind: str, share: float
) -> None:
    practised(desk, *range(1, 40, 2))
    decided(desk.firm, desk.fatima, "window", *range(2, 41, 2), kind=kind)
    assert attendance(desk) == share


def test_days_of_colleagues_are_their_own(desk: Desk) -> None:
    practised(desk, *range(1, 40, 2))
    sara = desk.firm.person("Sara")
    decided(desk.firm, sara, "window", *range(1, 41))
    decided(desk.firm, desk.fatima, "window", *range(1, 41))
    assert attendance(desk) == 0.5
    desk.firm.db.refresh(sara)
    assert sara.attendance == min(ATTENDANCES)


def test_a_weekend_on_which_cards_wait_is_one_on_which_they_are_not_answered(desk: Desk) -> None:
    practised(desk, *(ago for ago in range(1, 57) if ago % 7 > 1))
    decided(desk.firm, desk.fatima, "not-a-working-day", *(a for a in range(1, 57) if a % 7 <= 1))
    assert attendance(desk) == 0.75


@pytest.mark.parametrize("long_ago", [57, 80])
def test_what_was_long_ago_and_today_do_not_count(desk: Desk, long_ago: int) -> None:
    practised(desk, 0, *range(1, 21))
    decided(desk.firm, desk.fatima, "window", *range(long_ago, long_ago + 30))
    assert attendance(desk) == 1.0


def test_a_slow_start_is_no_habit(desk: Desk) -> None:
    decided(desk.firm, desk.fatima, "window", *range(1, 10))
    assert attendance(desk) == 0.75


def test_it_takes_one_statement_to_count_and_one_to_write_whoever_changed(desk: Desk) -> None:
    people = [desk.fatima, *(desk.firm.person(f"Deelnemer{n}") for n in range(5))]
    for person in people:
        decided(desk.firm, person, "window", *range(1, 30))
    with counted(desk.firm.db) as statements:
        count_attendance(desk.firm.db, NOW)
    assert len(statements) == 2
    with counted(desk.firm.db) as statements:
        count_attendance(desk.firm.db, NOW)
    assert len(statements) == 1
