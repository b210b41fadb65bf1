"""Aims as the log names them, and what several of them make of one card."""

from collections.abc import Iterable, Sequence
from datetime import date

from scheduler.policy.aim import Aim, Strength, Wait
from scheduler.policy.booster import Booster
from scheduler.policy.deadline import Deadline
from scheduler.policy.readiness import Readiness


def written(aims: Iterable[Aim]) -> str:
    """The aims as one line of text; the same aims always give the same line."""
    return " ".join(sorted({str(aim) for aim in aims}))


def read(line: str) -> tuple[Aim, ...]:
    """The aims of a line. Raises ValueError for one that `written` did not make."""
    return tuple(_read(word) for word in line.split())


def strictest(aims: Sequence[Aim]) -> tuple[Aim, ...]:
    """The aims that can decide: of several that hold a recall, only the highest. Sorted."""
    held = [aim.desired_recall for aim in aims if isinstance(aim, Readiness)]
    others = {aim for aim in aims if not isinstance(aim, Readiness)}
    highest = {Readiness(max(held))} if held else set()
    return tuple(sorted(others | highest, key=str))


def wait(aims: Sequence[Aim], card: Strength) -> Wait:
    """What the strictest of the aims allows. At least one aim."""
    first, *others = [aim.wait(card) for aim in aims]
    if not others:
        return first
    return Wait(*(min(days) for days in zip(first, *others, strict=True)))


def to_hold(aims: Iterable[Aim]) -> float | None:
    """The highest recall that an aim wants; None where one looks at no recall, but at the days."""
    highest = 0.0
    for aim in aims:
        if aim.desired_recall is None:
            return None
        highest = max(highest, aim.desired_recall)
    return highest


def _read(word: str) -> Aim:
    kind, *settings = word.split(":")
    match kind, settings:
        case "readiness", [recall]:
            return Readiness(float(recall))
        case "deadline", [on, recall, price, attendance]:
            return Deadline(date.fromisoformat(on), float(recall), float(price), float(attendance))
        case "booster", [since]:
            return Booster(date.fromisoformat(since))
    raise ValueError(f"no aim is called {word!r}")
