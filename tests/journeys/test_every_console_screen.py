"""Every screen of the console with the demo's figures, in both languages and colour schemes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pytest
from playwright.sync_api import Browser, FilePayload, Locator, ViewportSize, expect

from server.demo.cast import PASSWORD
from tests.journeys import workbook
from tests.journeys.desk import Desk
from tests.journeys.inspection import Inspection, equip
from tests.journeys.watch import watched
from tests.journeys.words import beginning, words
from tests.servers.beklijf import Beklijf
from tests.support.material import document

pytestmark = pytest.mark.browser

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LAPTOP: ViewportSize = {"width": 1280, "height": 800}
Role = Literal["heading", "table", "dialog", "group", "textbox", "link", "article", "list"]
LOCALES = {"nl": "nl-NL", "en": "en-GB"}


@dataclass(frozen=True)
class Screen:
    """An address of the console, and the role of something that is there once it is filled."""

    address: str
    role: Role


SCREENS = (
    Screen("/", "heading"),
    Screen("/sets", "table"),
    Screen("/sets/{set}", "table"),
    Screen("/sets/{set}/cards/{card}", "dialog"),
    Screen("/sets/{set}/edit", "group"),
    Screen("/sets/{set}/upload", "group"),
    Screen("/sets/{set}/drafts", "group"),
    Screen("/sets/{set}/health", "list"),
    Screen("/sets/{set}/changes", "table"),
    Screen("/sets/{set}/releases/1", "article"),
    Screen("/inbox", "list"),
    Screen("/campaigns", "table"),
    Screen("/campaigns/new", "textbox"),
    Screen("/campaigns/{campaign}", "table"),
    Screen("/campaigns/{campaign}/invite", "textbox"),
    *(Screen(f"/insight?by={by}", "table") for by in ("week", "topic", "team", "card_set", "card")),
    Screen("/insight/how", "table"),
    Screen("/insight/forecast", "table"),
    Screen("/insight/calibration", "table"),
    Screen("/search?q=mail", "list"),
    Screen("/people", "table"),
    Screen("/people/{person}", "dialog"),
    Screen("/people/{person}/reminders", "list"),
    Screen("/settings", "textbox"),
    Screen("/settings/operation", "table"),
    Screen("/nowhere", "link"),
)


@pytest.fixture(params=["nl", "en"])
def walk(request: pytest.FixtureRequest, browser: Browser, demo: Beklijf) -> Iterator[Inspection]:
    language: str = request.param
    context = browser.new_context(
        viewport=LAPTOP, locale=LOCALES[language], reduced_motion="reduce", base_url=demo.url
    )
    equip(context)
    with watched(context, demo.url):
        yield Inspection(context.new_page(), language)
        context.close()


def test_everybody_can_use_every_screen(walk: Inspection, demo: Beklijf) -> None:
    desk = Desk(demo.url, "admin")
    desk.speak(walk.language)
    before_the_door(walk)
    sign_in(walk, "admin")
    ids = some_of_each(desk)
    for screen in SCREENS:
        walk.page.goto(f"/console/#{screen.address.format(**ids)}")
        expect(walk.page.get_by_role(screen.role).first).to_be_visible()
        walk.look(screen.address)
    a_campaign_thought_of(walk)
    dialogs(walk, ids["set"])
    a_file_with_faults(walk, ids["set"])
    course_material(walk, ids["set"])
    more_reminders(walk)
    a_silent_clock(walk)
    nothing_sent_yet(walk, ids["campaign"])
    desk.speak("nl")
    assert walk.findings == []


def before_the_door(walk: Inspection) -> None:
    page = walk.page
    page.goto("/console/")
    expect(page.get_by_label(words(walk.language, "common:sign_in.email"))).to_be_visible()
    walk.look("sign-in")
    button(walk, "common:sign_in.submit").click()
    expect(page.get_by_text(words(walk.language, "console:form.required")).first).to_be_visible()
    walk.look("sign-in not filled in")


def sign_in(walk: Inspection, person: str) -> None:
    page = walk.page
    page.get_by_label(words(walk.language, "common:sign_in.email")).fill(f"{person}@demo.example")
    page.get_by_label(words(walk.language, "common:sign_in.password")).fill(PASSWORD)
    button(walk, "common:sign_in.submit").click()
    expect(page.get_by_role("navigation").first).to_be_visible()


def a_campaign_thought_of(walk: Inspection) -> None:
    """What it would cost, held all the time and ready on a date; the keyboard turns the target."""
    page = walk.page
    page.goto("/console/#/campaigns/new")
    page.get_by_role("checkbox").first.check()
    compared = page.get_by_role("table", name=words(walk.language, "figures:cost.compare"))
    expect(compared).to_be_visible()
    target = page.get_by_role("slider").first
    target.press("ArrowRight")
    expect(target).to_have_value("91")
    walk.look("what a campaign would cost")
    page.get_by_label(words(walk.language, "console:campaign.aim.deadline")).check()
    expect(compared).to_be_visible()
    walk.look("what being ready on a date would cost")


def a_file_with_faults(walk: Inspection, card_set: int) -> None:
    """Only looked at: nothing is written while there are faults."""
    page = walk.page
    page.goto(f"/console/#/sets/{card_set}/upload")
    with page.expect_file_chooser() as chooser:
        page.get_by_text(words(walk.language, "console:upload.pick")).click()
    chooser.value.set_files([workbook.workbook(mended=False)])
    problems = words(walk.language, "console:upload.problem.title")
    expect(page.get_by_role("table", name=problems)).to_be_visible()
    walk.look("a file with faults")


def course_material(walk: Inspection, card_set: int) -> None:
    """Suggestions from a document, gone again before the next walk."""
    page = walk.page
    page.goto(f"/console/#/sets/{card_set}/drafts")
    with page.expect_file_chooser() as chooser:
        page.get_by_text(words(walk.language, "console:upload.pick")).click()
    handout: FilePayload = {"name": "ladder.docx", "mimeType": DOCX, "buffer": document()}
    chooser.value.set_files([handout])
    keep = button(walk, "drafts:keep").first
    expect(keep).to_be_visible()
    walk.look("suggestions")
    button(walk, "drafts:edit").first.click()
    expect(button(walk, "drafts:keep_edited")).to_be_visible()
    walk.look("a suggestion, changing it")
    button(walk, "common:cancel").click()
    page.get_by_role("button", name=beginning(walk.language, "drafts:clear")).click()
    expect(keep).to_be_hidden()
    walk.look("all suggestions read")


def dialogs(walk: Inspection, card_set: int) -> None:
    for address, opens in (
        ("/sets", "console:sets.new"),
        (f"/sets/{card_set}", "exports:open"),
        (f"/sets/{card_set}", "releases:settings.open"),
        (f"/sets/{card_set}/edit", "edit:versions.open"),
        (f"/sets/{card_set}/edit", "edit:keys.open"),
        (f"/sets/{card_set}/edit", "edit:paste.open"),
        ("/people", "console:people.add"),
    ):
        walk.page.goto(f"/console/#{address}")
        button(walk, opens).click()
        expect(walk.page.get_by_role("dialog")).to_be_visible()
        walk.look(f"{address} new")
        button(walk, "common:close").click()


def more_reminders(walk: Inspection) -> None:
    """More a week is asked about first; whoever thinks again leaves it as it was."""
    page = walk.page
    page.goto("/console/#/settings")
    many = page.get_by_label(words(walk.language, "operation:weekly.label"))
    many.select_option("7")
    button(walk, "common:save").last.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    walk.look("more reminders a week")
    page.keyboard.press("Escape")
    expect(many).to_have_value("5")


def a_silent_clock(walk: Inspection) -> None:
    """Every page says so to who can have it started again."""
    page = walk.page
    page.route("**/readyz", lambda asked: asked.fulfill(json={"database": True, "clock": False}))
    page.goto("/console/#/settings/operation")
    page.reload()
    expect(page.get_by_text(words(walk.language, "operation:banner.title"))).to_be_visible()
    walk.look("a silent clock")
    page.unroute("**/readyz")


def nothing_sent_yet(walk: Inspection, campaign: int) -> None:
    """Forms that are not filled in say so at the field and in a summary."""
    walk.page.goto("/console/#/campaigns/new")
    button(walk, "console:campaign.make").click()
    expect(walk.page.get_by_text(words(walk.language, "console:form.mend"))).to_be_visible()
    walk.look("/campaigns/new not filled in")
    walk.page.goto(f"/console/#/campaigns/{campaign}/invite")
    walk.page.get_by_role("textbox").fill("Anneke <anneke@demo.example>\nno address\n")
    expect(walk.page.get_by_text("no address")).to_be_visible()
    walk.look("pasted addresses")


def some_of_each(desk: Desk) -> dict[str, int]:
    card_set = desk.first("/card-sets")
    return {
        "set": card_set,
        "card": desk.first(f"/card-sets/{card_set}/cards"),
        "campaign": desk.first("/campaigns"),
        "person": desk.first("/people"),
    }


def button(walk: Inspection, key: str) -> Locator:
    return walk.page.get_by_role("button", name=words(walk.language, key), exact=True)
