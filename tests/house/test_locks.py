"""The locked requirements fit together and can be proved to be what was locked."""

from __future__ import annotations

import json
import re

from tests.house import tree

PINNED = re.compile(r"^([a-z0-9._-]+)(?:\[[\w,]+\])?==([^\s;\\]+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def test_the_larger_locks_hold_all_of_the_smaller_ones() -> None:
    """Else a start after a test would remove what tests need, and the other way round."""
    assert _pins("app") <= _pins("build") <= _pins("dev")


def test_every_pin_carries_hashes() -> None:
    for lock in ("app", "build", "dev", "uv"):
        text = _text(lock)
        for entry in re.split(r"\n(?=\S)", text.strip()):
            assert HASH.search(entry), f"{lock}: {entry.splitlines()[0]}"


def test_the_web_lock_takes_no_moving_target() -> None:
    """A dependency on `latest` makes `npm ci` refuse the lock once its author releases."""
    lock = json.loads((tree.ROOT / "web" / "package-lock.json").read_text(encoding="utf-8"))
    package = json.loads((tree.ROOT / "web" / "package.json").read_text(encoding="utf-8"))
    held = package.get("overrides", {})
    moving = {
        name
        for entry in lock["packages"].values()
        for name, version in entry.get("dependencies", {}).items()
        if version == "latest"
    }
    assert moving <= set(held)


def _pins(lock: str) -> set[tuple[str, str]]:
    return set(PINNED.findall(_text(lock)))


def _text(lock: str) -> str:
    return (tree.ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
