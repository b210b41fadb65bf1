"""The jobs one after the other, as clock and workers run them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

import pytest
from flask import Flask
from prometheus_client import REGISTRY

from server.jobs import judge as judging_job
from server.jobs.clean_up import DECISIONS_KEPT, KEPT, clean_up
from server.jobs.plan import plan_reminders
from server.jobs.runner import unit_of_work
from server.jobs.send import send_letter, send_reminders
from server.jobs.sweep import sweep_due
from server.jobs.worker import Hints
from server.reminding import judge as judging
from server.reminding import plan_reminders as planning
from server.store import channel_states, outbox, scope
from server.store.channel_states import ChannelState
from server.store.letters import OutgoingLetter
from server.store.people import Person
from server.store.reminders import Reminder
from tests.fakes.world import World
from tests.server.firm import Firm
from tests.server.jobs.look import states
from tests.server.reminding import scene


@dataclass
class KeptHints:
    """Hints that nobody follows yet."""

    batches: list[None] = field(default_factory=list)
    letters: list[int] = field(default_factory=list)
    uploads: list[int] = field(default_factory=list)
    to_index: list[int] = field(default_factory=list)
    fits: list[int] = field(default_factory=list)

    @property
    def hints(self) -> Hints:
        return Hints(
            reminders=partial(self.batches.append, None),
            letter=self.letters.append,
            upload=self.uploads.append,
            index=self.to_index.append,
            fit=self.fits.append,
        )


@pytest.fixture
def kept() -> KeptHints:
    return KeptHints()


@pytest.mark.usefixtures("fatima")
def test_from_plan_to_phone(app: Flask, world: World, kept: KeptHints, database_url: str) -> None:
    plan_reminders(app)
    sweep_due(app, kept.hints)
    assert not kept.batches  # not due yet
    world.clock.set(scene.NINE)
    sweep_due(app, kept.hints)
    for _ in kept.batches:
        send_reminders(app)
    assert [push.address["token"] for push in world.fcm.sent] == ["phone"]
    assert states(database_url) == {"sent": 1}


def test_everybody_is_decided_about_page_by_page(
    app: Flask, learners: int, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planning, "PAGE", 5)
    plan_reminders(app)
    assert states(database_url) == {"planned": learners}


def test_everybodys_answers_are_judged_page_by_page(
    app: Flask, learners: int, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan_reminders(app)
    world.clock.set(scene.NINE)
    send_reminders(app)
    world.clock.tick(hours=3)
    for module in (judging, judging_job):
        monkeypatch.setattr(module, "PAGE", 5)
    judging_job.judge_reminders(app)
    with unit_of_work(app) as session, scope.across_organisations(session):
        assert session.query(Reminder.judged_at).all() == [(world.clock.now(),)] * learners


@pytest.mark.usefixtures("fatima")
def test_a_hint_that_is_lost_comes_again(app: Flask, world: World, kept: KeptHints) -> None:
    plan_reminders(app)
    world.clock.set(scene.NINE)
    sweep_due(app, kept.hints)
    sweep_due(app, kept.hints)
    assert len(kept.batches) == 1
    world.clock.tick(seconds=outbox.HINTED.total_seconds())
    sweep_due(app, kept.hints)
    assert len(kept.batches) == 2


@pytest.mark.usefixtures("fatima")
def test_a_worker_killed_before_it_could_say_sent_is_repeated_once_under_the_same_tag(
    app: Flask, world: World, kept: KeptHints, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan_reminders(app)
    world.clock.set(scene.NINE)
    sweep_due(app, kept.hints)

    def killed(*_args: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr("server.jobs.send.settle", killed)
        with pytest.raises(SystemExit):
            send_reminders(app)
    for _ in range(200):
        world.clock.tick(seconds=2)
        sweep_due(app, kept.hints)
        send_reminders(app)
    assert len(world.fcm.sent) == 2
    assert len({push.notice.tag for push in world.fcm.sent}) == 1


def test_a_letter_goes_out_and_counts(
    app: Flask, world: World, kept: KeptHints, fatima: Firm, database_url: str
) -> None:
    before = _counted("letter", "sent")
    person = fatima.db.query(Person).filter_by(name="Fatima").one()
    fatima.add(
        OutgoingLetter(
            person_id=person.id, kind="forgotten", values={"link": "https://practice.example/x"},
            due_at=scene.MORNING, expires_at=scene.NINE,
        )
    )  # fmt: skip
    fatima.db.commit()
    sweep_due(app, kept.hints)
    for _ in range(2):
        send_letter(app, kept.letters[0])
    assert len(world.mailer.sent) == 1
    assert states(database_url, "outgoing_letters") == {"sent": 1}
    assert _counted("letter", "sent") == before + 1


def _counted(message: str, state: str) -> float:
    labels = {"message": message, "state": state}
    return REGISTRY.get_sample_value("beklijf_messages_total", labels) or 0.0


def _spent(firm: Firm, state: str, ended_days_ago: int) -> None:
    person = firm.db.query(Person).filter_by(name="Fatima").one()
    ended = scene.MORNING - timedelta(days=ended_days_ago)
    firm.add(
        Reminder(
            person_id=person.id, study_day=ended.date(), kind="practice", state=state, channels=[],
            reason="done", due_at=ended, expires_at=ended,
        )
    )  # fmt: skip


def test_decisions_that_served_are_forgotten_and_what_was_sent_is_kept(
    app: Flask, fatima: Firm, database_url: str
) -> None:
    _spent(fatima, "skipped", DECISIONS_KEPT.days + 1)
    _spent(fatima, "skipped", DECISIONS_KEPT.days - 1)
    _spent(fatima, "sent", KEPT.days + 2)
    fatima.db.commit()
    clean_up(app)
    assert states(database_url) == {"skipped": 1, "sent": 1}


def test_a_channel_that_nobody_uses_any_more_is_not_down_for_ever(app: Flask, fatima: Firm) -> None:
    for channel, hours in (("slack", 25), ("fcm", 1), ("mail", -1)):
        until = scene.MORNING - timedelta(hours=hours)
        since = until - timedelta(hours=5)
        fatima.add(
            ChannelState(channel=channel, failures=9, open_since=since, open_until=until, reason="")
        )
    fatima.db.commit()
    clean_up(app)
    assert [one.channel for one in channel_states.open_ones(fatima.db)] == ["fcm", "mail"]


@pytest.mark.parametrize("fault", [RuntimeError, KeyboardInterrupt])
def test_a_unit_of_work_that_fails_leaves_nothing_behind(
    app: Flask, fatima: Firm, database_url: str, fault: type[BaseException]
) -> None:
    def work() -> None:
        with unit_of_work(app) as session:
            session.info["organisation_id"] = fatima.organisation.id
            row = session.query(Person).filter_by(name="Fatima").one()
            row.name = "Somebody"
            session.flush()
            raise fault

    _raises(fault, work)
    fatima.db.expire_all()
    assert fatima.db.query(Person).filter_by(name="Fatima").count() == 1
    assert states(database_url) == {}


def _raises(fault: type[BaseException], work: Callable[[], None]) -> None:
    with pytest.raises(fault):
        work()
