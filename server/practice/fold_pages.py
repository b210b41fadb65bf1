"""Folding the whole log of a page of people at once, on arrays.

Gives the rows that `server.practice.fold` gives card by card, within what arrays round otherwise.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Any

import numpy as np
from sqlalchemy.orm import Session

from scheduler.baseline import is_folded
from scheduler.bulk import fold
from scheduler.bulk.replay import Logs
from scheduler.policy.aims import read
from server.practice.memories import FIELDS, seed
from server.store import card_turns, memory_pages, parameter_sets
from server.store.memory_pages import Logged

Key = tuple[int, int]
Turns = Mapping[int, Sequence[tuple[datetime, str, date | None]]]

_aims = lru_cache(maxsize=4096)(read)
_card = attrgetter("person_id", "card_id")


@dataclass(frozen=True, slots=True)
class Page:
    """What the logs of some people give. `cards` counts those answered, folded or not.

    `memories`: the values of `FIELDS`, due day and last moment, by person and card.
    `first_answers`: right or wrong, days elapsed and chance foretold, by person, card and day.
    """

    cards: int
    memories: dict[Key, tuple[Any, ...]]
    first_answers: dict[tuple[int, int, date], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Answers of one card between two moments at which it became new; `current` is the last."""

    key: Key
    answers: list[Logged]
    current: bool


def fold_page(db: Session, in_force: Mapping[int, int | None]) -> Page:
    """Reads and folds the logs of these people, given with the parameter set of each."""
    rows = memory_pages.logs(db, sorted(in_force))
    cards = {(one.person_id, one.card_id) for one in rows}
    turns = card_turns.of_cards(db, sorted({card for _, card in cards}))
    stretches = list(_stretches(rows, turns))
    if not stretches:
        return Page(len(cards), {}, {})
    ids = {one.parameter_set_id for part in stretches for one in part.answers}
    known = parameter_sets.of_ids(db, ids | set(in_force.values()))
    found = _folded(stretches, in_force, known)
    return Page(len(cards), _memories(stretches, turns, found), _first_answers(stretches, found))


def _stretches(rows: Sequence[Logged], turns: Turns) -> Iterator[_Stretch]:
    standing = (one for one in rows if not one.taken_back and is_folded(one.phase, one.rating))
    for key, answers in groupby(standing, _card):
        ends = sorted(at for at, effect, _ in turns.get(key[1], ()) if effect == card_turns.NEW)
        parts: list[list[Logged]] = [[] for _ in range(len(ends) + 1)]
        for one in answers:
            # An answer at the very moment of a turn is an answer to the new text.
            parts[bisect_right(ends, one.reviewed_at)].append(one)
        for part in parts:
            if part:
                yield _Stretch(key, part, current=part is parts[-1])


def _folded(
    stretches: Sequence[_Stretch],
    in_force: Mapping[int, int | None],
    known: Mapping[int | None, parameter_sets.Parameters],
) -> fold.Folded:
    number = {set_id: place for place, set_id in enumerate(known)}
    every = [one for part in stretches for one in part.answers]
    lasts = [(part.key, part.answers[-1]) for part in stretches]
    return fold.fold(
        fold.Stretches(
            logs=Logs(
                np.array([len(part.answers) for part in stretches]),
                np.array([one.study_day.toordinal() for one in every]),
                np.array([one.rating for one in every]),
            ),
            answered_by=np.array([number[one.parameter_set_id] for one in every]),
            in_force=np.array([number[in_force[key[0]]] for key, _ in lasts]),
            aims=[_aims(last.aims) for _, last in lasts],
            seeds=[seed(*key) for key, _ in lasts],
        ),
        list(known.values()),
    )


def _memories(
    stretches: Sequence[_Stretch], turns: Turns, found: fold.Folded
) -> dict[Key, tuple[Any, ...]]:
    columns = [getattr(found.memories, name).tolist() for name in FIELDS]
    values = zip(*columns, found.due_on.tolist(), strict=True)
    memories = {}
    for part, (stability, difficulty, first, last, *counts, due) in zip(
        stretches, values, strict=True
    ):
        if part.current:
            at = part.answers[-1].reviewed_at
            nudges = [on for moment, _, on in turns.get(part.key[1], ()) if on and moment > at]
            due_on = min([date.fromordinal(due), *nudges])
            days = date.fromordinal(first), date.fromordinal(last)
            memories[part.key] = (stability, difficulty, *days, *counts, due_on, at)
    return memories


def _first_answers(
    stretches: Sequence[_Stretch], found: fold.Folded
) -> dict[tuple[int, int, date], tuple[Any, ...]]:
    every = ((part.key, one.rating) for part in stretches for one in part.answers)
    columns = zip(
        every, found.study_day.tolist(), found.elapsed_days.tolist(), found.recall.tolist(),
        strict=True,
    )  # fmt: skip
    counted: dict[tuple[int, int, date], tuple[Any, ...]] = {}
    for (key, rating), day, elapsed, recall in columns:
        if elapsed > 0:
            # Where a card became new on a day, the answer before that is the day's.
            counted.setdefault((*key, date.fromordinal(day)), (rating > 1, elapsed, recall))
    return counted
