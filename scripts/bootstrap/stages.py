"""Runs the stages of a check one after another, and tells at the end how each went."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from scripts.bootstrap.places import ROOT

HESITATION = 3  # seconds
PATIENCE = 30  # seconds in which an interrupted pytest ends the servers it started


@dataclass(frozen=True)
class Stage:
    name: str
    command: Sequence[str | Path]
    folder: Path = ROOT
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    stage: Stage
    code: int
    began: float
    ended: float

    @property
    def seconds(self) -> float:
        """How long it took."""
        return self.ended - self.began


def run(stages: Iterable[Stage]) -> list[Outcome]:
    """Run every stage, also after one failed: one run shows all there is to mend."""
    return [_run(stage) for stage in stages]


def run_beside(stages: Sequence[Stage]) -> list[Outcome]:
    """The same, all at once; what a stage says is shown when it ends, so that none is mixed up.

    The last one speaks as it goes: it should be the one that takes longest.
    """
    *quick, long = stages
    with ThreadPoolExecutor(len(stages)) as threads:
        beside = [threads.submit(_run_aside, stage) for stage in quick]
        longest = threads.submit(_run, long)
        return [*(one.result() for one in beside), longest.result()]


def summary(outcomes: Sequence[Outcome]) -> str:
    lines = [
        f"{'ok    ' if outcome.code == 0 else 'FAILED'}  {outcome.seconds:6.1f} s  "
        f"{outcome.stage.name}"
        for outcome in outcomes
    ]
    total = max(one.ended for one in outcomes) - min(one.began for one in outcomes)
    return "\n".join([*lines, f"        {total:6.1f} s  in all"])


def _run_aside(stage: Stage) -> Outcome:
    with tempfile.TemporaryFile() as said:
        outcome = _follow(stage, said)
        said.seek(0)
        text = said.read().decode(errors="replace").rstrip()
    print(f"\n── {stage.name}\n{text}", flush=True)
    return outcome


def _run(stage: Stage) -> Outcome:
    print(f"\n── {stage.name}", flush=True)
    return _follow(stage, None)


def _follow(stage: Stage, output: IO[bytes] | None) -> Outcome:
    began = time.monotonic()
    process = subprocess.Popen(
        [str(part) for part in stage.command],
        cwd=stage.folder,
        env={**os.environ, **stage.environment},
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output and subprocess.STDOUT,
    )
    try:
        code = process.wait()
    except KeyboardInterrupt:
        _end(process)
        raise
    return Outcome(stage, code, began, time.monotonic())


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        # Ctrl-C in a terminal reaches the stage, too; a second one would cut its tidying short.
        process.wait(HESITATION)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)
