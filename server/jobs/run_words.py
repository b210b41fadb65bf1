"""How far a run is, or why it failed, in few words that hold no secret.

A message of an error may quote a row, an address or a password; its kind and where it was raised
tell an operator as much. The log of the process has the rest.
"""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Final

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

OUR_CODE: Final = Path(__file__).resolve().parents[2]
# Of what surrounds a job, not of the job.
_AROUND: Final = ("run_log.py", "runner.py")


def reach(done: int, of: int | None = None) -> str:
    """How far: "120" or "120/400"."""
    return str(done) if of is None else f"{done}/{of}"


def failure(fault: BaseException) -> str:
    """Why: a kind that the console has a text for, what was raised, and where in our code."""
    return " ".join((_kind(fault), type(fault).__name__, _place(fault))).rstrip()


def _kind(fault: BaseException) -> str:
    if isinstance(fault, (OperationalError, InterfaceError, NoConnection)):
        return "database"
    if isinstance(fault, MemoryError):
        return "memory"
    return "fault" if isinstance(fault, Exception) else "stopped"


def _place(fault: BaseException) -> str:
    ours = [
        (file, frame.lineno)
        for frame in traceback.extract_tb(fault.__traceback__)
        if (file := Path(frame.filename)).is_relative_to(OUR_CODE)
        and file.name not in _AROUND
        and "site-packages" not in file.parts
    ]
    if not ours:
        return ""
    file, line = ours[-1]
    return f"{file.relative_to(OUR_CODE).as_posix()}:{line}"
