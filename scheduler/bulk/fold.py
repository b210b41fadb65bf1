"""Memory, due days and first answers of many cards at once, each by the parameters that count.

The same as `scheduler.turns.fold` and `scheduler.turns.steps` for each card; tests hold them
together. A stretch is the answers between two moments at which a card became new.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scheduler.bulk.due import due_days
from scheduler.bulk.fsrs6 import Bulk, Floats, Ints
from scheduler.bulk.replay import Logs, Memories, memories, steps
from scheduler.policy.aim import Aim


@dataclass(frozen=True, slots=True)
class Stretches:
    """Answers of many cards, stretch after stretch. Sets of parameters are told by number.

    `answered_by`: per answer the set that was in force then. `in_force`: per stretch the set by
    which memory is to be. `aims` and `seeds` of the last answer of each stretch.
    """

    logs: Logs
    answered_by: Ints
    in_force: Ints
    aims: Sequence[tuple[Aim, ...]]
    seeds: Sequence[str]


@dataclass(frozen=True, slots=True)
class Folded:
    """Memory and due day per stretch; per answer the study day, days elapsed and recall foretold.

    `recall` is not a number on the first answer of a stretch.
    """

    memories: Memories
    due_on: Ints
    study_day: Ints
    elapsed_days: Ints
    recall: Floats


def fold(stretches: Stretches, sets: Sequence[tuple[float, ...]]) -> Folded:
    """What the stretches add up to; at least one, each with answers. `sets` by their numbers."""
    logs, kinds = stretches.logs, len(sets)
    stretch_of = np.repeat(np.arange(len(logs.lengths)), logs.lengths)
    asked = stretch_of * kinds + stretches.answered_by
    wanted = np.arange(len(logs.lengths)) * kinds + stretches.in_force
    # One run through a stretch for each set that counts in it: mostly there is one.
    runs = np.unique(np.concatenate([asked, wanted]))
    of_runs, bulk = _of_runs(logs, runs, kinds), _models(sets, runs % kinds)
    after = steps(of_runs, bulk)
    last = np.searchsorted(runs, asked[logs.lasts])
    in_force = np.searchsorted(runs, wanted)
    answered = of_runs.firsts[np.searchsorted(runs, asked)] + _places(logs)
    stretch_of_run = (runs // kinds).tolist()
    due = due_days(
        of_runs, after, bulk,
        [stretches.aims[one] for one in stretch_of_run],
        [stretches.seeds[one] for one in stretch_of_run],
    )  # fmt: skip
    return Folded(
        memories=memories(of_runs, after).of(in_force),
        due_on=due[last],
        study_day=after.last_study_day[answered],
        elapsed_days=after.elapsed_days[answered],
        recall=after.recall[answered],
    )


def _places(logs: Logs) -> Ints:
    """Which answer of its stretch each one is, from 0."""
    found: Ints = np.arange(len(logs.rating)) - np.repeat(logs.firsts, logs.lengths)
    return found


def _of_runs(logs: Logs, runs: Ints, kinds: int) -> Logs:
    """The log of each run: that of its stretch."""
    stretch = runs // kinds
    lengths = logs.lengths[stretch]
    begins = np.repeat(logs.firsts[stretch] - (np.cumsum(lengths) - lengths), lengths)
    answers = begins + np.arange(lengths.sum())
    return Logs(lengths, logs.study_day[answers], logs.rating[answers])


def _models(sets: Sequence[tuple[float, ...]], of_run: Ints) -> Bulk:
    if len(sets) == 1:
        return Bulk(np.array(sets[0]))
    return Bulk(np.array(sets).T[:, of_run])
