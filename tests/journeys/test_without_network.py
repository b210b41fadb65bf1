"""The installed app: without a network, with a newer version waiting, and when a push arrives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect

from server.demo.cast import PASSWORD
from tests.journeys.phone_app import PhoneApp
from tests.journeys.pushing import push, shown
from tests.journeys.watch import watched
from tests.servers.beklijf import Beklijf
from tests.servers.chromium import phone
from tests.servers.waiting import until

pytestmark = pytest.mark.browser

LEARNER = "learner@demo.example"


@pytest.fixture
def pocket(browser: Browser, demo: Beklijf) -> Iterator[BrowserContext]:
    with phone(browser) as context, watched(context, demo.url):
        yield context


@pytest.fixture
def app(pocket: BrowserContext, demo: Beklijf) -> PhoneApp:
    app = PhoneApp(pocket.new_page())
    app.sign_in(demo.url, LEARNER, PASSWORD)
    app.works_offline()
    app.place("Ik")
    expect(app.page.get_by_text("kans dat je het nu weet").first).to_be_visible()
    app.place("Vandaag", title="Goede")
    return app


def test_every_place_opens_after_a_reload_without_a_network(
    app: PhoneApp, pocket: BrowserContext
) -> None:
    pocket.set_offline(True)
    app.page.reload()
    expect(app.heading("Goede")).to_be_visible()
    expect(app.says("Offline")).to_be_visible()
    app.place("Zoeken")
    app.page.reload()
    app.page.get_by_label("Zoek in je kaarten").fill("phishing")
    expect(app.page.get_by_role("listitem").filter(has_text="hishing").first).to_be_visible()
    app.place("Ik")
    app.page.reload()
    expect(app.heading("Wat blijft hangen")).to_be_visible()
    expect(app.page.get_by_label("Per dag", exact=True)).to_be_disabled()


def test_a_newer_version_waits_until_the_learner_agrees(
    pocket: BrowserContext, demo: Beklijf
) -> None:
    def older(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=f"{answer.text()}\n// the version before")

    pocket.route("**/app/sw.js", older)
    app = PhoneApp(pocket.new_page())
    app.sign_in(demo.url, LEARNER, PASSWORD)
    app.works_offline()
    pocket.unroute("**/app/sw.js")
    app.page.reload()
    expect(app.says("Er staat een nieuwe versie klaar.")).to_be_visible()
    with app.page.expect_navigation():
        app.button("Vernieuw").click()
    expect(app.heading("Goede")).to_be_visible()
    expect(app.button("Vernieuw")).to_be_hidden()


def test_a_push_shows_one_reminder_however_often_it_comes(
    app: PhoneApp, pocket: BrowserContext, demo: Beklijf
) -> None:
    pocket.grant_permissions(["notifications"])
    for body in ("Vijf kaarten.", "Vier kaarten."):
        reminder = {"title": "Beklijf", "body": body, "tag": "today", "url": "/app/#/today"}
        push(app.page, demo.url, reminder)
    until(lambda: "Vier kaarten." in {one["body"] for one in shown(app.page)})
    [only] = shown(app.page)
    assert (only["title"], only["tag"]) == ("Beklijf", "today")
