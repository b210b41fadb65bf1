"""The whole line: a course becomes practice on a phone, a figure, and one reminder."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize, expect
from sqlalchemy import create_engine, text

from server import texts
from server.people import passwords
from tests.journeys import workbook
from tests.journeys.colleague import PASSWORD, practise
from tests.journeys.console_app import ConsoleApp
from tests.journeys.phone_app import PhoneApp
from tests.journeys.watch import watched
from tests.journeys.works import Works
from tests.server.firm import found, session_on
from tests.servers.chromium import PHONE
from tests.servers.mail import Mailbox
from tests.servers.postgres import Cluster
from tests.servers.waiting import until
from tests.standins.web_push import WebPush, web_push

pytestmark = [pytest.mark.browser, pytest.mark.servers, pytest.mark.postgres]

# Fatima works in another zone than her firm, so that a reminder by the firm's clock would show.
ZONE = ZoneInfo("America/Paramaribo")
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=ZONE)
LAPTOP: ViewportSize = {"width": 1280, "height": 800}
FATIMA = "fatima@molenwerk.example"
COLLEAGUES = {"Anneke": 3, "Bram": 5, "Chen": 7, "Dilan": 10}


@dataclass
class Stage:
    """Everything that runs, and what it sends out."""

    works: Works
    database: str
    mailbox: Mailbox
    push: WebPush

    def invitation_of(self, email: str) -> str:
        """The link in the invitation that this person got by mail."""
        (mail,) = until(lambda: self.mailbox.to(email))
        body = mail.get_body(("plain",))
        assert body is not None
        (link,) = re.findall(r"http\S+welcome\?token=\S+", body.get_content())
        return str(link)

    def rows(self, statement: str, **values: object) -> list[tuple[Any, ...]]:
        engine = create_engine(self.database)
        with engine.connect() as connection:
            found = [tuple(row) for row in connection.execute(text(statement), values)]
        engine.dispose()
        return found


@pytest.fixture
def stage(
    postgres_cluster: Cluster,
    postgres_template: str,
    redis_url: str,
    mailbox: Mailbox,
    tmp_path: Path,
) -> Iterator[Stage]:
    database = postgres_cluster.create("journey", postgres_template)
    with session_on(database) as db:
        firm = found(db)
        firm.daan.password_hash = passwords.hashed(PASSWORD)
        firm.person("Noor", "admin", password_hash=firm.daan.password_hash)
        db.commit()
    settings = {
        "BEKLIJF_DATABASE_URL": database,
        "BEKLIJF_BROKER_URL": redis_url,
        "BEKLIJF_SMTP_URL": mailbox.url,
        "BEKLIJF_WEB_PUSH_TO_LOOPBACK": "1",
    }
    works = Works(tmp_path, settings, TUESDAY)
    with web_push() as push:
        works.serve()
        works.start("clock", 2)
        works.start("work", 2)
        yield Stage(works, database, mailbox, push)
        works.stop()


@pytest.fixture
def context_at(browser: Browser, stage: Stage) -> Iterator[Callable[..., BrowserContext]]:
    """`context_at(**options)`: a browser of somebody's own that believes it is Tuesday."""
    with contextlib.ExitStack() as kept:

        def make(**options: Any) -> BrowserContext:
            context = kept.enter_context(
                contextlib.closing(browser.new_context(locale="nl-NL", **options))
            )
            context.clock.install(time=stage.works.clock.now())
            kept.enter_context(watched(context, stage.works.url))
            return context

        yield make


def test_a_course_becomes_practice_a_figure_and_one_reminder(
    stage: Stage, context_at: Callable[..., BrowserContext]
) -> None:
    console = ConsoleApp(context_at(viewport=LAPTOP).new_page(), stage.works.url)
    daan_brings_his_course_to_people(console)
    pocket = context_at(viewport=PHONE, has_touch=True, is_mobile=True, timezone_id=str(ZONE))
    fatima_practises_on_the_train(stage, pocket)
    assert stage.rows(STANDING, email=FATIMA) == [(14,)]
    for name, count in COLLEAGUES.items():
        token = stage.invitation_of(f"{name.lower()}@molenwerk.example").partition("token=")[2]
        practise(stage.works.url, token, stage.works.clock.now(), count)
    noor_sees_every_answer(ConsoleApp(context_at(viewport=LAPTOP).new_page(), stage.works.url))
    a_reminder_comes_once_at_nine(stage, pocket)


STANDING = """
    SELECT count(*) FROM reviews JOIN people ON people.id = reviews.person_id
    WHERE email = :email AND (person_id, reviews.id) NOT IN
        (SELECT person_id, review_id FROM take_backs)
"""
REMINDERS = """
    SELECT state, due_at FROM reminders JOIN people ON people.id = reminders.person_id
    WHERE email = :email AND study_day = :day
"""


def daan_brings_his_course_to_people(console: ConsoleApp) -> None:
    console.sign_in("daan@molenwerk.example", PASSWORD)
    console.make_set("Veilig op hoogte")
    console.choose(workbook.workbook(mended=False))
    assert console.problems() == [
        [f"Rij {workbook.WITHOUT_STAR}, kolom keuzes", texts.text("import-none-right", "nl")],
        [f"Rij {workbook.WITHOUT_PROMPT}, kolom vraag", texts.text("import-missing", "nl")],
    ]
    console.choose(workbook.workbook(mended=True))
    console.button(f"Sla {workbook.ROWS} kaarten op").click()
    expect(console.heading("Opgeslagen in de set")).to_be_visible()
    console.release()
    console.make_campaign("Veilig op hoogte", "Werken op hoogte")
    console.invite(column_of_addresses(), 1 + len(COLLEAGUES))


def column_of_addresses() -> str:
    others = [f"{name} <{name.lower()}@molenwerk.example>" for name in COLLEAGUES]
    return "\n".join([f"Fatima\t{FATIMA}", *others])


def fatima_practises_on_the_train(stage: Stage, pocket: BrowserContext) -> None:
    app = PhoneApp(pocket.new_page())
    app.accept(stage.invitation_of(FATIMA), PASSWORD)
    app.works_offline()
    app.start()
    for number in range(10):
        app.answer()
        expect(app.progress(number + 1, 10).or_(app.heading("Klaar"))).to_be_visible()
        app.go_on()
    expect(app.heading("Klaar voor vandaag")).to_be_visible()
    until(lambda: stage.rows(STANDING, email=FATIMA) == [(10,)])
    app.has_sent_everything()
    pocket.set_offline(True)
    app.page.close()

    app = PhoneApp(pocket.new_page())
    app.page.goto(f"{stage.works.url}/app/")
    expect(app.says("Offline")).to_be_visible()
    app.five_more()
    for number in range(5):
        app.answer()
        expect(app.progress(number + 1, 5).or_(app.heading("Klaar"))).to_be_visible()
        if number < 4:
            app.go_on()
    app.undo_last()
    expect(app.progress(4, 5)).to_be_visible()
    expect(app.says("Offline. Klaar om te versturen: 4")).to_be_visible()
    pocket.set_offline(False)
    expect(app.says("Offline")).to_be_hidden()
    until(lambda: stage.rows(STANDING, email=FATIMA)[0][0] >= 14)


def noor_sees_every_answer(console: ConsoleApp) -> None:
    console.sign_in("noor@molenwerk.example", PASSWORD)
    console.go("Inzicht")
    answers = 14 + sum(COLLEAGUES.values())
    expect(console.page.get_by_text(f"{answers} antwoorden in deze periode.")).to_be_visible()


def a_reminder_comes_once_at_nine(stage: Stage, pocket: BrowserContext) -> None:
    """Moves through the night: to the morning, to nine, and to well after it."""
    subscribe(stage, pocket)
    works, nine = stage.works, (TUESDAY + timedelta(days=1)).replace(hour=9)
    works.stop("clock")
    works.clock.move_to(nine - timedelta(hours=3))
    works.start("clock", 2)
    planned = until(lambda: stage.rows(REMINDERS, email=FATIMA, day=nine.date()))
    assert planned == [("planned", nine)]
    assert stage.push.received == []
    works.clock.move_to(nine)
    until(lambda: stage.rows(REMINDERS, email=FATIMA, day=nine.date()) == [("sent", nine)])
    works.clock.move_to(nine + timedelta(minutes=30))
    # A letter that the clocks see to now shows that they looked again, at the reminder as well.
    httpx.post(f"{works.url}/api/v1/sign-in/forgotten", json={"email": "noor@molenwerk.example"})
    until(lambda: stage.mailbox.to("noor@molenwerk.example"))
    works.stop("clock", "work")
    (received,) = stage.push.received
    assert received.browser == "fatima"
    assert received.payload["url"].endswith("/app/#/start")


def subscribe(stage: Stage, pocket: BrowserContext) -> None:
    """Headless Chromium reaches no push service, so Fatima's phone names the stand-in instead."""
    (page,) = pocket.pages
    token = page.evaluate("JSON.parse(localStorage.getItem('beklijf.tokens')).access")
    httpx.put(
        f"{stage.works.url}/api/v1/devices/{uuid4()}",
        json={"channel": "web_push", "subscription": stage.push.subscription("fatima")},
        headers={"Authorization": f"Bearer {token}"},
    ).raise_for_status()
