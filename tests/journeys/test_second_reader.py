"""Daan rewords a card, Noor reads it first, and only then learners get it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from server.demo.cast import PASSWORD
from tests.journeys.console_app import ConsoleApp
from tests.journeys.desk import Desk
from tests.journeys.watch import watched
from tests.servers.beklijf import Beklijf

pytestmark = pytest.mark.browser

FACE = {"kind": "recall", "language": "nl", "prompt": "Wie bel je bij brand?", "answer": "112",
        "explanation": "", "source": ""}  # fmt: skip


@pytest.fixture
def reworded(demo: Beklijf) -> int:
    """A released set that demands a second reader, with a card that was changed since."""
    desk = Desk(demo.url, "trainer")
    made = desk.send("POST", "/card-sets", {"title": "Brandveiligheid", "language": "nl"})
    path = f"/card-sets/{made['id']}"
    card = desk.send("POST", f"{path}/cards", {"face": FACE, "topic": "", "tags": []})
    desk.send("POST", f"{path}/releases", {})
    face = {**FACE, "prompt": "Welk nummer kies je bij brand?"}
    change = {"face": face, "topic": "", "tags": [], "version": card["version"]}
    desk.send("PUT", f"{path}/cards/{card['id']}", change)
    desk.send("PATCH", path, {"second_reader": True})
    return int(made["id"])


@pytest.fixture
def consoles(browser: Browser, demo: Beklijf) -> Iterator[dict[str, Page]]:
    contexts = {who: browser.new_context(locale="nl-NL") for who in ("trainer", "admin")}
    with watched(contexts["trainer"], demo.url), watched(contexts["admin"], demo.url):
        pages = {}
        for who, context in contexts.items():
            pages[who] = context.new_page()
            ConsoleApp(pages[who], demo.url).sign_in(f"{who}@demo.example", PASSWORD)
        yield pages
        for context in contexts.values():
            context.close()


def test_from_a_reworded_card_to_a_release_that_was_read(
    demo: Beklijf, reworded: int, consoles: dict[str, Page]
) -> None:
    daan, noor = consoles["trainer"], consoles["admin"]
    address = f"{demo.url}/console/#/sets/{reworded}/changes"
    daan.goto(address)
    nudged = daan.get_by_role("radio", name="Binnenkort opnieuw")
    expect(nudged).to_be_checked()
    nudged.focus()
    daan.keyboard.press("3")
    expect(daan.get_by_role("radio", name="Opnieuw leren")).to_be_checked()
    expect(daan.get_by_text("1 kaart begint opnieuw voor iedereen.")).to_be_visible()
    expect(daan.get_by_text("Uitbrengen kan na akkoord van de tweede lezer.")).to_be_visible()
    daan.get_by_label("Waar moet de lezer op letten?").fill("Is dit duidelijker?")
    daan.get_by_role("button", name="Vraag om een tweede blik").click()
    expect(daan.get_by_text("Wacht op een tweede lezer")).to_be_visible()

    noor.goto(address)
    expect(noor.get_by_text("Is dit duidelijker?")).to_be_visible()
    choice = noor.get_by_role("group", name="Wat gebeurt er met wie deze kaart al kent?")
    expect(choice).to_contain_text("Opnieuw leren")
    expect(choice).to_contain_text("Keuze van")
    expect(choice.get_by_role("radio")).to_have_count(0)
    noor.get_by_label("Opmerking bij deze kaart").fill("Zeg ook waar je staat.")
    noor.get_by_role("button", name="Stuur terug").click()
    expect(noor.get_by_text("Je opmerkingen zijn genoteerd.")).to_be_visible()

    daan.reload()
    expect(daan.get_by_text("Zeg ook waar je staat.")).to_be_visible()
    daan.get_by_role("button", name="Vraag opnieuw").click()
    expect(daan.get_by_text("Wacht op een tweede lezer")).to_be_visible()
    noor.reload()
    noor.get_by_role("button", name="Geef akkoord").click()
    expect(noor.get_by_text("Je akkoord is genoteerd.")).to_be_visible()

    daan.reload()
    daan.get_by_role("button", name="Breng deze versie uit").click()
    expect(daan.get_by_role("heading", name="Versie 2 is uit")).to_be_visible()
    daan.get_by_role("link", name="Versie 2").click()
    expect(daan.get_by_role("article")).to_contain_text("Welk nummer kies je bij brand?")
    expect(daan.get_by_role("article")).to_contain_text("Opnieuw leren")
