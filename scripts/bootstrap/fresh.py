"""The data folder: held while a server uses it, emptied on request when none does."""

from __future__ import annotations

import fcntl
import os
import shutil
from pathlib import Path

from scripts.bootstrap.alone import lock
from scripts.bootstrap.places import ROOT
from scripts.bootstrap.telling import Trouble

# Made at the first start, so its presence tells a data folder from somebody's documents.
MARK = "secret_key"


def take(folder: Path, *, empty: bool) -> int:
    """Mark the folder as used until this process ends, also after it becomes the server.

    Returns the descriptor that holds the mark. With `empty`, first remove what is in the folder;
    Trouble when a server still uses it, or when it is not ours to empty.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if empty:
        _empty(folder)
    # Shared: two servers may use one folder, but neither may have it emptied under its feet.
    descriptor = lock(folder, fcntl.LOCK_SH)
    os.set_inheritable(descriptor, True)
    return descriptor


def _empty(folder: Path) -> None:
    if any(folder.iterdir()) and folder != ROOT / "var" and not (folder / MARK).exists():
        raise Trouble(f"{folder} does not look like a data folder of Beklijf; empty it yourself.")
    try:
        descriptor = lock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Trouble(f"A server is using {folder}. Stop it first, then start again.") from None
    for item in folder.iterdir():
        if item.is_dir() and not item.is_symlink():
            shutil.rmtree(item)
        else:
            item.unlink()
    os.close(descriptor)
    if os.environ.get("BEKLIJF_DATABASE_URL"):
        print("· the database at BEKLIJF_DATABASE_URL was left as it is")
