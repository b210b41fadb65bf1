"""What picking hours and wordings brings, told from the ledger: without an experiment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.orm import Session

from scheduler.rhythm import hours, welcome, wordings
from scheduler.rhythm.arms import NONE, Tallies
from scheduler.rhythm.dice import Floats
from scheduler.rhythm.replay import Rows, Verdict, verdict
from scheduler.study_day import bounds
from server.reminding.tallies import WORDINGS
from server.store import reminder_choices
from server.store.reminder_choices import Choice

# Beside each other in memory; a firm of ten thousand fills it in a year.
MOST: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Of how many reminders, and what the picking of each is worth; None where too few can tell."""

    reminders: int
    hours: Verdict | None
    wordings: Verdict | None


def evaluate(db: Session) -> Evaluation:
    """Of the reminders that the session sees, the latest million, in one statement.

    Which hours were open is told by the times that each learner has now: the ledger does not keep
    it. Where the hour that was picked is none of them, they have changed, and it is left out.
    """
    pages = [_arrays(page) for page in reminder_choices.judged(db, MOST)]
    if not pages:
        return Evaluation(0, None, None)
    columns = {name: np.concatenate([page[name] for page in pages]) for name in pages[0]}
    in_order = np.argsort(columns["day"], kind="stable")
    columns = {name: column[in_order] for name, column in columns.items()}
    of_hours = _rows(columns)
    number = columns["wording"]
    every = np.ones((len(number), len(WORDINGS)), np.bool_)
    chance = columns["wording_chance"]
    of_words = replace(of_hours, picked=number, propensity=chance, allowed=every, used=number)
    return Evaluation(
        len(number),
        verdict(of_hours, _foreseen_hours, hours.MANNER),
        verdict(of_words, wordings.expected, wordings.MANNER),
    )


def _foreseen_hours(own: Tallies, firm: Tallies, _since: Floats) -> Floats:
    return hours.expected(own, firm)


def _rows(columns: dict[str, NDArray[Any]]) -> Rows:
    _, learner = np.unique(columns["person"], return_inverse=True)
    _, firm = np.unique(columns["firm"], return_inverse=True)
    return Rows(
        columns["day"], learner, firm, columns["hour"], columns["hour_chance"], columns["open"],
        columns["sent_in"], columns["answered"],
    )  # fmt: skip


def _arrays(page: Sequence[Choice]) -> dict[str, NDArray[Any]]:
    return {
        "day": np.array([one.study_day.toordinal() for one in page]),
        "person": np.array([one.person_id for one in page]),
        "firm": np.array([one.organisation_id for one in page]),
        "hour": np.array([_picked(one.hour, one.hour_propensity) for one in page]),
        "hour_chance": np.array([one.hour_propensity or 0.0 for one in page]),
        "open": np.array([_open(one) for one in page]),
        "sent_in": np.array([one.sent_at.astimezone(ZoneInfo(one.time_zone)).hour for one in page]),
        "wording": np.array(
            [_picked(_number(one.wording), one.wording_propensity) for one in page]
        ),
        "wording_chance": np.array([one.wording_propensity or 0.0 for one in page]),
        "answered": np.array([one.answered for one in page], np.float64),
    }


def _picked(arm: int | None, chance: float | None) -> int:
    """The arm; `NONE` also where the chance it had was not kept, as in what a demo is given."""
    return arm if arm is not None and chance else NONE


def _number(wording: str | None) -> int | None:
    return WORDINGS.index(wording) if wording in WORDINGS else None


def _open(one: Choice) -> welcome.OpenHours:
    window, quiet = (one.window_from, one.window_until), (one.quiet_from, one.quiet_until)
    starts_at, _ = bounds(one.study_day, one.time_zone)
    return welcome.open_hours(one.study_day, one.time_zone, window, quiet, starts_at)
