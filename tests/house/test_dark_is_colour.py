"""Dark changes colours and nothing else: the walks look at nothing else in it."""

from __future__ import annotations

import re

from tests.house.tree import ROOT

WEB = ROOT / "web" / "src"
TOKENS = WEB / "tokens.css"
COLOUR = re.compile(r"--[a-z-]+: oklch\([\d. ]+\)|color-scheme: dark")


def dark(opening: str) -> list[str]:
    _, _, rest = TOKENS.read_text().partition(opening)
    body, _, _ = rest.partition("}")
    return [one.strip() for one in body.split(";") if one.strip()]


def test_dark_is_the_same_whether_it_was_chosen_or_the_device_asks_for_it() -> None:
    chosen = dark(':root[data-theme="dark"] {')
    assert len(chosen) > 10
    assert chosen == dark(':root:not([data-theme="light"]) {')


def test_dark_changes_colours_only_and_in_one_place() -> None:
    assert [one for one in dark(':root[data-theme="dark"] {') if not COLOUR.fullmatch(one)] == []
    styled = [*WEB.rglob("*.css"), *WEB.rglob("*.svelte")]
    schemed = re.compile(r"color-scheme|data-theme")
    assert [one for one in styled if schemed.search(one.read_text())] == [TOKENS]
