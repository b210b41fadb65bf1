"""A process of its own for each upload, which may run out of memory or time alone."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from threading import Thread
from typing import IO, Any

_ROOT = Path(__file__).resolve().parents[2]
_LONGEST_WORD = 100

Hear = Callable[[bytes], None]


class TooSlow(Exception):
    """The child took longer than it may."""


class TooHeavy(Exception):
    """The child wanted more memory than it may, or came to grief otherwise."""


@dataclass(frozen=True, slots=True)
class Child:
    """Runs `module`: at most `seconds` by the clock and on the processor, and `mebibytes`."""

    module: str
    seconds: int
    mebibytes: int

    def ask(
        self, order: dict[str, Any], data: bytes | IO[bytes], hear: Hear | None = None
    ) -> tuple[dict[str, Any], bytes]:
        """The child's answer: JSON on one line, then bytes. Raises `TooSlow` or `TooHeavy`.

        `hear` gets, from another thread, each line that the child writes to the pipe which the
        order calls `told`; a hostile child may write anything there.
        """
        with _heard(hear) as told:
            return self._ask({**order, "told": told}, data, told)

    def _ask(
        self, order: dict[str, Any], data: bytes | IO[bytes], told: int | None
    ) -> tuple[dict[str, Any], bytes]:
        bounds = {"seconds": self.seconds, "bytes": self.mebibytes * 2**20}
        # A new interpreter, not a fork: a fork of a server with threads may hang on a lock that
        # was held meanwhile. The environment is left behind: it holds passwords and keys.
        # Through a file, as a pipe takes four kilobytes at a time: thousands of turns for a deck.
        with TemporaryFile() as given:
            given.write(json.dumps({**order, **bounds}).encode() + b"\n")
            if isinstance(data, bytes):
                given.write(data)
            else:
                copyfileobj(data, given)
            given.seek(0)
            try:
                done = subprocess.run(  # noqa: S603 - our own module, and nothing of the upload in it
                    [sys.executable, "-m", self.module],
                    stdin=given,
                    capture_output=True,
                    timeout=self.seconds,
                    pass_fds=() if told is None else (told,),
                    cwd=_ROOT,
                    env={"OPENBLAS_NUM_THREADS": "1", "PYTHONUTF8": "1"},
                    check=False,
                )
            except subprocess.TimeoutExpired:
                raise TooSlow from None
        if done.returncode == -signal.SIGXCPU:
            raise TooSlow
        if done.returncode != 0:
            raise TooHeavy
        answer, _, rest = done.stdout.partition(b"\n")
        return json.loads(answer), rest


@contextmanager
def _heard(hear: Hear | None) -> Iterator[int | None]:
    """A pipe to write to while somebody listens at its other end; None when nobody does."""
    if hear is None:
        yield None
        return
    reading, writing = os.pipe()
    listening = Thread(target=_listen, args=(reading, hear), daemon=True)
    listening.start()
    try:
        yield writing
    finally:
        os.close(writing)
        listening.join()


def _listen(pipe: int, hear: Hear) -> None:
    with open(pipe, "rb") as lines:
        while line := lines.readline(_LONGEST_WORD):
            hear(line)
