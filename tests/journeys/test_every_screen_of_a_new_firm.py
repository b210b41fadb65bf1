"""The console of a firm that has nothing yet, up to its second release, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, ViewportSize, expect

from server.people import passwords
from tests.journeys.colleague import PASSWORD
from tests.journeys.inspection import Inspection, equip
from tests.journeys.watch import watched
from tests.journeys.words import beginning, words
from tests.server.firm import found, session_on
from tests.servers.beklijf import Beklijf

pytestmark = pytest.mark.browser

LAPTOP: ViewportSize = {"width": 1440, "height": 900}
LOCALES = {"nl": "nl-NL", "en": "en-GB"}
ROWS = "Wie bel je bij brand?\t112\nWie bel je bij diefstal?\tDe receptie\n"
NOTHING_YET = ("/", "/sets", "/campaigns", "/inbox", "/insight", "/search?q=brand", "/people")
PARTS_OF_A_SET = ("", "/edit", "/drafts", "/changes", "/health", "/upload")


@pytest.fixture(params=["nl", "en"])
def walk(request: pytest.FixtureRequest, browser: Browser, demo: Beklijf) -> Iterator[Inspection]:
    """Noor's laptop; she has just been given her account."""
    language: str = request.param
    with session_on(f"sqlite:///{demo.folder / 'data' / 'beklijf.sqlite3'}") as db:
        firm = found(db, f"nieuw-{language}")
        firm.person("Noor", "admin", password_hash=passwords.hashed(PASSWORD), language=language)
        db.commit()
    context = browser.new_context(
        viewport=LAPTOP, locale=LOCALES[language], reduced_motion="reduce", base_url=demo.url
    )
    equip(context)
    with watched(context, demo.url):
        yield Inspection(context.new_page(), language)
        context.close()


def test_everybody_can_use_every_screen_while_a_firm_begins(walk: Inspection) -> None:
    sign_in(walk)
    for address in NOTHING_YET:
        look_at(walk, address)
    address = a_new_set(walk)
    rows_pasted_and_released(walk, address)
    a_reworded_card(walk, address)
    assert walk.findings == []


def sign_in(walk: Inspection) -> None:
    page = walk.page
    page.goto("/console/")
    email = f"noor@nieuw-{walk.language}.example"
    page.get_by_label(words(walk.language, "common:sign_in.email")).fill(email)
    page.get_by_label(words(walk.language, "common:sign_in.password")).fill(PASSWORD)
    button(walk, "common:sign_in.submit").click()
    expect(page.get_by_role("navigation").first).to_be_visible()


def a_new_set(walk: Inspection) -> str:
    """The address of a set without cards, each part of it looked at."""
    walk.page.goto("/console/#/sets")
    button(walk, "console:sets.empty.step").click()
    walk.page.get_by_role("textbox").last.fill("Bedrijfshulp")
    button(walk, "console:sets.make").click()
    walk.page.wait_for_url(re.compile("/upload$"))
    address = walk.page.url.partition("#")[2].removesuffix("/upload")
    for part in PARTS_OF_A_SET:
        look_at(walk, address + part)
    return address


def rows_pasted_and_released(walk: Inspection, address: str) -> None:
    walk.page.get_by_label(words(walk.language, "imports:paste")).fill(ROWS)
    walk.page.keyboard.press("Tab")
    save = walk.page.get_by_role("button", name=re.compile(r"\b2\b"))
    expect(save).to_be_visible()
    walk.look("rows pasted")
    save.click()
    expect(heading(walk, "console:upload.done")).to_be_visible()
    walk.look("rows saved")
    look_at(walk, f"{address}/changes")
    button(walk, "console:release.send").click()
    expect(heading(walk, "console:release.done", number=1)).to_be_visible()
    walk.look("first release")


def a_reworded_card(walk: Inspection, address: str) -> None:
    """What it does to memory is asked before it goes out."""
    page = walk.page
    page.goto(f"/console/#{address}/edit")
    page.get_by_label(words(walk.language, "console:card.prompt"), exact=True).fill("Wie bel je?")
    expect(page.get_by_text(words(walk.language, "edit:state.kept"), exact=True)).to_be_visible()
    walk.look("a card being written")
    page.goto(f"/console/#{address}/changes")
    expect(page.get_by_role("radio").first).to_be_visible()
    walk.look("a choice about memory")
    button(walk, "console:release.send").click()
    expect(heading(walk, "console:release.done", number=2)).to_be_visible()
    page.goto("/console/#/")
    step = beginning(walk.language, "console:step.make_campaign.do")
    expect(page.get_by_role("link", name=step)).to_be_visible()
    walk.look("a first step to take")


def look_at(walk: Inspection, address: str) -> None:
    walk.page.goto(f"/console/#{address}")
    expect(walk.page.get_by_role("heading", level=1)).to_be_visible()
    walk.look(f"{address} with nothing yet")


def button(walk: Inspection, key: str) -> Locator:
    return walk.page.get_by_role("button", name=words(walk.language, key), exact=True)


def heading(walk: Inspection, key: str, **values: object) -> Locator:
    return walk.page.get_by_role("heading", name=words(walk.language, key, **values))
