"""A column of a spreadsheet becomes a linted, released set in a handful of actions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize, expect

from server.people import passwords
from tests.journeys.actions import Actions
from tests.journeys.colleague import PASSWORD
from tests.journeys.console_app import ConsoleApp
from tests.journeys.watch import watched
from tests.server.firm import found, session_on
from tests.servers.beklijf import Beklijf

pytestmark = pytest.mark.browser

LAPTOP: ViewportSize = {"width": 1280, "height": 800}
AT_MOST = 12

# Two ideas in one card, which lint must see among sound ones.
FAULTY = "Wat doe je bij brand? Wie bel je daarna?"
SOUND = [f"Welk nummer heeft verzamelplaats {place}?" for place in range(1, 25)]
ROWS = "\n".join(f"{prompt}\tNummer {row * 3}" for row, prompt in enumerate([*SOUND, FAULTY], 1))


@pytest.fixture
def laptop(browser: Browser, demo: Beklijf) -> Iterator[BrowserContext]:
    """Daan's, whose firm has nothing yet."""
    with session_on(f"sqlite:///{demo.folder / 'data' / 'beklijf.sqlite3'}") as db:
        firm = found(db, "leeg")
        firm.daan.password_hash = passwords.hashed(PASSWORD)
        db.commit()
    context = browser.new_context(viewport=LAPTOP, locale="nl-NL", reduced_motion="reduce")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context
    context.close()


def test_twenty_five_pasted_rows_are_linted_mended_and_out(
    laptop: BrowserContext, demo: Beklijf
) -> None:
    with watched(laptop, demo.url):
        console = ConsoleApp(laptop.new_page(), demo.url)
        console.sign_in("daan@leeg.example", PASSWORD)
        console.go("Sets")
        page, daan = console.page, Actions(console.page)

        daan.click(console.button("Maak je eerste set"))
        daan.fill(page.get_by_role("textbox", name="Titel"), "Bedrijfshulp")
        daan.click(console.button("Maak de set"))
        expect(page.get_by_label("Of plak rijen uit je spreadsheet")).to_be_visible()
        daan.paste(ROWS)
        daan.click(console.button("Sla 25 kaarten op"))

        daan.click(page.get_by_role("link", name="Breng uit"))
        expect(page.get_by_text("1 ding om naar te kijken.")).to_be_visible()
        daan.click(page.get_by_role("link", name="Bekijk ze"))
        daan.click(page.get_by_role("link", name=FAULTY).first)
        daan.fill(page.get_by_label("Vraag", exact=True), "Wat doe je bij brand?")
        expect(page.locator(".form").get_by_role("status").first).to_have_text("Bewaard")
        daan.click(page.get_by_role("link", name="Versies"))
        expect(page.get_by_text("Geen fouten of waarschuwingen.")).to_be_visible()
        daan.click(console.button("Breng deze versie uit"))
        expect(console.heading("Versie 1 is uit")).to_be_visible()
        assert daan.count <= AT_MOST
