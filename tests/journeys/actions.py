"""Counting what a person does, so that a journey can promise how little it takes."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page


@dataclass
class Actions:
    """Hands on one page: each click, filled field, key chord or paste counts as one."""

    page: Page
    count: int = 0

    def click(self, what: Locator) -> None:
        self.count += 1
        what.click()

    def fill(self, field: Locator, text: str) -> None:
        self.count += 1
        field.fill(text)

    def paste(self, copied: str) -> None:
        """Pastes where the page stands; copying was done in another program."""
        self.page.evaluate("text => navigator.clipboard.writeText(text)", copied)
        self.count += 1
        self.page.keyboard.press("ControlOrMeta+v")
