"""The checkout as the house tests see it: its files, and its packages."""

from __future__ import annotations

import subprocess
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@cache
def files() -> list[Path]:
    """Every file that is, or is about to be, part of the project: all that git does not ignore."""
    listed = git("ls-files", "--cached", "--others", "--exclude-standard", "-z")
    paths = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file()]  # a deleted file is listed until committed


def git(*arguments: str) -> str:
    # The checkout may belong to another user than the one who tests it.
    command = ["git", "-c", f"safe.directory={ROOT}", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def with_suffix(*suffixes: str) -> list[Path]:
    return [path for path in files() if path.suffix in suffixes]


@cache
def packages() -> list[str]:
    """The top-level packages, as import-linter knows them."""
    return [str(name) for name in _pyproject()["tool"]["importlinter"]["root_packages"]]


def shipped() -> list[str]:
    """The top-level packages, as the wheel packs them."""
    return [
        str(name) for name in _pyproject()["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    ]


def python_of(*folders: str) -> list[Path]:
    return [
        path
        for path in with_suffix(".py")
        if name(path).startswith(tuple(f"{f}/" for f in folders))
    ]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def _pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
