"""Authors write cards: by keyboard alone, from a spreadsheet, without network, and two at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from server.demo.cast import PASSWORD
from tests.journeys.console_app import ConsoleApp
from tests.journeys.watch import watched
from tests.servers.beklijf import Beklijf

pytestmark = pytest.mark.browser

LAPTOP: ViewportSize = {"width": 1440, "height": 900}
ROWS = "\n".join(f"Vraag {number}?\tAntwoord {number}" for number in range(1, 26))


@dataclass
class Desk:
    """The editor on one author's screen."""

    page: Page

    def types(self, *fields: str) -> None:
        """One field after the other, as Tab goes."""
        for number, text in enumerate(fields):
            if number:
                self.page.keyboard.press("Tab")
            self.page.keyboard.insert_text(text)

    def says(self, state: str) -> None:
        """What the editor tells of the open card."""
        expect(self.page.locator(".form").get_by_role("status").first).to_have_text(state)

    def keeps(self, told: str) -> None:
        """What the list tells: how many cards, and how many are not kept yet."""
        expect(self.page.locator(".left").get_by_role("status")).to_have_text(told)

    def cards(self) -> Locator:
        return self.page.get_by_role("list", name="Kaarten").get_by_role("button")

    def field(self, name: str) -> Locator:
        return self.page.get_by_label(name, exact=True)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)


@pytest.fixture
def browsers(browser: Browser) -> Iterator[tuple[BrowserContext, BrowserContext]]:
    contexts = [browser.new_context(viewport=LAPTOP, locale="nl-NL") for _ in range(2)]
    yield contexts[0], contexts[1]
    for context in contexts:
        context.close()


def desk_of(context: BrowserContext, demo: Beklijf, person: str) -> ConsoleApp:
    app = ConsoleApp(context.new_page(), demo.url)
    app.sign_in(f"{person}@demo.example", PASSWORD)
    return app


def opened(app: ConsoleApp, address: str) -> Desk:
    app.page.goto(address)
    desk = Desk(app.page)
    expect(desk.field("Vraag")).to_be_visible()
    return desk


def new_set(app: ConsoleApp, title: str) -> str:
    """The address of the editor of a new set."""
    app.make_set(title)
    return app.page.url.replace("/upload", "/edit")


def test_daan_writes_without_touching_the_mouse(
    browsers: tuple[BrowserContext, BrowserContext], demo: Beklijf
) -> None:
    context, _ = browsers
    with watched(context, demo.url):
        daan = desk_of(context, demo, "trainer")
        desk = opened(daan, new_set(daan, "Met de toetsen"))
        desk.page.keyboard.press("Control+Enter")
        desk.field("Vraag").focus()
        desk.types("Wie bel je?", "De helpdesk", "Die is er dag en nacht.")
        desk.page.keyboard.press("Control+Enter")
        expect(desk.field("Vraag")).to_be_focused()
        desk.types("Wanneer bel je?", "Meteen")
        desk.says("Bewaard")
        desk.page.keyboard.press("Alt+ArrowUp")
        expect(desk.cards().first).to_contain_text("Wanneer bel je?")
        desk.page.keyboard.press("Control+z")
        expect(desk.cards().first).to_contain_text("Wie bel je?")
        desk.keeps("2 kaarten.")
        desk.page.reload()
        expect(desk.cards()).to_have_count(2)
        expect(desk.cards().first).to_contain_text("Wie bel je?")
        expect(desk.field("Uitleg")).to_have_value("Die is er dag en nacht.")


def test_twenty_five_rows_of_a_spreadsheet_become_cards(
    browsers: tuple[BrowserContext, BrowserContext], demo: Beklijf
) -> None:
    context, _ = browsers
    with watched(context, demo.url):
        daan = desk_of(context, demo, "trainer")
        desk = opened(daan, new_set(daan, "Geplakt"))
        desk.button("Plak rijen").click()
        desk.page.get_by_label("Rijen uit je spreadsheet").fill(ROWS)
        desk.button("Voeg 25 kaarten toe").click()
        expect(desk.cards()).to_have_count(25)
        expect(desk.cards().last).to_contain_text("Vraag 25?")


def test_what_is_written_without_network_is_sent_later_also_after_closing(
    browsers: tuple[BrowserContext, BrowserContext], demo: Beklijf
) -> None:
    context, _ = browsers
    daan = desk_of(context, demo, "trainer")
    address = new_set(daan, "Onderweg")
    desk = opened(daan, address)
    context.set_offline(True)
    desk.field("Vraag").focus()
    desk.types("Onderweg bedacht?", "Ja")
    desk.says("Geen verbinding. Je tekst staat veilig in deze browser en gaat vanzelf mee.")
    desk.page.close()
    context.set_offline(False)
    later = Desk(context.new_page())
    later.page.goto(address)
    expect(later.cards()).to_have_count(1)
    later.says("Bewaard")


def test_the_later_of_two_authors_chooses_and_nothing_is_lost(
    browsers: tuple[BrowserContext, BrowserContext], demo: Beklijf
) -> None:
    daan = desk_of(browsers[0], demo, "trainer")
    address = new_set(daan, "Samen")
    mine = opened(daan, address)
    mine.field("Vraag").focus()
    mine.types("Wie bel je?", "De helpdesk")
    mine.says("Bewaard")
    theirs = opened(desk_of(browsers[1], demo, "admin"), address)
    theirs.field("Vraag").fill("Wie mail je?")
    theirs.says("Bewaard")
    mine.field("Vraag").fill("Wie bel je meteen?")
    mine.field("Uitleg").fill("Dag en nacht.")
    mine.button("Leg ze naast elkaar").click()
    mine.page.get_by_role("group", name="Vraag").get_by_label("De andere tekst").check()
    mine.button("Bewaar deze keuze").click()
    mine.says("Bewaard")
    expect(mine.field("Vraag")).to_have_value("Wie mail je?")
    expect(mine.field("Uitleg")).to_have_value("Dag en nacht.")
    mine.button("Eerdere teksten").click()
    expect(mine.page.get_by_role("dialog")).to_contain_text("Wie bel je?")
