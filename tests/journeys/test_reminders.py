"""From opting in to the first card: by push, with and without a network, and by mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from sqlalchemy.orm import Session

from server.people import passwords
from server.store import scope
from server.store.people import Person
from server.store.reminders import Reminder
from server.store.reviews import Review
from tests.journeys.colleague import PASSWORD
from tests.journeys.phone_app import PhoneApp
from tests.journeys.pushing import push, shown, subscribe_at, tap
from tests.journeys.watch import watched
from tests.journeys.words import words
from tests.server.firm import found, session_on
from tests.servers.beklijf import Beklijf
from tests.servers.chromium import phone
from tests.servers.mail import Mailbox, mail_server
from tests.servers.waiting import until
from tests.standins.web_push import WebPush, web_push
from tests.support import sets
from tests.support.faces import FACES

pytestmark = pytest.mark.browser

WHOLE_DAY: dict[str, Any] = {
    "window_from": 0,
    "window_until": 1439,
    "quiet_from": 0,
    "quiet_until": 0,
}
TITLE = "Je oefening staat klaar"
PROMPT = FACES["true_false"]["prompt"]
OTHER = {**FACES["true_false"], "prompt": "Een slotje in de adresbalk zegt niets.", "correct": True}
THIRD = {**FACES["true_false"], "prompt": "Een bijlage opent zichzelf."}


def midday() -> str:
    """A time zone in which it is about noon, so that no night comes in between."""
    hours = 12 - datetime.now(UTC).hour
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/GMT"


@dataclass
class Post:
    """A server whose pushes and mails arrive here."""

    server: Beklijf
    browsers: WebPush
    mailbox: Mailbox
    zone: str

    @property
    def database(self) -> str:
        return f"sqlite:///{self.server.folder / 'data' / 'beklijf.sqlite3'}"

    @contextmanager
    def everywhere(self) -> Iterator[Session]:
        """The server's database, over all organisations."""
        with session_on(self.database) as db, scope.across_organisations(db):
            yield db

    def learner(self, name: str, *channels: str, language: str = "nl") -> str:
        """Somebody with three cards to practise today; gives the address."""
        today = datetime.now(ZoneInfo(self.zone)).date()
        with session_on(self.database) as db:
            firm = found(db, name.lower())
            card_set = firm.card_set()
            for face in (FACES["true_false"], OTHER, THIRD):
                sets.card(firm, card_set, face)
            sets.release(firm, card_set)
            person = firm.person(
                name, password_hash=passwords.hashed(PASSWORD), channels=list(channels),
                language=language, time_zone=self.zone, reminder_minute=0, **WHOLE_DAY,
            )  # fmt: skip
            sets.campaign(firm, card_set, people=(person,), starts_on=today - timedelta(days=1))
            db.commit()
            return person.email

    def remind(self, email: str) -> None:
        """Has the ledger say that the reminder of today is due: the clock plans once a minute."""
        now = datetime.now(UTC)
        with self.everywhere() as db:
            person = db.query(Person).filter_by(email=email).one()
            db.query(Reminder).filter_by(person_id=person.id).delete()
            db.add(
                Reminder(
                    organisation_id=person.organisation_id, person_id=person.id,
                    study_day=now.astimezone(ZoneInfo(self.zone)).date(), kind="practice",
                    channels=person.channels, reason="own-moment", state="planned", attempts=0,
                    due_at=now, expires_at=now + timedelta(hours=2),
                )
            )  # fmt: skip
            db.commit()

    def bring_forward(self, email: str) -> None:
        """Has the planned reminder come now: nobody waits for hours here."""
        with self.everywhere() as db:
            person = db.query(Person).filter_by(email=email).one()
            db.query(Reminder).filter_by(person_id=person.id).update({"due_at": datetime.now(UTC)})
            db.commit()

    def read(self, what: Any, email: str) -> Any:
        """A column of this person, or of their reminder; None where there is none."""
        with self.everywhere() as db:
            rows = (
                db.query(what)
                .select_from(Person)
                .outerjoin(Reminder, Reminder.person_id == Person.id)
            )
            return rows.filter(Person.email == email).scalar()

    def ratings(self, email: str) -> list[int]:
        """What this person's answers were worth, the lowest first."""
        with self.everywhere() as db:
            rows = db.query(Review.rating).join(Person, Person.id == Review.person_id)
            return sorted(rating for (rating,) in rows.filter(Person.email == email))


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Post]:
    with mail_server() as mailbox, web_push() as browsers:
        settings = {"BEKLIJF_SMTP_URL": mailbox.url, "BEKLIJF_WEB_PUSH_TO_LOOPBACK": "1"}
        server = Beklijf(tmp_path_factory.mktemp("reminders"), settings)
        server.start()
        yield Post(server, browsers, mailbox, midday())
        server.stop()


@pytest.fixture
def pocket(browser: Browser, post: Post) -> Iterator[BrowserContext]:
    with phone(browser) as context, watched(context, post.server.url):
        context.grant_permissions(["notifications"])
        yield context


def opted_in(
    post: Post, pocket: BrowserContext, name: str, language: str = "nl"
) -> tuple[PhoneApp, str]:
    """The phone of somebody who signs in, and asks to be reminded on it."""
    email = post.learner(name, "web_push", language=language)
    subscribe_at(pocket, post.browsers.subscription(name))
    app = PhoneApp(pocket.new_page(), language)
    app.sign_in(post.server.url, email, PASSWORD)
    app.works_offline()
    app.place(words(language, "phone:nav.me"))
    with app.page.expect_response("**/api/v1/devices/*") as told:
        app.button(words(language, "settings:me.push_off")).first.click()
    assert told.value.status == 204
    expect(app.says(words(language, "settings:me.push_on"))).to_be_visible()
    return app, email


def pushed(post: Post, name: str, count: int = 1) -> dict[str, Any]:
    """What the server sent to that browser the `count`th time, decrypted by its own key."""
    return until(lambda: _received(post, name)[count - 1 :])[0]


def _received(post: Post, name: str) -> list[dict[str, Any]]:
    return [dict(one.payload) for one in post.browsers.received if one.browser == name]


def test_a_push_leads_to_the_first_card_with_and_without_a_network(
    post: Post, pocket: BrowserContext
) -> None:
    app, email = opted_in(post, pocket, "Fatima")
    post.remind(email)
    message = pushed(post, "Fatima")
    assert "question" not in message
    push(app.page, post.server.url, message)
    [notification] = shown(app.page)
    assert (notification["title"], notification["actions"]) == (
        TITLE, ["Later vandaag", "Deze week niet"],
    )  # fmt: skip
    assert "Fatima" not in str(notification)
    until(lambda: post.read(Reminder.delivered_at, email))

    tap(pocket)
    expect(app.page.get_by_role("heading", name=PROMPT)).to_be_visible()
    until(lambda: post.read(Reminder.opened_at, email))

    pocket.set_offline(True)
    app.page.goto("about:blank")
    app.page.goto(f"{post.server.url}{message['url']}")
    expect(app.page.get_by_role("heading", name=PROMPT)).to_be_visible()


def test_later_today_it_comes_again_and_not_this_week_is_taken_back_in_the_app(
    post: Post, pocket: BrowserContext
) -> None:
    app, email = opted_in(post, pocket, "Bram")
    post.remind(email)
    push(app.page, post.server.url, pushed(post, "Bram"))
    shown(app.page)
    at = datetime.now(UTC)
    tap(pocket, "later")
    until(lambda: post.read(Reminder.reason, email) == "later")
    assert post.read(Reminder.state, email) == "planned"
    assert timedelta(hours=3) <= post.read(Reminder.due_at, email) - at < timedelta(hours=4)

    post.bring_forward(email)
    push(app.page, post.server.url, pushed(post, "Bram", 2))
    shown(app.page)
    tap(pocket, "not-this-week")
    until(lambda: post.read(Person.snoozed_until, email))
    app.page.reload()
    snoozed = app.page.get_by_text(re.compile("^Tot .* krijg je geen herinneringen"))
    expect(snoozed).to_be_visible()
    app.button("Stuur ze toch").click()
    expect(snoozed).to_be_hidden()


def test_questions_are_answered_on_the_notification_itself_also_with_the_app_shut(
    post: Post, pocket: BrowserContext
) -> None:
    app, email = opted_in(post, pocket, "Grace", "en")
    app.page.get_by_label("Question in the notification").check()
    expect(app.says("Saved")).to_be_visible()
    post.remind(email)
    message = pushed(post, "Grace")
    push(app.page, post.server.url, message)
    [asked] = shown(app.page)
    assert (asked["title"], asked["body"]) == (PROMPT, "A few minutes, whenever it suits you.")
    assert asked["actions"] == ["True", "False"]

    pocket.set_offline(True)
    tap(pocket, "answer-1")
    [verdict] = until(lambda: [one for one in shown(app.page) if one["title"] == "Right"])
    assert (verdict["body"], verdict["tag"]) == ("Daarom.", asked["tag"])
    pocket.set_offline(False)
    app.has_sent_everything()
    assert post.ratings(email) == [3]

    push(app.page, post.server.url, message)
    until(lambda: [one for one in shown(app.page) if one["title"] == OTHER["prompt"]])
    app.page.goto("about:blank")
    tap(pocket, "answer-1")
    until(lambda: post.ratings(email) == [1, 3])
    app.page.goto(f"{post.server.url}/app/")
    app.has_sent_everything()
    assert post.ratings(email) == [1, 3]

    push(app.page, post.server.url, message)
    until(lambda: [one for one in shown(app.page) if one["title"] == THIRD["prompt"]])
    tap(pocket)
    expect(app.heading(THIRD["prompt"])).to_be_visible()
    expect(app.page.get_by_role("radio", name="True")).to_be_visible()


def test_a_mail_arrives_and_stops_in_one_click(post: Post) -> None:
    email = post.learner("Marit", "mail")
    post.remind(email)
    [mail] = until(lambda: post.mailbox.to(email))
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = str(mail["List-Unsubscribe"]).strip("<>")
    answer = httpx.post(
        link, files={"List-Unsubscribe": (None, "One-Click")}, follow_redirects=False
    )
    assert (answer.status_code, answer.cookies) == (200, httpx.Cookies())
    with post.everywhere() as db:
        assert db.query(Person).filter_by(email=email).one().channels == []
