"""The virtual environment of the checkout, with pip and uv in it."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

from scripts.bootstrap import apt, stamps
from scripts.bootstrap.places import REQUIREMENTS, VENV, VENV_PYTHON, module
from scripts.bootstrap.telling import must, step

UV_LOCK = REQUIREMENTS / "uv.txt"
UV_STAMP = VENV / ".uv-lock"


def make() -> None:
    """Make `.venv` when it is missing or broken, and put the pinned uv in it."""
    if not _works("pip"):
        _make_with_pip()
    wanted = stamps.digest([UV_LOCK])
    if not (stamps.holds(UV_STAMP, wanted) and _works("uv")):
        with step("installing uv"):
            must(
                [
                    *module("pip", "install", "--quiet", "--disable-pip-version-check"),
                    *("--require-hashes", "-r", UV_LOCK),
                ],
                "The package index could not be reached or refused: check the network or proxy.",
            )
        stamps.put(UV_STAMP, wanted)


def _make_with_pip() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        minor = f"python3.{sys.version_info.minor}-venv"  # Debian keeps it apart from Python
        apt.install([minor], "Python cannot make virtual environments yet")
    with step("making the virtual environment"):
        must(
            [sys.executable, "-m", "venv", "--clear", VENV],
            f"Remove {VENV.name} and start again.",
        )


def _works(name: str) -> bool:
    """Whether a module runs there; no longer so after an upgrade of the machine's Python."""
    if not VENV_PYTHON.exists():
        return False
    command = [str(VENV_PYTHON), "-c", f"import {name}"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
