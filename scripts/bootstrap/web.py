"""Builds the web client into `web/dist`, when its sources have changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from scripts.bootstrap import node, stamps
from scripts.bootstrap.alone import alone_in
from scripts.bootstrap.places import ROOT, WEB
from scripts.bootstrap.telling import run, step

DIST = WEB / "dist"
MODULES = WEB / "node_modules"
MADE = {DIST, MODULES, WEB / ".svelte-check"}
# Inside node_modules, so that a fresh install of those also means a fresh build.
INSTALLED = MODULES / ".beklijf" / "lock"
BUILT = MODULES / ".beklijf" / "sources"


def install() -> None:
    """Install what `package-lock.json` names."""
    wanted = stamps.digest([WEB / "package.json", WEB / "package-lock.json"])
    if stamps.holds(INSTALLED, wanted):
        return
    with step("installing the web packages"):
        node.must_npm("Check the network or proxy, then start again.", "ci", "--no-fund")
    stamps.put(INSTALLED, wanted)


def build() -> None:
    """Make `web/dist` of the sources as they are now."""
    install()
    sources = stamps.digest(_sources())
    if DIST.is_dir() and stamps.holds(BUILT, sources):
        return
    with step("building the web client"):
        node.must_npm("The web client does not build; see above.", "run", "build")
    stamps.put(BUILT, sources)


def main() -> int:
    with alone_in(ROOT):
        build()
    return 0


def _sources() -> Iterator[Path]:
    for folder, folders, files in os.walk(WEB):
        if Path(folder) == WEB:
            folders[:] = [name for name in folders if WEB / name not in MADE]
        for name in files:
            yield Path(folder, name)


if __name__ == "__main__":
    run(main)
