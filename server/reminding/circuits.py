"""Leaving a provider alone while it is down, for all workers together.

After `FAILURES` in a row the circuit of a channel opens: nothing goes there, reminders take the
next channel or wait. When its time is over one worker tries one message; the others go on waiting.
Where several services carry a channel each has a circuit. Refusals and dead addresses are answers,
and so show that the provider works.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta

import structlog
from sqlalchemy.orm import Session

from server.ports import Clock, DeliveryError, TryAgain
from server.store import channel_states
from server.store.channel_states import Standing

FAILURES = 10
SHORTEST, LONGEST = timedelta(seconds=30), timedelta(minutes=5)
# A provider may ask for more than we would wait, but not that mail stops for a day.
LONGEST_ASKED = timedelta(hours=1)
# As long as a trial may take before another worker tries.
TRIAL = timedelta(minutes=2)

log = structlog.get_logger()

Work = Callable[[], AbstractContextManager[Session]]


class Circuits:
    """The channels as one worker sees them while it sends a batch."""

    def __init__(self, work: Work, clock: Clock) -> None:
        """`work` opens a transaction that is committed at its end."""
        self._work = work
        self._clock = clock
        with work() as db:
            self._standings = channel_states.standings(db)

    def room(self, channel: str, most: int) -> int:
        """How many messages may go there now: none, one to try it with, or `most`."""
        until = self._of(channel).open_until
        if until is None:
            return most
        now = self._clock.now()
        if now < until:
            return 0
        with self._work() as db:
            tries = channel_states.take_trial(db, channel, now, now + TRIAL)
            self._standings = channel_states.standings(db)
        if tries:
            return 1
        return most if self._of(channel).open_until is None else 0

    def open_until(self, channel: str) -> datetime | None:
        """Until when nothing is sent there; None while it works."""
        return self._of(channel).open_until

    def tell(self, channel: str, outcomes: Sequence[BaseException | None]) -> None:
        """Counts what came of messages, in this order; a fault of ours is no answer."""
        answers = [one for one in outcomes if one is None or isinstance(one, DeliveryError)]
        in_a_row = _last_in_a_row(answers)
        if not answers or (not in_a_row and self._of(channel) == Standing()):
            return
        with self._work() as db:
            if in_a_row:
                afresh = len(in_a_row) < len(answers)
                channel_states.failed(db, channel, len(in_a_row), afresh=afresh)
                self._standings = channel_states.standings(db)
                self._open(db, channel, in_a_row)
            else:
                channel_states.worked(db, channel)
            self._standings = channel_states.standings(db)

    def _open(self, db: Session, channel: str, failures: Sequence[TryAgain]) -> None:
        standing = self._of(channel)
        if standing.failures < FAILURES and standing.open_since is None:
            return
        now = self._clock.now()
        since = standing.open_since or now
        # Twice as long as it has been open already, so that the first trials come soon.
        pause = min(max(now - since, SHORTEST), LONGEST)
        asked = timedelta(seconds=max((one.after or 0 for one in failures), default=0))
        until = now + max(pause, min(asked, LONGEST_ASKED))
        reason = str(failures[0])
        channel_states.opened(db, channel, since, until, reason)
        log.warning("channel left alone", channel=channel, until=until, reason=reason)

    def _of(self, channel: str) -> Standing:
        return self._standings.get(channel, Standing())


def _last_in_a_row(outcomes: Sequence[BaseException | None]) -> list[TryAgain]:
    """The failures with which the outcomes end, the last of them first."""
    ended: list[TryAgain] = []
    for one in reversed(outcomes):
        if not isinstance(one, TryAgain):
            break
        ended.append(one)
    return ended
