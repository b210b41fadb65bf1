"""What a page must never do, noted while a test uses it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

# A browser writes these by itself for answers that the app expects and handles.
EXPECTED = ("net::ERR_INTERNET_DISCONNECTED", "Failed to load resource")


@contextmanager
def watched(context: BrowserContext, origin: str) -> Iterator[None]:
    """Fails at the end when a page threw, complained, broke its policy or asked another origin."""
    faults: list[str] = []

    def console(message: ConsoleMessage) -> None:
        if message.type == "error" and not any(text in message.text for text in EXPECTED):
            faults.append(f"console: {message.text}")

    def request(asked: Request) -> None:
        parts = urlsplit(asked.url)
        if parts.scheme in {"http", "https"} and f"{parts.scheme}://{parts.netloc}" != origin:
            faults.append(f"asked {asked.url}")

    def page(opened: Page) -> None:
        opened.on("pageerror", lambda error: faults.append(f"threw: {error}"))

    context.on("console", console)
    context.on("request", request)
    context.on("page", page)
    yield
    assert faults == [], faults
