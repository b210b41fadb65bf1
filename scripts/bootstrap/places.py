"""Folders of the checkout that the scripts share."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
REQUIREMENTS = ROOT / "requirements"
WEB = ROOT / "web"


def module(name: str, *arguments: str | Path) -> list[str]:
    """The command that runs a module in the virtual environment.

    Not by the programs in its `bin`: those break when the checkout is moved.
    """
    return [str(VENV_PYTHON), "-m", name, *map(str, arguments)]


def site_packages() -> Path:
    return next((VENV / "lib").glob("python3.*/site-packages"))


def data_folder() -> Path:
    """Where the server that `scripts/run` starts keeps its data."""
    return Path(os.environ.get("BEKLIJF_DATA_DIR") or ROOT / "var").absolute()
