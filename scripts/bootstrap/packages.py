"""Installs exactly what a lock file names into the virtual environment."""

from __future__ import annotations

from scripts.bootstrap import stamps, venv
from scripts.bootstrap.places import REQUIREMENTS, ROOT, VENV, VENV_PYTHON, module
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
    # On all cores at once; else each of the first processes compiles what it imports.
    "UV_COMPILE_BYTECODE": "1",
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
    # A checkout that was moved must be installed again, and so must a renamed command.
    files = [REQUIREMENTS / f"{lock}.txt", venv.UV_LOCK, ROOT / "pyproject.toml"]
    return stamps.digest(files, str(ROOT))


def _add_ourselves() -> None:
    """Make the checkout importable, and put `beklijf` in `.venv/bin`.

    With the build backend that the lock has just brought, so that nothing is fetched unlocked.
    """
    must(
        [
            *module("uv", "pip", "install", "--quiet", "--offline", "--no-deps"),
            *("--no-build-isolation", "--python", VENV_PYTHON, "--editable", ROOT),
        ],
        "The checkout is not complete.",
        environment=UV,
    )
