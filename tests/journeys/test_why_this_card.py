"""A learner asks why a card is here, in a train without network."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from server.demo.cast import PASSWORD
from tests.journeys.inspection import Inspection, equip
from tests.journeys.phone_app import PhoneApp
from tests.journeys.watch import watched
from tests.servers.beklijf import Beklijf
from tests.servers.chromium import phone

pytestmark = pytest.mark.browser

FELL_TO = re.compile(r"was 100% op .+ en is nu \d+%\. .+ Het doel is \d+%\.")


@pytest.fixture
def app(browser: Browser, demo: Beklijf) -> Iterator[PhoneApp]:
    with phone(browser) as context, watched(context, demo.url):
        equip(context)
        app = PhoneApp(context.new_page())
        app.sign_in(demo.url, "learner@demo.example", PASSWORD)
        app.works_offline()
        context.set_offline(True)
        yield app


def test_every_card_of_today_says_why_without_network(app: PhoneApp) -> None:
    walk = Inspection(app.page, "nl", narrow=True)
    app.place("Ik")
    app.page.get_by_role("link", name="Waarom deze kaarten?").click()
    expect(app.heading("Waarom deze kaarten?")).to_be_focused()
    walk.look("cards of today")
    practised = app.page.get_by_role("listitem").filter(has_text="%").first
    practised.get_by_role("link").click()
    expect(app.heading("Waarom deze kaart?")).to_be_focused()
    expect(app.page.get_by_role("img", name=FELL_TO)).to_be_visible()
    expect(term(app.page, "Laatst geoefend")).to_contain_text("geleden")
    expect(app.page.get_by_text("Alleen jij ziet dit")).to_be_visible()
    walk.look("why a card")
    app.page.get_by_role("link", name="Waarom deze kaarten?").click()
    expect(practised).to_be_visible()
    assert walk.findings == []


def term(page: Page, name: str) -> Locator:
    return page.locator(f"dt:has-text('{name}') + dd")
