"""A picture on a card: from its author to a learner's phone, also without a network."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from server.people import passwords
from server.store.card_sets import CardSet
from tests.journeys.colleague import PASSWORD
from tests.journeys.console_app import ConsoleApp
from tests.journeys.inspection import Inspection, equip
from tests.journeys.phone_app import PhoneApp
from tests.journeys.watch import watched
from tests.server.firm import found, session_on
from tests.servers.beklijf import Beklijf
from tests.servers.chromium import phone
from tests.servers.waiting import until
from tests.support import sets
from tests.support.media import picture

pytestmark = pytest.mark.browser

LAPTOP: ViewportSize = {"width": 1440, "height": 900}
FATIMA, SEM = "fatima@gevelwerk.example", "sem@gevelwerk.example"
LADDER = "Een ladder staat tegen een gevel"
SHELVES = """async () => {
    const names = (await caches.keys()).filter(name => name.startsWith('beklijf-media-'));
    const files = async name => (await (await caches.open(name)).keys()).length;
    return Promise.all(names.map(files));
}"""


@pytest.fixture(scope="module")
def card_set(demo: Beklijf) -> int:
    """An empty set of Daan's, in a campaign of Fatima's; Sem is her colleague."""
    hashed = passwords.hashed(PASSWORD)
    with session_on(f"sqlite:///{demo.folder / 'data' / 'beklijf.sqlite3'}") as db:
        firm = found(db, "gevelwerk")
        firm.daan.password_hash = hashed
        fatima, _ = (firm.person(name, password_hash=hashed) for name in ("Fatima", "Sem"))
        made: CardSet = firm.card_set("Ladders")
        sets.campaign(firm, made, people=(fatima,), starts_on=datetime.now(UTC).date())
        db.commit()
        return made.id


@pytest.fixture
def desk(browser: Browser, demo: Beklijf) -> Iterator[ConsoleApp]:
    with browser.new_context(viewport=LAPTOP, locale="nl-NL", reduced_motion="reduce") as context:
        equip(context)
        with watched(context, demo.url):
            yield ConsoleApp(context.new_page(), demo.url)


@pytest.fixture
def pocket(browser: Browser, demo: Beklijf) -> Iterator[BrowserContext]:
    with phone(browser) as context, watched(context, demo.url):
        equip(context)
        yield context


def test_a_picture_goes_along_with_fatima(
    desk: ConsoleApp, pocket: BrowserContext, demo: Beklijf, card_set: int
) -> None:
    daan_adds_a_picture(desk, card_set)
    app = PhoneApp(pocket.new_page())
    app.sign_in(demo.url, FATIMA, PASSWORD)
    app.works_offline()
    # Kept before it was ever looked at.
    until(lambda: app.page.evaluate(SHELVES) == [1])
    pocket.set_offline(True)
    app.page.reload()
    app.start()
    is_drawn(inside_the_button(app.page))
    fatima_looks_closer(app)
    app.page.reload()
    is_drawn(inside_the_button(app.page))
    pocket.set_offline(False)
    sem_borrows_the_phone(app, demo)


def daan_adds_a_picture(desk: ConsoleApp, card_set: int) -> None:
    page = desk.page
    desk.sign_in("daan@gevelwerk.example", PASSWORD)
    page.goto(f"{desk.url}/console/#/sets/{card_set}/edit")
    page.get_by_label("Vraag", exact=True).fill("Onder welke hoek staat de ladder goed?")
    page.get_by_label("Antwoord", exact=True).fill("75 graden")
    page.locator("#card-media-add").set_input_files(
        {"name": "ladder.png", "mimeType": "image/png", "buffer": picture(size=(320, 180))}
    )
    words = page.get_by_label("In woorden")
    expect(words).to_be_focused()
    expect(page.get_by_text("staat geen beschrijving")).to_be_visible()
    page.keyboard.insert_text(LADDER)
    expect(page.get_by_text("staat geen beschrijving")).to_be_hidden()
    is_drawn(page.get_by_label("Zo ziet de deelnemer het").locator("img"))
    expect(page.locator(".form").get_by_role("status").first).to_have_text("Bewaard")
    look = Inspection(page, "nl")
    look.look("the editor with a picture")
    page.goto(f"{desk.url}/console/#/sets/{card_set}/changes")
    expect(page.get_by_role("button", name=LADDER)).to_be_visible()
    look.look("a release with a picture")
    assert look.findings == []
    desk.button("Breng deze versie uit").click()
    expect(desk.heading("Versie 1 is uit")).to_be_visible()


def fatima_looks_closer(app: PhoneApp) -> None:
    page = app.page
    page.get_by_role("button", name=LADDER).click()
    large = page.get_by_role("dialog", name="Afbeelding")
    is_drawn(large.locator("img"))
    page.keyboard.press("Escape")
    expect(large).to_be_hidden()
    expect(page.get_by_role("button", name=LADDER)).to_be_focused()
    look = Inspection(page, "nl", narrow=True)
    look.look("a question with a picture")
    assert look.findings == []


def sem_borrows_the_phone(app: PhoneApp, demo: Beklijf) -> None:
    """Fatima's sign-in is gone, as after a new password, and her store is still there."""
    app.page.evaluate("localStorage.removeItem('beklijf.tokens')")
    app.page.goto("about:blank")
    app.sign_in(demo.url, SEM, PASSWORD)
    until(lambda: sum(app.page.evaluate(SHELVES)) == 0)


def inside_the_button(page: Page) -> Locator:
    return page.get_by_role("button", name=LADDER).locator("img")


def is_drawn(image: Locator) -> None:
    """On the screen with its pixels, and not as an empty frame."""
    expect(image).to_be_visible()
    until(lambda: image.evaluate("one => one.complete && one.naturalWidth > 0"))
