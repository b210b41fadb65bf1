"""What picking hours or wordings brought beyond an even choice, by the truth and by the log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from scheduler.rhythm.evaluation import Estimate, Logged, doubly_robust, ips, snips
from scripts.benches.rhythm.life import Life, Sent, Tried


@dataclass(frozen=True, slots=True)
class Verdict:
    """Shares answered: as picked, and had the same choices been even, by the truth and the log."""

    choices: int
    picked: float
    truth: float
    ips: Estimate
    snips: Estimate
    doubly_robust: Estimate


def of_hours(lives: Sequence[Life]) -> Verdict:
    """Of the hour."""
    return _verdict(lives, lambda sent: sent.hour)


def of_wordings(lives: Sequence[Life]) -> Verdict:
    """Of the wording."""
    return _verdict(lives, lambda sent: sent.wording)


def _verdict(lives: Sequence[Life], tried_in: Callable[[Sent], Tried | None]) -> Verdict:
    """Days on which they came anyway are left out: such an answer follows no choice."""
    logged = [
        (life.person.number, tried, sent.answered)
        for life in lives
        for sent in life.sent
        if (tried := tried_in(sent)) is not None and not sent.alone_too
    ]
    every = [tried for _, tried, _ in logged]
    log = Logged(
        learner=np.array([number for number, _, _ in logged]),
        wanted=np.array([one.even for one in every]),
        propensity=np.array([one.chance for one in every]),
        reward=np.array([answered for _, _, answered in logged], dtype=np.float64),
    )
    forecast = np.array([one.forecast for one in every])
    valued = np.array([one.even_forecast for one in every])
    return Verdict(
        choices=len(every),
        picked=float(log.reward.mean()),
        truth=float(np.mean([one.even_truth for one in every])),
        ips=ips(log),
        snips=snips(log),
        doubly_robust=doubly_robust(log, forecast, valued),
    )
