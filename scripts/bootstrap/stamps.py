"""Stamps: what an earlier start made, so that the next one need not make it again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest(files: Iterable[Path], *facts: str) -> str:
    """One hash over the names and contents of files, and over facts such as a version."""
    whole = hashlib.sha256("\0".join(facts).encode())
    for file in sorted(files):
        whole.update(str(file).encode() + b"\0")
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def holds(stamp: Path, value: str) -> bool:
    return stamp.is_file() and value in stamp.read_text(encoding="ascii").split()


def put(stamp: Path, *values: str) -> None:
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text("\n".join(values), encoding="ascii")
