"""Secrets that are made once and kept in the data folder."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_once(file: Path, content: bytes) -> None:
    """Writes the file, whole or not at all, readable by the owner only; an existing one stays.

    Of two processes at the very first start one wins, and neither reads half a secret.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=file.parent)
    mine = Path(name)
    with os.fdopen(descriptor, "wb") as handle:
        handle.write(content)
    try:
        os.link(mine, file)
    except FileExistsError:
        pass
    finally:
        mine.unlink()
