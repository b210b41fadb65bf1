"""`scripts/bench policies`: what each way of scheduling costs, and what stays of it.

Everybody meets the same made-up learners, with the same luck. Each learner has the cards of one
course, met on its day; the date that counts is 90 days later.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from scheduler.policy.booster import Booster
from scheduler.policy.deadline import PRICES, Deadline, attendance_of
from scheduler.policy.readiness import Readiness
from scripts.benches.figures import KEPT, Figure, tell
from scripts.benches.trials.choosers import COURSE, By
from scripts.benches.trials.rivals import Every, Leitner, Nothing, PlainFsrs, Qstream, Sm2, Unbound
from scripts.benches.trials.run import Chooser, Outcome, simulate
from scripts.benches.trials.world import Attendance, Truth, World, world
from scripts.bootstrap.telling import step

LEARNERS = 2000
CARDS = 30
DAYS = 90
BUDGET = 10
SEED = 20261122
SECONDS_A_CARD = 18
RIVAL = "plain FSRS .90"
FINENESS = 0.0005

OWN = Truth()
OTHER = Truth(error=0.25, exponential=0.5)
ALWAYS = Attendance()
HALF = Attendance(share=0.5)
LAPSES = Attendance(share=0.8, lapses=2, lapse_days=14)
SCENES: tuple[tuple[str, Truth, Attendance], ...] = (
    ("(a) the model is true, nobody misses a day", OWN, ALWAYS),
    ("(a) the model is true, half of the days missed", OWN, HALF),
    ("(a) the model is true, a fifth of the days and two fortnights missed", OWN, LAPSES),
    ("(b) another truth, nobody misses a day", OTHER, ALWAYS),
    ("(b) another truth, half of the days missed", OTHER, HALF),
    ("(b) another truth, a fifth of the days and two fortnights missed", OTHER, LAPSES),
)
FULL = (SCENES[0][0], SCENES[3][0])
"""Where nobody misses a day: the budget holds readiness back where few days must do for all."""
HEADINGS = (
    "reviews", "minutes", "day 30", "day 60", "day 90", "mean", "low", "over", "fullest",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One way of scheduling in one scene."""

    name: str
    outcome: Outcome

    def numbers(self) -> list[float]:
        """As under `HEADINGS`: per card, per learner, four recalls, and three shares of days."""
        one = self.outcome
        return [
            one.reviews_per_card,
            one.reviews_per_card * CARDS * SECONDS_A_CARD / 60,
            *(float(one.recall_on[day]) for day in (30, 60, 90)),
            one.mean_recall,
            one.below_floor,
            one.days_above(BUDGET),
            one.largest_day,
        ]


@dataclass(frozen=True)
class Scene:
    """All ways in one scene."""

    name: str
    rival: Outcome
    held: Outcome
    deadline: Outcome
    rows: Sequence[Row]

    @property
    def share(self) -> float:
        """Reviews of the deadline for those of plain FSRS .90."""
        return self.deadline.reviews_per_card / self.rival.reviews_per_card

    @property
    def gained(self) -> float:
        """Recall on the date beyond that of plain FSRS .90."""
        return self.deadline.recall_at_end - self.rival.recall_at_end


def run() -> bool:
    """Simulates all scenes; gives whether the bars hold."""
    scenes = [_scene(*scene) for scene in SCENES]
    KEPT.mkdir(parents=True, exist_ok=True)
    rows = {scene.name: {row.name: row.numbers() for row in scene.rows} for scene in scenes}
    table = {"headings": HEADINGS, "scenes": rows}
    (KEPT / "policies_table.json").write_text(json.dumps(table, indent=1), encoding="utf-8")
    for scene in scenes:
        _print(scene)
    return tell("policies", list(_figures(scenes)))


def _scene(name: str, truth: Truth, attendance: Attendance) -> Scene:
    with step(name):
        people = world(LEARNERS, CARDS, DAYS, truth=truth, attendance=attendance, seed=SEED)
        rows = [Row(other, simulate(people, chooser)) for other, chooser in _others(people)]
        rival = next(row.outcome for row in rows if row.name == RIVAL)
        turns_up = attendance_of(round(1000 * float(people.attends.mean())), 1000)
        held = _holding(people, rival)

        def by_date(price: float) -> Chooser:
            return By(Deadline(COURSE + timedelta(days=DAYS), 0.9, price, turns_up))

        reached = _reaching("Beklijf deadline", people, rival, by_date)
        capped = _reaching(f"the same, {BUDGET} a day", people, rival, by_date, BUDGET)
        limit = _reaching("no floor and no eve", people, rival, lambda one: Unbound(one, turns_up))
    return Scene(name, rival, held.outcome, reached.outcome, [*rows, held, reached, capped, limit])


def _others(people: World) -> Iterator[tuple[str, Chooser]]:
    yield "nothing", Nothing()
    yield "monthly", Every(30)
    yield "2-2-2", By(Booster(COURSE))
    yield "Qstream's rule", Qstream()
    yield "Leitner", Leitner()
    yield "SM-2", Sm2(people.cards)
    yield "plain FSRS .80", PlainFsrs(0.8)
    yield RIVAL, PlainFsrs(0.9)
    yield "plain FSRS .95", PlainFsrs(0.95)


def _holding(people: World, rival: Outcome) -> Row:
    """Readiness within the budget, at the least desired recall that keeps the rival's mean."""
    low, high = 0.70, 0.97
    while high - low > FINENESS:
        middle = (low + high) / 2
        enough = _within_budget(people, middle).mean_recall >= rival.mean_recall
        low, high = (low, middle) if enough else (middle, high)
    return Row(f"Beklijf readiness {high:.3f}", _within_budget(people, high))


def _within_budget(people: World, desired_recall: float) -> Outcome:
    return simulate(people, By(Readiness(desired_recall)), budget=BUDGET)


def _reaching(
    name: str,
    people: World,
    rival: Outcome,
    by: Callable[[float], Chooser],
    budget: int | None = None,
) -> Row:
    """The least price with the rival's recall on the date; the dearest where none has it."""
    for price in PRICES:
        found = simulate(people, by(price), budget=budget)
        if found.recall_at_end >= rival.recall_at_end:
            break
    return Row(f"{name}, price {price:.0f}", found)


def _print(scene: Scene) -> None:
    width = max(len(row.name) for row in scene.rows)
    print(f"\n{scene.name}\n  {'':<{width}}" + "".join(f"{one:>9}" for one in HEADINGS))
    for row in scene.rows:
        print(f"  {row.name:<{width}}" + "".join(f"{number:>9.3f}" for number in row.numbers()))


def _figures(scenes: Sequence[Scene]) -> Iterator[Figure]:
    bars = {scenes[0].name: 0.55, scenes[4].name: 0.65}
    for scene in scenes:
        for what, found, bar in (
            ("deadline / plain FSRS .90, reviews", scene.share, bars.get(scene.name)),
            ("recall on the date beyond the rival's", scene.gained, None),
        ):
            least = 0.0 if what.startswith("recall") else None
            yield Figure(f"{scene.name}: {what}", found, "", most=bar, least=least)
        yield Figure(
            f"{scene.name}: readiness / plain FSRS .90, reviews",
            scene.held.reviews_per_card / scene.rival.reviews_per_card, "",
            most=1.0 if scene.name in FULL else None,
        )  # fmt: skip
        yield Figure(
            f"{scene.name}: readiness / plain FSRS .90, fullest day",
            scene.held.largest_day / scene.rival.largest_day, "", most=0.5,
        )  # fmt: skip
