"""From the ledger to the phone through the real client libraries, and on when one fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from flask import Flask

from server.adapters import real
from server.jobs.plan import plan_reminders
from server.jobs.send import send_reminders
from server.jobs.sweep import sweep_due
from server.jobs.worker import Hints
from server.ports import Things
from server.store import scope
from server.store.devices import Device
from server.store.people import Person
from tests.fakes.clock import SetClock
from tests.server.firm import Firm
from tests.server.jobs.look import states
from tests.server.reminding import scene
from tests.servers.mail import Mailbox
from tests.standins import fcm, teams
from tests.standins.fcm import Fcm
from tests.standins.http import Answer
from tests.standins.slack import Slack
from tests.standins.teams import Teams
from tests.standins.web_push import WebPush

pytestmark = pytest.mark.servers


@pytest.fixture
def clock() -> SetClock:
    return SetClock(scene.MORNING)


@pytest.fixture
def app(
    make_app: Callable[[Things], Flask],
    clock: SetClock,
    google: Fcm,
    mailbox: Mailbox,
    tmp_path: Path,
) -> Flask:
    settings = replace(
        scene.SETTINGS,
        data_dir=tmp_path,
        fcm_credentials=google.credentials(tmp_path),
        fcm_url=google.url,
        smtp_url=mailbox.url,
        web_push_to_loopback=1,
        webhooks_to_loopback=1,
    )
    return make_app(replace(real.things(settings), clock=clock))


@pytest.fixture
def browser(fatima: Firm, browsers: WebPush) -> None:
    """Fatima's browser, besides her phone."""
    person = fatima.db.query(Person).filter_by(name="Fatima").one()
    device = scene.phone(fatima, person, "browser", "web_push")
    device.address = browsers.subscription("browser")
    fatima.db.commit()


def remind(app: Flask, clock: SetClock) -> None:
    """Plans, and at nine sends."""
    plan_reminders(app)
    clock.set(scene.NINE)
    send_what_is_due(app)


def send_what_is_due(app: Flask) -> None:
    due: list[None] = []
    hint = cast("list[int]", []).append
    batch = partial(due.append, None)
    sweep_due(app, Hints(reminders=batch, letter=hint, upload=hint, index=hint, fit=hint))
    for _ in due:
        send_reminders(app)


@pytest.mark.usefixtures("browser")
def test_the_phone_comes_first_and_alone(
    app: Flask, clock: SetClock, google: Fcm, browsers: WebPush, mailbox: Mailbox
) -> None:
    remind(app, clock)
    assert [message["token"] for message in google.messages] == ["phone"]
    assert (browsers.received, mailbox.mails) == ([], [])


@pytest.mark.usefixtures("browser")
def test_a_phone_without_the_app_is_forgotten_and_the_browser_shows_it(
    app: Flask, clock: SetClock, google: Fcm, browsers: WebPush, fatima: Firm
) -> None:
    google.answers["phone"] = fcm.error("UNREGISTERED")
    remind(app, clock)
    assert [one.payload["url"] for one in browsers.received] == ["/app/#/start"]
    fatima.db.rollback()
    scope.work_for(fatima.db, fatima.organisation.id)
    assert [device.channel for device in fatima.db.query(Device)] == ["web_push"]


@pytest.mark.usefixtures("browser")
def test_mail_comes_when_neither_is_there_any_more(
    app: Flask,
    clock: SetClock,
    google: Fcm,
    browsers: WebPush,
    mailbox: Mailbox,
) -> None:
    google.answers["phone"] = fcm.error("UNREGISTERED")
    browsers.answers["browser"] = Answer(410)
    remind(app, clock)
    [mail] = mailbox.mails
    assert mail["Subject"] == "Je oefening staat klaar"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.usefixtures("fatima")
def test_a_busy_google_is_obeyed(
    app: Flask, clock: SetClock, google: Fcm, mailbox: Mailbox, database_url: str
) -> None:
    google.answers["phone"] = fcm.error("QUOTA_EXCEEDED", retry_after="900")
    remind(app, clock)
    assert states(database_url) == {"planned": 1}
    google.answers.clear()
    for minutes, reached in ((14, 0), (5, 1)):
        clock.tick(minutes=minutes)
        send_what_is_due(app)
        assert len(google.messages) == reached
    assert mailbox.mails == []


def at_a_desk(fatima: Firm, **webhooks: str) -> None:
    """Fatima has no phone there, and asked to hear through these."""
    person = fatima.db.query(Person).filter_by(name="Fatima").one()
    fatima.db.query(Device).delete()
    for channel, url in webhooks.items():
        scene.phone(fatima, person, url, channel).address = {"url": url}
    person.channels = [*webhooks, "mail"]
    fatima.db.commit()


def test_at_a_desk_teams_says_it_and_says_it_alone(
    app: Flask, clock: SetClock, fatima: Firm, workflows: Teams, workspace: Slack
) -> None:
    at_a_desk(fatima, slack=workspace.webhook("fatima"), teams=workflows.webhook("fatima"))
    remind(app, clock)
    [(_, card)] = workflows.posted
    assert card["actions"][0]["url"].endswith("/app/#/start")
    assert "Fatima" not in str(card)
    assert workspace.posted == []


def test_a_workflow_that_is_gone_is_forgotten_and_slack_says_it(
    app: Flask, clock: SetClock, fatima: Firm, workflows: Teams, workspace: Slack
) -> None:
    workflows.answers["fatima"] = teams.error("WorkflowNotFound")
    at_a_desk(fatima, slack=workspace.webhook("fatima"), teams=workflows.webhook("fatima"))
    remind(app, clock)
    [(_, message)] = workspace.posted
    assert "Oefenen" in message["blocks"][0]["text"]["text"]
    fatima.db.rollback()
    scope.work_for(fatima.db, fatima.organisation.id)
    assert [device.channel for device in fatima.db.query(Device)] == ["slack"]
