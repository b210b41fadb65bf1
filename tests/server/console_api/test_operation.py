"""How the installation fares, as an admin may know it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from server.store import organisations
from server.store.channel_states import ChannelState
from server.store.imports import Import
from server.store.job_runs import JobRun
from server.store.leader import ClockLease
from server.store.letters import OutgoingLetter
from server.store.outbox import State
from server.store.people import Person
from server.store.reminders import Reminder
from tests.server.firm import Firm
from tests.support.phone import Phone, refused
from tests.support.town import Town

ZERO = {"waiting": 0, "due": 0, "at_work": 0, "oldest_due_at": None}


@pytest.fixture
def noor(town: Town) -> Phone:
    return town.phone(town.noor)


def shown(phone: Phone) -> dict[str, Any]:
    return dict(phone.get("/operation"))


def queue(phone: Phone, name: str) -> dict[str, Any]:
    [found] = [one for one in shown(phone)["queues"] if one.pop("name") == name]
    return dict(found)


def reminder(
    firm: Firm, person: Person, due_at: datetime, state: State = State.PLANNED, **more: Any
) -> Reminder:
    day = due_at.date()
    return firm.add(
        Reminder(
            person_id=person.id, study_day=day, kind=more.pop("kind", "practice"), channels=[],
            reason="window", state=state.value, due_at=due_at,
            expires_at=due_at + timedelta(hours=8), **more,
        )
    )  # fmt: skip


def ran(town: Town, job: str, state: str = "done", detail: str = "", ago_s: int = 5) -> JobRun:
    at = town.world.clock.now() - timedelta(seconds=ago_s)
    ended = None if state == "running" else at
    return town.firm.add(
        JobRun(
            job=job, holder="molen 7", state=state, detail=detail, began_at=at, seen_at=at,
            ended_at=ended,
        )
    )  # fmt: skip


def test_only_admins_see_it(town: Town) -> None:
    for person in (town.fatima, town.daan, town.marit):
        refused(town.phone(person).ask("GET", "/operation"), 403)
    assert shown(town.phone(town.viktor))["whole"] is False


def test_a_new_installation_has_nothing_to_tell(noor: Phone) -> None:
    found = shown(noor)
    assert found["clock"] == {"silent": True, "seen_at": None, "holder": None}
    assert all({**one, "name": ""} == {**ZERO, "name": ""} for one in found["queues"])
    assert (found["jobs"], found["failed"], found["channels"], found["imports"]) == ([], [], [], [])
    assert found["today"] == {
        "states": {}, "delivered": 0, "opened": 0, "latest_s": None,
        "late": [{"more_than_s": 30, "count": 0}, {"more_than_s": 300, "count": 0}],
    }  # fmt: skip


def test_queues_tell_what_waits_and_since_when(town: Town, noor: Phone) -> None:
    now = town.world.clock.now()
    held: dict[str, Any] = {"state": State.CLAIMED, "lease_until": now + timedelta(minutes=1)}
    reminder(town.firm, town.fatima, now + timedelta(hours=1))
    reminder(town.firm, town.noor, now - timedelta(minutes=3))
    reminder(town.firm, town.daan, now - timedelta(minutes=1), **held)
    reminder(town.firm, town.marit, now - timedelta(hours=1), State.SENT)
    assert queue(noor, "reminders") == {
        "waiting": 1, "due": 1, "at_work": 1,
        "oldest_due_at": (now - timedelta(minutes=3)).isoformat().replace("+00:00", "Z"),
    }  # fmt: skip


def test_counts_are_of_the_own_organisation_alone(town: Town, noor: Phone) -> None:
    now = town.world.clock.now()
    reminder(town.elsewhere, town.viktor, now - timedelta(minutes=3))
    town.elsewhere.add(
        OutgoingLetter(
            person_id=town.viktor.id, kind="invitation", values={}, due_at=now,
            expires_at=now + timedelta(days=1),
        )
    )  # fmt: skip
    assert (queue(noor, "reminders"), queue(noor, "letters")) == (ZERO, ZERO)
    assert shown(noor)["today"]["states"] == {}


def test_todays_reminders_by_state_and_how_late(town: Town, noor: Phone) -> None:
    now = town.world.clock.now()

    def sent(person: Person, late_s: int, **more: Any) -> None:
        due_at = now - timedelta(hours=1)
        at = due_at + timedelta(seconds=late_s)
        reminder(town.firm, person, due_at, State.SENT, sent_at=at, **more)

    sent(town.fatima, 4, delivered_at=now, opened_at=now)
    sent(town.daan, 45, delivered_at=now)
    sent(town.noor, 400)
    reminder(town.firm, town.marit, now, State.SKIPPED)
    reminder(town.firm, town.marit, now - timedelta(days=2), State.FAILED)
    today = shown(noor)["today"]
    assert today["states"] == {"sent": 3, "skipped": 1}
    assert (today["delivered"], today["opened"], round(today["latest_s"])) == (2, 1, 400)
    assert [one["count"] for one in today["late"]] == [2, 1]


def test_jobs_are_told_in_words(town: Town, noor: Phone) -> None:
    ran(town, "plan reminders", ago_s=120)
    ran(town, "plan reminders")
    ran(town, "fit models", "running", "2/8", ago_s=90)
    ran(town, "send letter", "failed", "database OperationalError server/jobs/send.py:12")
    found = {one["job"]: one for one in shown(noor)["jobs"]}
    assert found["plan reminders"]["name"] == "Herinneringen inplannen"
    assert found["fit models"]["state"] == "failed"
    assert found["fit models"]["failure"].startswith("Het proces dat eraan werkte")
    assert found["send letter"]["failure"] == "De database gaf geen antwoord."
    assert [one["job"] for one in shown(noor)["failed"]] == ["fit models", "send letter"]


def test_inner_workings_are_told_only_where_there_is_one_organisation(
    town: Town, noor: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = town.world.clock.now()
    town.firm.add(ClockLease(id=1, holder="molen 7", seen_at=now))
    ran(town, "count attendance", "running", "2/8")
    ran(town, "send letter", "failed", "database OperationalError server/jobs/send.py:12")
    among_others = shown(noor)
    assert (among_others["whole"], among_others["clock"]["holder"]) == (False, None)
    assert not any(
        one[key] for one in among_others["jobs"] for key in ("holder", "done", "of", "place")
    )
    monkeypatch.setattr(organisations, "is_alone", lambda _: True)
    found = shown(noor)
    assert (found["whole"], found["clock"]["holder"]) == (True, "molen 7")
    counting, letter = found["jobs"]
    assert (counting["done"], counting["of"], counting["holder"]) == (2, 8, "molen 7")
    assert (letter["raised"], letter["place"]) == ("OperationalError", "server/jobs/send.py:12")


def test_channels_that_are_left_alone(town: Town, noor: Phone) -> None:
    now = town.world.clock.now()
    for channel, since in (("fcm", now), ("mail", None), ("web_push/web.push.apple.com", now)):
        until = since and since + timedelta(minutes=5)
        secret = "https://hooks.example/geheim"
        town.firm.add(
            ChannelState(
                channel=channel, failures=12, open_since=since, open_until=until, reason=secret
            )
        )
    left_alone = [(one["channel"], one["service"]) for one in shown(noor)["channels"]]
    assert left_alone == [("fcm", ""), ("web_push", "web.push.apple.com")]
    assert "geheim" not in str(shown(noor))


def test_a_clock_that_stands_still_is_told(town: Town, noor: Phone) -> None:
    now = town.world.clock.now()
    town.firm.add(ClockLease(id=1, holder="molen 7", seen_at=now))
    assert shown(noor)["clock"]["silent"] is False
    town.world.clock.tick(minutes=3)
    assert shown(town.phone(town.noor))["clock"]["silent"] is True


def test_imports_under_way(town: Town, noor: Phone) -> None:
    card_set = town.firm.card_set()
    rows = {"reading": 1, "queued": 2, "done": 3}
    for state in rows:
        town.firm.add(
            Import(
                card_set_id=card_set.id, person_id=town.daan.id, file_name=f"{state}.csv", size=1,
                sha="0", dry_run=False, partial=False, encoding="", state=state,
                created_at=town.world.clock.now(),
            )
        )  # fmt: skip
    found = shown(noor)["imports"]
    assert [one["file_name"] for one in found] == ["reading.csv", "queued.csv"]
    assert queue(noor, "imports")["due"] == 2
