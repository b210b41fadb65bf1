"""How much is remembered: true recall, counted from first answers, by group and in all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from scheduler.recall import Figure, recall
from server.insight.floor import hidden
from server.insight.period import without_gaps
from server.insight.question import Question
from server.store import card_sets, figures, organisations
from server.store.figures import LearnerCount

Counts = dict[int, tuple[int, int]]
"""Answers and right answers by learner."""


@dataclass(frozen=True, slots=True)
class Group:
    """One line: `figure` is None where the group is too small to show.

    `label` is None for answers without that property: no topic, no team.
    """

    key: str
    label: str | None
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class Recall:
    """The figure over everything asked for, and per group."""

    question: Question
    total: Figure | None
    groups: list[Group]


def report(db: Session, asked: Question, by: str, floor: int) -> Recall:
    """Recall by `by`, one of `figures.KEYS`; groups under `floor` learners have no figure.

    Weeks come in order, and a week without answers between others is there as one too small.
    Other groups come with the worst remembered first.
    """
    counts = _by_key(figures.recall_counts(db, by, asked.scope))
    if by == "week":
        counts = {week: counts.get(week, {}) for week in without_gaps(counts)}
    everyone = _together(counts.values())
    unshown = hidden({key: set(people) for key, people in counts.items()}, floor)
    labels = _labels(db, by, counts)
    groups = [
        Group(_text(key), labels.get(key), None if key in unshown else recall(people.values()))
        for key, people in counts.items()
    ]
    total = recall(everyone.values()) if len(everyone) >= floor else None
    return Recall(asked, total, groups if by == "week" else sorted(groups, key=_worst_first))


def _by_key(rows: Iterable[LearnerCount]) -> dict[Any, Counts]:
    counts: dict[Any, Counts] = defaultdict(dict)
    for row in rows:
        counts[row.key][row.person_id] = (row.answers, row.right)
    return counts


def _together(groups: Iterable[Counts]) -> Counts:
    total: Counts = {}
    for people in groups:
        for person_id, (answers, right) in people.items():
            before = total.get(person_id, (0, 0))
            total[person_id] = (before[0] + answers, before[1] + right)
    return total


def _labels(db: Session, by: str, keys: Iterable[Any]) -> Mapping[Any, str]:
    if by == "team":
        return {team.id: team.name for team in organisations.teams(db)}
    if by == "card_set":
        return card_sets.titles(db, keys)
    if by == "card":
        return card_sets.prompts(db, keys)
    return {key: _text(key) for key in keys if key}


def _text(key: object) -> str:
    if key is None:
        return ""
    return key.isoformat() if isinstance(key, date) else str(key)


def _worst_first(group: Group) -> tuple[bool, float, str]:
    rate = group.figure.recall_rate if group.figure else None
    return group.figure is None, rate or 0.0, group.label or ""
