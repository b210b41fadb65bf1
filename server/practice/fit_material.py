"""What a fit is made from and judged on, read in one go: the sums take longer than the reading."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from scheduler.baseline import is_folded
from scheduler.fit.effect import Standing
from scheduler.fit.log import CardLog
from scheduler.fit.optimiser import Parameters
from scheduler.fsrs6 import DEFAULT_PARAMETERS
from scheduler.memory import Memory, Rating, after
from scheduler.policy.aims import read
from server.practice.memories import seed
from server.store import fit_logs, parameter_sets
from server.store.fit_logs import Answer
from server.store.parameter_sets import ParameterSet

MOST_ANSWERS = 200_000
"""Of all together; more make a fit slower and hardly better."""
MOST_LEARNERS = 200
"""Whose coming weeks are looked at, of all together."""

Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Material:
    """The answers by person and card since the card was new, and the parameters they go by.

    `below` would be in force without `in_force`; `judge_from` is the day after `in_force` was made
    from these very answers, if it was. `drawn_from` is how many answers of the organisation there
    are to draw these from; None where they are one learner's, all of them.
    """

    stretches: Sequence[list[Answer]]
    due_days: Mapping[Key, date]
    today: date
    in_force: Parameters
    below: Parameters
    judge_from: int | None
    drawn_from: int | None

    @property
    def cards(self) -> list[CardLog]:
        """The logs to learn from."""
        return [
            CardLog(
                one[0].person_id,
                [answer.study_day.toordinal() for answer in one],
                [answer.rating for answer in one],
            )
            for one in self.stretches
        ]

    @property
    def learners(self) -> int:
        """Whose answers they are."""
        return len({one[0].person_id for one in self.stretches})

    def standings(self, candidate: Parameters) -> Iterator[Standing]:
        """The cards that campaigns ask, as they stand now and under the candidate."""
        current = {(one[0].person_id, one[0].card_id): one for one in self.stretches}
        for key, due_on in self.due_days.items():
            if key in current:
                yield Standing(
                    seed=seed(*key),
                    due_on=due_on,
                    aims=read(current[key][-1].aims),
                    in_force=_memory(current[key], self.in_force),
                    candidate=_memory(current[key], candidate),
                )


def of_learner(db: Session, person_id: int, now: datetime) -> Material:
    """What one learner's own parameters are made from."""
    own = parameter_sets.in_force(db, person_id)
    below = _parameters(parameter_sets.in_force(db, None), DEFAULT_PARAMETERS)
    return _material(db, [person_id], [person_id], now, own=own, below=below)


def of_everybody(db: Session, now: datetime) -> Material:
    """What the parameters of the organisation are made from; of a large one, evenly some people."""
    lengths = fit_logs.lengths(db)
    total = sum(count for _, count in lengths)
    people = [person_id for person_id, _ in lengths]
    some = people[:: -(-total // MOST_ANSWERS) or 1]
    seen = some[:: -(-len(some) // MOST_LEARNERS) or 1]
    own = parameter_sets.in_force(db, None)
    return _material(db, some, seen, now, own=own, below=DEFAULT_PARAMETERS, drawn_from=total)


def _material(
    db: Session,
    people: Sequence[int],
    seen: Sequence[int],
    now: datetime,
    *,
    own: ParameterSet | None,
    below: Parameters,
    drawn_from: int | None = None,
) -> Material:
    today = now.date()
    return Material(
        stretches=_stretches(fit_logs.answers(db, people), fit_logs.restarts(db)),
        due_days=fit_logs.due_days(db, seen, today),
        today=today,
        in_force=_parameters(own, below),
        below=below,
        judge_from=None if own is None else own.made_at.toordinal() + 1,
        drawn_from=drawn_from,
    )


def _parameters(one: ParameterSet | None, otherwise: Parameters) -> Parameters:
    return otherwise if one is None else tuple(map(float, one.parameters))


def _stretches(
    answers: Sequence[Answer], restarts: Mapping[int, Sequence[datetime]]
) -> list[list[Answer]]:
    """Answers by person and card, parted where the card became new; the last part comes last."""
    found: dict[tuple[int, int, int], list[Answer]] = defaultdict(list)
    for one in answers:
        if is_folded(one.phase, one.rating):
            begun = bisect_right(restarts.get(one.card_id, ()), one.reviewed_at)
            found[one.person_id, one.card_id, begun].append(one)
    return list(found.values())


def _memory(answers: Sequence[Answer], parameters: Parameters) -> Memory:
    first, *later = answers
    memory = after(None, first.study_day, Rating(first.rating), parameters)
    for one in later:
        memory = after(memory, one.study_day, Rating(one.rating), parameters)
    return memory
