"""Programs that the full check needs from the machine itself."""

from __future__ import annotations

import shutil

from scripts.bootstrap import apt

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
REDIS = ("redis-server",)


def have_servers_and_browser() -> None:
    """Install Chromium and Redis where they lack; PostgreSQL comes with the Python packages."""
    missing = [names[0] for names in (CHROMIUM, REDIS) if found(names) is None]
    if missing:
        apt.install(missing, "The full check needs a browser and servers")


def found(names: tuple[str, ...]) -> str | None:
    return next((path for path in map(shutil.which, names) if path), None)
