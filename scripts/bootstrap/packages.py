"""Installs exactly what a lock file names into the virtual environment."""

from __future__ import annotations

import shlex

from scripts.bootstrap import stamps, venv
from scripts.bootstrap.places import REQUIREMENTS, ROOT, VENV, VENV_PYTHON, module, site_packages
from scripts.bootstrap.telling import must, step

RUN = "build"
TEST = "dev"

# Each lock with the smaller ones it contains: a start after a test must not remove what tests need.
CONTAINS = {RUN: (RUN,), TEST: (TEST, RUN)}

STAMP = VENV / ".installed"

UV = {
    "UV_SYSTEM_CERTS": "1",  # a company's proxy is known to the system, not to uv
    "UV_PYTHON_DOWNLOADS": "never",
    "UV_NO_PROGRESS": "1",
}


def install(lock: str) -> None:
    """Make `.venv` hold the packages of `requirements/LOCK.txt`; seconds when it does already."""
    if VENV_PYTHON.exists() and stamps.holds(STAMP, _value(lock)):
        return
    STAMP.unlink(missing_ok=True)  # an install that is interrupted must not pass for a whole one
    venv.make()
    with step("installing the Python packages"):
        must(
            [
                *module("uv", "pip", "sync", "--quiet", "--require-hashes"),
                *("--python", VENV_PYTHON, REQUIREMENTS / f"{lock}.txt"),
            ],
            "The package index could not be reached or refused: check the network or proxy.",
            environment=UV,
        )
        _add_ourselves()
    stamps.put(STAMP, *(_value(contained) for contained in CONTAINS[lock]))


def _value(lock: str) -> str:
    return stamps.digest([REQUIREMENTS / f"{lock}.txt", venv.UV_LOCK], str(ROOT))


def _add_ourselves() -> None:
    """Make the checkout importable and put `beklijf` in `.venv/bin`.

    An editable install would do the same, but would first fetch a build backend.
    """
    (site_packages() / "beklijf.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    command = VENV / "bin" / "beklijf"
    python = shlex.quote(str(VENV_PYTHON))
    command.write_text(f'#!/bin/sh\nexec {python} -P -m server.cli "$@"\n', encoding="utf-8")
    command.chmod(0o755)
