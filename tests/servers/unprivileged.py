"""PostgreSQL refuses to run as root: the user it runs under instead."""

from __future__ import annotations

import os
import pwd
import shutil
from pathlib import Path

CANDIDATES = ("postgres", "nobody")


def server_user() -> str | None:
    """The user to start servers under, or None when we are an ordinary user already."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    for name in CANDIDATES:
        if name in known:
            return name
    raise RuntimeError(f"PostgreSQL will not run as root, and none of {CANDIDATES} exists here")


def give_to(user: str | None, folder: Path) -> None:
    if user is not None:
        shutil.chown(folder, user)
    folder.chmod(0o700)
