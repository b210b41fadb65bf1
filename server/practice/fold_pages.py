"""Folding the whole log of a page of people at once, on arrays.

Gives the rows that `server.practice.fold` gives card by card, within what arrays round otherwise.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

import numpy as np
from sqlalchemy.orm import Session

from scheduler.baseline import is_folded
from scheduler.bulk import fold
from scheduler.bulk.fsrs6 import Ints
from scheduler.bulk.replay import Bools, Logs
from scheduler.bulk.variants import seen_in
from scheduler.policy.aims import read
from server.practice.memories import FIELDS, seed, seen_line
from server.store import card_turns, memory_pages, parameter_sets
from server.store.columns import Columns, Values, days, ordinals, some
from server.store.memory_pages import DEFAULTS

Turns = Mapping[int, Sequence[tuple[datetime, str, date | None]]]

_aims = lru_cache(maxsize=4096)(read)


@dataclass(frozen=True, slots=True)
class Page:
    """What the logs of some people give, as the store has it but for when a memory was changed.

    `cards` counts those answered, folded or not.
    """

    cards: int
    memories: Columns
    first_answers: Columns


@dataclass(frozen=True, slots=True)
class _Stretches:
    """The answers that count, and where they begin and end between moments at which a card became
    new; the number of such moments before each answer is its `era`."""

    log: Columns
    era: Ints
    firsts: Ints
    lasts: Ints

    def at_last(self, name: str) -> Values:
        """This column of the last answer of each stretch."""
        return self.log[name][self.lasts]

    @property
    def lengths(self) -> Ints:
        """How many answers each stretch has."""
        return self.lasts - self.firsts + 1

    def seen(self) -> Values:
        """The wordings that each stretch showed, as a memory keeps them."""
        found = seen_in(self.log["card_variant_id"], self.lengths)
        return np.array([*map(seen_line, found)], object)


def fold_page(db: Session, in_force: Mapping[int, int | None]) -> Page:
    """Reads and folds the logs of these people, given with the parameter set of each."""
    log = memory_pages.logs(db, sorted(in_force))
    begins = _changes(log["person_id"], log["card_id"])
    turns = card_turns.of_cards(db, np.unique(log["card_id"]).tolist())
    folded = map(is_folded, log["phase"], log["rating"].tolist())
    stretches = _stretches(some(log, np.array([*folded], bool) & ~log["taken_back"]), turns)
    if not len(stretches.lasts):
        return Page(int(begins.sum()), *memory_pages.nothing())
    found = _folded(db, stretches, in_force)
    return Page(
        int(begins.sum()), _memories(stretches, turns, found), _first_answers(stretches, found)
    )


def _changes(*columns: Values) -> Bools:
    """Where any of the columns has another value than in the row before."""
    found = np.ones(len(columns[0]), bool)
    found[1:] = np.any([values[1:] != values[:-1] for values in columns], axis=0)
    return found


def _stretches(log: Columns, turns: Turns) -> _Stretches:
    era = np.zeros(len(log["card_id"]), np.int64)
    for card in turns:
        ends = _ends(turns, card)
        for place in np.flatnonzero(log["card_id"] == card).tolist():
            # An answer at the very moment of a turn is an answer to the new text.
            era[place] = bisect_right(ends, log["reviewed_at"][place])
    firsts = np.flatnonzero(_changes(log["person_id"], log["card_id"], era))
    return _Stretches(log, era, firsts, np.append(firsts, len(era))[1:] - 1)


def _ends(turns: Turns, card: int) -> list[datetime]:
    """When the card became new."""
    return [at for at, effect, _ in turns.get(card, ()) if effect == card_turns.NEW]


def _folded(db: Session, stretches: _Stretches, in_force: Mapping[int, int | None]) -> fold.Folded:
    people, cards = (stretches.at_last(name).tolist() for name in ("person_id", "card_id"))
    answered_by = stretches.log["parameter_set_id"]
    now = [in_force[one] or DEFAULTS for one in people]
    ids, numbers = np.unique(np.concatenate([answered_by, now]), return_inverse=True)
    wanted = [None if one == DEFAULTS else one for one in ids.tolist()]
    known = parameter_sets.of_ids(db, wanted)
    return fold.fold(
        fold.Stretches(
            logs=Logs(
                lengths=stretches.lengths,
                study_day=ordinals(stretches.log["study_day"]),
                rating=stretches.log["rating"],
            ),
            answered_by=numbers[: len(answered_by)],
            in_force=numbers[len(answered_by) :],
            aims=[*map(_aims, stretches.at_last("aims"))],
            seeds=[*map(seed, people, cards)],
        ),
        [known[one] for one in wanted],
    )


def _memories(stretches: _Stretches, turns: Turns, found: fold.Folded) -> Columns:
    cards, last_at = stretches.at_last("card_id"), stretches.at_last("reviewed_at")
    due_on = days(found.due_on)
    for place in np.flatnonzero(np.isin(cards, [*turns])):
        nudges = [
            on for at, _, on in turns[int(cards[place])] if on is not None and at > last_at[place]
        ]
        due_on[place] = min([due_on[place], *map(np.datetime64, nudges)])
    values = {name: getattr(found.memories, name) for name in FIELDS}
    every = {
        "person_id": stretches.at_last("person_id"), "card_id": cards, **values,
        "first_study_day": days(found.memories.first_study_day),
        "last_study_day": days(found.memories.last_study_day),
        "due_on": due_on, "variants_seen": stretches.seen(), "last_review_at": last_at,
    }  # fmt: skip
    newest = [len(_ends(turns, card)) for card in cards.tolist()]
    return some(every, stretches.era[stretches.lasts] == newest)


def _first_answers(stretches: _Stretches, found: fold.Folded) -> Columns:
    every = {
        "person_id": stretches.log["person_id"], "card_id": stretches.log["card_id"],
        "study_day": days(found.study_day), "correct": stretches.log["rating"] > 1,
        "elapsed_days": found.elapsed_days, "retrievability": found.recall,
    }  # fmt: skip
    counted = some(every, found.elapsed_days > 0)
    key = [counted[name] for name in ("study_day", "card_id", "person_id")]
    # The sort is stable: where a card became new on a day, the answer before that is the day's.
    order = np.lexsort(key)
    return some(counted, order[_changes(*(values[order] for values in key))])
