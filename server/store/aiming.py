"""From the policies of campaigns, as they are stored, to what the scheduler aims at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Protocol

from scheduler.policy.aim import Aim
from scheduler.policy.aims import strictest
from scheduler.policy.booster import Booster
from scheduler.policy.deadline import USUAL_ATTENDANCE, Deadline
from scheduler.policy.readiness import Readiness


class Attends(Protocol):
    """Somebody, or a row about them, of whom it is known how regularly they practise."""

    @property
    def attendance(self) -> float | None: ...


def aims_of(policies: Iterable[Mapping[str, Any]], learner: Attends) -> tuple[Aim, ...]:
    """What these policies aim at for the learner, in the order that the log keeps."""
    return strictest([_aim(policy, learner) for policy in policies])


def _aim(policy: Mapping[str, Any], learner: Attends) -> Aim:
    match policy["kind"]:
        case "deadline":
            return Deadline(
                date.fromisoformat(policy["on"]),
                policy["desired_recall"],
                policy["price"],
                learner.attendance or USUAL_ATTENDANCE,
            )
        case "booster":
            return Booster(date.fromisoformat(policy["since"]))
        case _:
            return Readiness(policy["desired_recall"])
