"""Every screen of the phone app, in both languages and colour schemes, down to 320 pixels."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.journeys.answering import fill_in
from tests.journeys.colleague import PASSWORD
from tests.journeys.inspection import Inspection, equip
from tests.journeys.watch import watched
from tests.journeys.words import beginning, words
from tests.servers.beklijf import Beklijf
from tests.servers.chromium import PHONE
from tests.support.faces import FACES

pytestmark = pytest.mark.browser

LEARNER_OF = {"nl": "fatima@molenwerk.example", "en": "frances@molenwerk.example"}
LOCALES = {"nl": "nl-NL", "en": "en-GB"}


@pytest.fixture(params=["nl", "en"])
def walk(request: pytest.FixtureRequest, browser: Browser, kinds: Beklijf) -> Iterator[Inspection]:
    language: str = request.param
    context = browser.new_context(
        viewport=PHONE, has_touch=True, is_mobile=True, locale=LOCALES[language],
        reduced_motion="reduce", base_url=kinds.url,
    )  # fmt: skip
    equip(context)
    with watched(context, kinds.url):
        yield Inspection(context.new_page(), language, narrow=True)
        context.close()


def test_everybody_can_use_every_screen(walk: Inspection) -> None:
    before_the_door(walk)
    sign_in(walk, LEARNER_OF[walk.language])
    practise_every_kind(walk)
    the_three_places(walk)
    taking_care(walk)
    assert walk.findings == []


def before_the_door(walk: Inspection) -> None:
    page = walk.page
    for screen in ("sign-in", "forgotten", "welcome"):
        page.goto(f"/app/#/{screen}")
        title = {"sign-in": "common:sign_in.title", "forgotten": "common:sign_in.forgotten"}
        heading(walk, title.get(screen, "settings:welcome.title"))
        walk.look(screen)
    page.goto("/app/#/sign-in")
    page.get_by_label(words(walk.language, "common:sign_in.email")).fill("nobody@example.test")
    page.get_by_label(words(walk.language, "common:sign_in.password")).fill("not the password")
    button(walk, "common:sign_in.submit").click()
    expect(page.get_by_role("alert")).to_be_visible()
    walk.look("sign-in refused")


def sign_in(walk: Inspection, email: str) -> None:
    page = walk.page
    page.goto("/app/#/sign-in")
    page.get_by_label(words(walk.language, "common:sign_in.email")).fill(email)
    page.get_by_label(words(walk.language, "common:sign_in.password")).fill(PASSWORD)
    button(walk, "common:sign_in.submit").click()
    expect(page.get_by_role("navigation")).to_be_visible()
    walk.look("today")


def practise_every_kind(walk: Inspection) -> None:
    """Each kind, answered wrongly the first time where that has a look of its own."""
    page = walk.page
    page.get_by_role("button", name=beginning(walk.language, "phone:today.start")).click()
    wrong_first = {"choice", "cloze", "match", "order"}
    seen: set[str] = set()
    while (kind := kind_on(walk)) is not None:
        first = kind not in seen
        seen.add(kind)
        if first:
            walk.look(f"{kind} asked")
        answer(walk, kind, right=not (first and kind in wrong_first), look=first)
    assert seen == set(FACES)
    walk.look("end")
    button(walk, "phone:end.finish").click()
    heading(walk, "phone:today.done")
    walk.look("today done")


def kind_on(walk: Inspection) -> str | None:
    """The kind of the card on the screen, or None at the end of the round."""
    page = walk.page
    end = page.get_by_role("heading", name=words(walk.language, "phone:end.title_day"))
    expect(page.get_by_role("progressbar").or_(end)).to_be_visible()
    if end.is_visible():
        return None
    # Each card of this firm has its kind for a topic.
    return next(kind for kind in FACES if page.get_by_text(kind, exact=True).is_visible())


def answer(walk: Inspection, kind: str, *, right: bool, look: bool) -> None:
    page, language = walk.page, walk.language
    if kind == "recall":
        button(walk, "phone:review.show").click()
        verdict = page.get_by_role("button", name=beginning(language, "phone:review.knew"))
    else:
        fill_in(page, kind, language, right=right)
        sure = page.get_by_role("button", name=beginning(language, "phone:review.sure"))
        sure.click()
        verdict = button(walk, "phone:review.continue")
    expect(verdict).to_be_visible()
    if look:
        walk.look(f"{kind} {'right' if right else 'wrong'}")
    if look and kind == "recall":
        button(walk, "phone:flag.open").click()
        walk.look("flag")
        button(walk, "common:cancel").click()
        button(walk, "phone:review.why").click()
        heading(walk, "why:title")
        walk.look("why this card")
        button(walk, "common:close").click()
        button(walk, "phone:review.four").click()
        walk.look("four buttons")
        button(walk, "phone:review.two").click()
    verdict.click()
    expect(verdict).to_be_hidden()


def the_three_places(walk: Inspection) -> None:
    page, language = walk.page, walk.language
    page.goto("/app/#/find")
    field = page.get_by_label(words(language, "phone:find.label"))
    field.fill("phishing")
    expect(page.get_by_role("listitem").filter(has_text="mail").first).to_be_visible()
    page.locator("summary").first.click()
    walk.look("found")
    field.fill("kwantumvloot")
    expect(page.get_by_role("status").filter(has_text="kwantumvloot")).to_be_visible()
    walk.look("found nothing")
    button(walk, "find:ask.open").click()
    walk.look("ask your trainer")
    button(walk, "find:ask.send").click()
    expect(page.get_by_text(words(language, "find:mine.waiting"))).to_be_visible()
    walk.look("asked before")
    page.goto("/app/#/me")
    heading(walk, "settings:me.title")
    walk.look("me")
    button(walk, "settings:me.my_reminders_show").click()
    expect(page.get_by_text(beginning(language, "reminder_log:now.not"))).to_be_visible()
    walk.look("my reminders")
    button(walk, "common:sign_out").click()
    heading(walk, "settings:me.sign_out_title")
    walk.look("sign out")
    button(walk, "common:cancel").click()


def taking_care(walk: Inspection) -> None:
    """What a learner has sent in, nothing yet, and how to propose a card."""
    walk.page.goto("/app/#/care")
    heading(walk, "phone:screen.care")
    walk.look("care")
    walk.page.goto("/app/#/propose")
    heading(walk, "phone:screen.propose")
    walk.look("propose")
    button(walk, "care:propose.send").click()
    walk.look("propose not filled in")


def button(walk: Inspection, key: str) -> Locator:
    return walk.page.get_by_role("button", name=words(walk.language, key), exact=True)


def heading(walk: Inspection, key: str) -> None:
    expect(
        walk.page.get_by_role("heading", name=words(walk.language, key), exact=True)
    ).to_be_visible()
