"""The walks over all screens would notice: each kind of fault is found on a page that has it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.inspection import Inspection, equip
from tests.servers.chromium import PHONE

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="nl"><head><title>Beklijf</title>
<meta name="viewport" content="width=device-width"><style>{style}</style></head>
<body><main><h1>Vandaag</h1>{body}</main></body></html>"""


@pytest.fixture
def inspection(browser: Browser) -> Iterator[Inspection]:
    context = browser.new_context(viewport=PHONE, is_mobile=True)
    equip(context)
    yield Inspection(context.new_page(), "nl", narrow=True)
    context.close()


def found(inspection: Inspection, body: str, style: str = "") -> list[str]:
    inspection.page.goto("about:blank")
    inspection.page.set_content(PAGE.format(body=body, style=style))
    inspection.look("page")
    return inspection.findings


def test_a_good_page_has_no_findings(inspection: Inspection) -> None:
    assert found(inspection, "<p>Tien kaarten, 3 min. Mail naar x@phone.example.</p>") == []


@pytest.mark.parametrize(
    ("body", "style", "fault"),
    [
        ("<input>", "", "label"),
        ("<p>Licht</p>", "p {color: #ccc; background: #fff}", "color-contrast"),
        (
            "<p>Donker</p>",
            "@media (prefers-color-scheme: dark) {p {color: #222; background: #000}}",
            "dark: color-contrast",
        ),
        ("<p>review.show</p>", "", "says 'review.show'"),
        ("<button aria-label='phone:nav.me'>x</button>", "", "says 'phone:n'"),
        ("<p>Nog {{count}} kaarten</p>", "", "says '{{c'"),
        ("<p>undefined kaarten</p>", "", "says 'undefined'"),
        ("<p>Breed</p>", "p {width: 350px}", "wide at 320"),
    ],
)
def test_a_fault_is_found(inspection: Inspection, body: str, style: str, fault: str) -> None:
    assert any(fault in finding for finding in found(inspection, body, style))


def test_another_language_than_the_readers_is_found(inspection: Inspection) -> None:
    inspection.language = "en"
    assert found(inspection, "") == ["page: tells a screen reader another language"]
