"""Reads uploaded files in a process of their own, which may run out of memory or time alone."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from content.card import Language
from content.exchange.reading import Reading, Unreadable
from server.adapters import sandbox_child
from server.adapters.reading_json import unpacked

_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class SandboxReader:
    """At most `seconds` by the clock and on the processor, and `mebibytes` of memory."""

    seconds: int
    mebibytes: int

    def read(
        self,
        name: str,
        data: bytes | Path,
        *,
        language: Language,
        encoding: str | None,
        known_keys: frozenset[str],
    ) -> Reading:
        """The reading. Raises `Unreadable`: `too-slow` or `too-heavy` beyond the bounds."""
        order = {
            "name": name,
            "file": str(data.resolve(strict=True)) if isinstance(data, Path) else None,
            "language": language,
            "encoding": encoding,
            "known_keys": sorted(known_keys),
            "seconds": self.seconds,
            "bytes": self.mebibytes * 2**20,
        }
        sent = b"" if isinstance(data, Path) else data
        answer = self._asked(json.dumps(order).encode() + b"\n" + sent)
        if "unreadable" in answer:
            raise Unreadable(answer["unreadable"], answer["values"])
        return unpacked(answer)

    def _asked(self, message: bytes) -> dict[str, Any]:
        # A new interpreter, not a fork: a fork of a server with threads may hang on a lock that
        # was held meanwhile. The environment is left behind: it holds passwords and keys.
        try:
            done = subprocess.run(  # noqa: S603 - our own module, and nothing of the upload in it
                [sys.executable, "-m", sandbox_child.__name__],
                input=message,
                capture_output=True,
                timeout=self.seconds,
                cwd=_ROOT,
                env={"OPENBLAS_NUM_THREADS": "1", "PYTHONUTF8": "1"},
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise Unreadable("too-slow", {"most": self.seconds}) from None
        if done.returncode == -signal.SIGXCPU:
            raise Unreadable("too-slow", {"most": self.seconds})
        if done.returncode != 0:
            raise Unreadable("too-heavy")
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer
