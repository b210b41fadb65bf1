"""A flag raised on the phone is answered in the console and seen by the learner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from server.people import passwords
from tests.journeys.colleague import PASSWORD
from tests.journeys.inspection import Inspection, equip
from tests.journeys.watch import watched
from tests.journeys.words import words
from tests.server.firm import found, session_on
from tests.servers.beklijf import Beklijf
from tests.servers.chromium import PHONE
from tests.support import sets

pytestmark = pytest.mark.browser

LAPTOP: ViewportSize = {"width": 1280, "height": 800}
LOCALES = {"nl": "nl-NL", "en": "en-GB"}
NOTHING_WAITS = """() => new Promise((done, fail) => {
    const opening = indexedDB.open("beklijf");
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
        const waiting = opening.result.transaction("notes").objectStore("notes").count();
        waiting.onsuccess = () => { opening.result.close(); done(waiting.result === 0); };
    };
})"""


@dataclass
class Two:
    """Fatima's phone and Daan's laptop, in one language."""

    url: str
    slug: str
    language: str
    pocket: BrowserContext
    phone: Inspection
    desk: Inspection

    def say(self, key: str, **values: object) -> str:
        return words(self.language, key, **values)

    def button(self, page: Page, key: str) -> Locator:
        return page.get_by_role("button", name=self.say(key), exact=True)

    def sign_in(self, page: Page, app: str, who: str) -> None:
        page.goto(f"{self.url}/{app}/")
        page.get_by_label(self.say("common:sign_in.email")).fill(f"{who}@{self.slug}.example")
        page.get_by_label(self.say("common:sign_in.password")).fill(PASSWORD)
        self.button(page, "common:sign_in.submit").click()
        expect(page.get_by_role("navigation").first).to_be_visible()


@pytest.fixture(params=["nl", "en"])
def two(request: pytest.FixtureRequest, browser: Browser, demo: Beklijf) -> Iterator[Two]:
    language: str = request.param
    slug = f"zorg-{language}"
    with session_on(f"sqlite:///{demo.folder / 'data' / 'beklijf.sqlite3'}") as db:
        firm = found(db, slug)
        hashed = passwords.hashed(PASSWORD)
        firm.daan.password_hash, firm.daan.language = hashed, language
        fatima = firm.person("Fatima", password_hash=hashed, language=language)
        card_set = firm.card_set()
        sets.recalls(firm, card_set, 3)
        sets.release(firm, card_set)
        sets.campaign(firm, card_set, people=(fatima,), starts_on=datetime.now(UTC).date())
        db.commit()
    locale = LOCALES[language]
    with ExitStack() as kept:
        make = partial(browser.new_context, locale=locale, reduced_motion="reduce")
        pocket = kept.enter_context(closing(make(viewport=PHONE, has_touch=True)))
        laptop = kept.enter_context(closing(make(viewport=LAPTOP)))
        for context in (pocket, laptop):
            equip(context)
            kept.enter_context(watched(context, demo.url))
        phone = Inspection(pocket.new_page(), language, narrow=True)
        yield Two(demo.url, slug, language, pocket, phone, Inspection(laptop.new_page(), language))


def test_a_better_text_goes_from_phone_to_console_and_back(two: Two) -> None:
    fatima_writes_without_network(two)
    daan_takes_it_over(two)
    fatima_hears_of_it(two)
    assert two.phone.findings + two.desk.findings == []


def fatima_writes_without_network(two: Two) -> None:
    page = two.phone.page
    with page.expect_response("**/api/v1/me/contributions"):
        two.sign_in(page, "app", "fatima")
    page.wait_for_function("() => navigator.serviceWorker.ready.then(() => true)")
    page.get_by_role("button", name=re.compile("^Start")).click()
    two.pocket.set_offline(True)
    two.button(page, "phone:flag.open").click()
    two.button(page, "care:report.send").click()
    expect(page.get_by_text(two.say("care:report.missing"))).to_be_visible()
    two.phone.look("a report")
    page.get_by_role("radio", name=two.say("care:reason.unclear")).check()
    page.get_by_label(two.say("care:report.note")).fill("Te kort")
    two.button(page, "care:report.better_open").click()
    question = page.get_by_label(two.say("care:better.prompt"), exact=True)
    expect(question).to_have_value(re.compile("Vraag"))
    two.phone.look("a better text")
    question.fill("Hoe gaat het?")
    page.get_by_role("checkbox").check()
    two.button(page, "care:report.send").click()
    expect(page.get_by_text(two.say("care:report.offline"))).to_be_visible()
    expect(two.button(page, "phone:flag.open")).to_be_focused()
    two.pocket.set_offline(False)
    page.wait_for_function(NOTHING_WAITS)


def daan_takes_it_over(two: Two) -> None:
    page = two.desk.page
    two.sign_in(page, "console", "daan")
    page.get_by_role("link", name=re.compile(f"^{two.say('inbox:title')}")).click()
    expect(page.get_by_text("Hoe gaat het?")).to_be_visible()
    expect(page.get_by_text("Te kort")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text(two.say("inbox:reason.unclear"))
    two.desk.look("inbox")
    page.keyboard.press("e")
    expect(two.button(page, "inbox:edit_accept")).to_be_visible()
    two.desk.look("inbox, editing")
    page.keyboard.press("Escape")
    two.button(page, "inbox:curators.open").click()
    expect(two.button(page, "inbox:curators.add")).to_be_visible()
    two.desk.look("curators")
    two.button(page, "common:close").click()
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("a")
    expect(page.get_by_text(two.say("inbox:done.accepted"), exact=True)).to_be_visible()
    expect(page.get_by_text(two.say("inbox:empty.title"))).to_be_visible()
    two.desk.look("inbox, empty")
    two.button(page, "common:undo").click()
    expect(page.get_by_text("Hoe gaat het?")).to_be_visible()
    page.keyboard.press("a")
    expect(page.get_by_text(two.say("inbox:empty.title"))).to_be_visible()


def fatima_hears_of_it(two: Two) -> None:
    page = two.phone.page
    page.goto(f"{two.url}/app/#/today")
    page.reload()
    page.get_by_role("link", name=re.compile("1")).filter(has_text=told(two)).click()
    expect(page.get_by_text(two.say("care:state.suggestion.accepted"))).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Te kort")).to_have_count(1)
    two.phone.look("my reports")
    page.get_by_role("link", name=two.say("phone:screen.propose")).click()
    expect(two.button(page, "care:propose.send")).to_be_visible()
    two.phone.look("propose a card")


def told(two: Two) -> str:
    return two.say("care:unseen_one", count=1)
