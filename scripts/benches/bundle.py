"""`scripts/bench bundle`: what a browser must fetch before the first screen, packed."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from scripts.benches.figures import Figure, tell
from scripts.bootstrap.places import WEB
from scripts.bootstrap.telling import Trouble

DIST = WEB / "dist"
KB = 1000
FETCHED_AT_ONCE = {"stylesheet", "modulepreload"}


def run() -> bool:
    """Measures; gives whether the bars hold."""
    if not (DIST / "app" / "index.html").exists():
        raise Trouble("The web client is not built: start scripts/run or scripts/test once.")
    return tell("bundle", list(_figures()))


def _figures() -> Iterator[Figure]:
    phone = first_load(DIST / "app" / "index.html")
    worker = [DIST / "app" / "sw.js"]
    console = first_load(DIST / "console" / "index.html")
    yield Figure("phone, first load, gzip", size(phone, ".gz"), "kB", most=60)
    yield Figure("phone, first load, brotli", size(phone, ".br"), "kB")
    yield Figure("phone, service worker, gzip", size(worker, ".gz"), "kB", most=10)
    yield Figure("phone, service worker, brotli", size(worker, ".br"), "kB")
    yield Figure("console, first view, gzip", size(console, ".gz"), "kB", most=150)
    yield Figure("console, first view, brotli", size(console, ".br"), "kB")


def first_load(page: Path) -> list[Path]:
    """The page, and the scripts and styles that it names."""
    links = _Links()
    links.feed(page.read_text(encoding="utf-8"))
    return [page, *(DIST / link.lstrip("/") for link in links.found)]


def size(files: list[Path], packed: str) -> float:
    """The files packed, in kB; one too small to pack counts as it is."""
    ready = (file.with_name(file.name + packed) for file in files)
    pairs = zip(ready, files, strict=True)
    return sum((one if one.exists() else file).stat().st_size for one, file in pairs) / KB


class _Links(HTMLParser):
    """Collects what a browser fetches at once."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes `src` of scripts and `href` of styles and preloads."""
        named = {name: value or "" for name, value in attrs}
        if tag == "script" and "src" in named:
            self.found.append(named["src"])
        if tag == "link" and named.get("rel") in FETCHED_AT_ONCE:
            self.found.append(named["href"])
