"""Looking a screen over: can everybody use it, and does it say what it means to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import BrowserContext, Page

from scripts.bootstrap.places import WEB
from tests.journeys.words import raw_text

AXE = WEB / "node_modules" / "axe-core" / "axe.min.js"
WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# No other rule of those reads colours, and dark changes nothing else (test_dark_is_colour.py).
RULES_ABOUT_COLOUR = ["color-contrast", "link-in-text-block"]
SMALLEST_PHONE = 320

SHOWN = """() => {
    const named = [...document.querySelectorAll('[aria-label], [title], [alt], [placeholder]')];
    const names = named.flatMap(one => ['aria-label', 'title', 'alt', 'placeholder']
        .map(name => one.getAttribute(name) ?? ''));
    return [document.title, document.body.innerText, ...names].join('\\n');
}"""


# Counts the answers that a page still waits for, so that a walk can tell when it is filled.
COUNTING = """{
    const ask = globalThis.fetch;
    globalThis.openCalls = 0;
    globalThis.fetch = (...call) => {
        globalThis.openCalls += 1;
        return ask(...call).finally(() => (globalThis.openCalls -= 1));
    };
}"""


def equip(context: BrowserContext) -> None:
    """Brings axe to every page of this browser, and a count of calls under way."""
    context.add_init_script(path=AXE)
    context.add_init_script(COUNTING)


@dataclass
class Inspection:
    """Walks along with a page; `findings` hold what is wrong, by screen."""

    page: Page
    language: str
    narrow: bool = False
    findings: list[str] = field(default_factory=list)

    def look(self, screen: str) -> None:
        """Looks the screen over as it stands now, light and dark."""
        self.page.wait_for_function("() => openCalls === 0")
        # At its end, the bar at the foot lies over nothing that scrolls beneath it.
        self.page.evaluate("scrollTo(0, document.body.scrollHeight)")
        self.findings += [f"{screen}: {fault}" for fault in self._faults()]

    def _faults(self) -> list[str]:
        page = self.page
        faults = [f"says {text!r}" for text in raw_text().findall(page.evaluate(SHOWN))]
        if page.locator("html").get_attribute("lang") != self.language:
            faults.append("tells a screen reader another language")
        faults += self._axe({"type": "tag", "values": WCAG_2_2_AA})
        page.emulate_media(color_scheme="dark")
        faults += [
            f"dark: {fault}" for fault in self._axe({"type": "rule", "values": RULES_ABOUT_COLOUR})
        ]
        page.emulate_media(color_scheme="light")
        if self.narrow:
            faults += self._sideways()
        return faults

    def _axe(self, run_only: dict[str, Any]) -> list[str]:
        found = self.page.evaluate("runOnly => axe.run(document, {runOnly})", run_only)
        return [
            f"{violation['id']} at {node['target']}: {node['failureSummary']}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]

    def _sideways(self) -> list[str]:
        """On the smallest phone nothing may stick out, since nobody looks for it there."""
        before = self.page.viewport_size
        assert before is not None
        self.page.set_viewport_size({"width": SMALLEST_PHONE, "height": 640})
        width = self.page.evaluate("document.documentElement.scrollWidth")
        self.page.set_viewport_size(before)
        return [f"is {width} wide at {SMALLEST_PHONE}"] if width > SMALLEST_PHONE else []
