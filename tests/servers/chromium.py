"""The machine's own Chromium, driven through Playwright."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator

from playwright.sync_api import Browser, BrowserContext, ViewportSize, sync_playwright

from scripts.bootstrap.machine import CHROMIUM, found

# Without these it asks hosts outside for updates and samples, and waits for answers.
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

PHONE: ViewportSize = {"width": 390, "height": 844}


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    path = found(CHROMIUM)
    if path is None:
        raise RuntimeError("no Chromium: run scripts/test, which installs it")
    # Its sandbox cannot be set up by root.
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        try:
            yield browser
        finally:
            browser.close()


@contextlib.contextmanager
def phone(browser: Browser, *, colour_scheme: str = "light") -> Iterator[BrowserContext]:
    """A fresh phone of a learner in the Netherlands: own storage, touch, Dutch."""
    context = browser.new_context(
        viewport=PHONE,
        has_touch=True,
        is_mobile=True,
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        color_scheme="dark" if colour_scheme == "dark" else "light",
    )
    try:
        yield context
    finally:
        context.close()
