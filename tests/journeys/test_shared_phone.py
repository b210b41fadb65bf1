"""Several tabs and several people on one phone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Response, expect

from tests.journeys.answering import fill_in
from tests.journeys.colleague import PASSWORD
from tests.journeys.phone_app import PhoneApp
from tests.journeys.watch import watched
from tests.servers.beklijf import Beklijf
from tests.servers.chromium import phone
from tests.servers.waiting import until
from tests.support.faces import FACES

pytestmark = pytest.mark.browser

TOBIAS, SEM = "tobias@molenwerk.example", "sem@molenwerk.example"


@pytest.fixture
def pocket(browser: Browser, kinds: Beklijf) -> Iterator[BrowserContext]:
    with phone(browser) as context, watched(context, kinds.url):
        yield context


def test_two_tabs_send_each_answer_once(pocket: BrowserContext, kinds: Beklijf) -> None:
    sent: list[Response] = []

    def note(response: Response) -> None:
        if response.url.endswith("/api/v1/reviews"):
            sent.append(response)

    pocket.on("response", note)
    first, second = PhoneApp(pocket.new_page()), PhoneApp(pocket.new_page())
    first.sign_in(kinds.url, TOBIAS, PASSWORD)
    second.page.goto(f"{kinds.url}/app/")
    expect(second.heading("Goede")).to_be_visible()
    first.page.bring_to_front()
    pocket.set_offline(True)
    answer_two(first)
    expect(second.says("Klaar om te versturen: 2")).to_be_visible()
    pocket.set_offline(False)
    for tab in (first, second):
        expect(tab.says("versturen")).to_be_hidden()
    results = [result for response in sent for result in response.json()["results"]]
    assert [result["status"] for result in results] == ["recorded", "recorded"]


def test_signing_out_warns_of_waiting_answers_and_leaves_nothing_behind(
    pocket: BrowserContext, kinds: Beklijf
) -> None:
    app = PhoneApp(pocket.new_page())
    app.sign_in(kinds.url, SEM, PASSWORD)
    app.works_offline()
    pocket.set_offline(True)
    answer_two(app)
    app.page.goto(f"{kinds.url}/app/#/me")
    app.button("Uitloggen").click()
    expect(app.page.get_by_role("dialog", name="Uitloggen?")).to_contain_text(
        "2 antwoorden of berichten zijn nog niet verstuurd."
    )
    app.button("Log toch uit").click()
    expect(app.heading("Inloggen")).to_be_visible()
    until(lambda: app.page.evaluate(LEFT_BEHIND) == NOTHING)
    pocket.set_offline(False)
    app.sign_in(kinds.url, SEM, PASSWORD)
    expect(app.page.get_by_role("button", name=re.compile("^Start"))).to_be_visible()


NOTHING: dict[str, object] = {"databases": [], "caches": [], "workers": 0, "sign_ins": []}
LEFT_BEHIND = """async () => ({
    databases: (await indexedDB.databases()).map(one => one.name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    sign_ins: Object.keys(localStorage).filter(name => name.includes('tokens')),
})"""


def answer_two(app: PhoneApp) -> None:
    app.start()
    for _ in range(2):
        answer_one(app)


def answer_one(app: PhoneApp) -> None:
    page = app.page
    kind = until(lambda: next((k for k in FACES if topic(app, k).is_visible()), None))
    assert kind is not None
    if kind == "recall":
        app.button("Toon antwoord").click()
        page.get_by_role("button", name=re.compile("^Wist ik")).click()
    else:
        fill_in(page, kind, "nl", right=True)
        page.get_by_role("button", name=re.compile("^Zeker")).click()
        app.button("Verder").click()
    expect(topic(app, kind)).to_be_hidden()


def topic(app: PhoneApp, kind: str) -> Locator:
    """Each card of this firm has its kind for a topic."""
    return app.page.get_by_text(kind, exact=True)
