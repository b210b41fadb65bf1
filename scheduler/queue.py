"""What a learner is asked on a study day: never more than the budget, never the backlog."""

from collections import Counter
from collections.abc import Callable, Sequence, Set
from datetime import date, timedelta
from typing import NamedTuple

from fsrs.scheduler import DEFAULT_PARAMETERS

from scheduler import order
from scheduler.memory import Memory, Rating, retrievability
from scheduler.pause import Pause, stretched
from scheduler.policy.aim import Aim
from scheduler.policy.aims import to_hold
from scheduler.policy.schedule import schedule
from scheduler.stop.retired import is_retired


class Candidate(NamedTuple):
    """A card that may be asked; `memory` and `due_on` are None while it is new.

    It is asked from `first_day` to `last_day` only, both included: those of its campaign. It is
    retired, and not asked, once it will be known on `holds_to` as it stands. `once`: within the
    days looked at it is asked on one of them only. Of cards of one `kin` a day asks one: they tell
    each other's answer.
    """

    card_id: int
    memory: Memory | None
    due_on: date | None
    topic: str
    aims: tuple[Aim, ...]
    first_day: date = date.min
    last_day: date = date.max
    holds_to: date = date.max
    once: bool = False
    kin: str = ""

    def asked_on(self, day: date) -> bool:
        """Whether the card may be asked that day."""
        return self.first_day <= day <= self.last_day


def plan(
    candidates: Sequence[Candidate],
    on: date,
    budget: int,
    new_share: int,
    *,
    pauses: Sequence[Pause] = (),
    parameters: tuple[float, ...] = DEFAULT_PARAMETERS,
) -> list[int]:
    """The card ids to ask on study day `on`, in order: at most `budget`, none during a pause.

    `new_share` places are kept for new cards, or a day that is full of reviews would never bring
    one and the campaign would not end in time. Due reviews take the others, the best remembered
    in front; when not all fit, as `scheduler.order` has it. Places that reviews leave are filled
    with new cards too, in the order in which they are given. Then topics are mixed.
    """
    if any(pause.covers(on) for pause in pauses):
        return []
    budget = max(budget, 0)
    # Answered today counts also where the card rests since: it told what its kin would ask.
    asked = {one.kin for one in candidates if one.memory and one.memory.last_study_day == on}
    candidates = [candidate for candidate in candidates if candidate.asked_on(on)]
    new = _apart([one for one in candidates if one.memory is None], asked)
    kept = min(max(new_share, 0), len(new), budget)
    waiting = _apart(_due_first(candidates, on, pauses, parameters), asked)
    due = _fitting(waiting, on, budget - kept, parameters)
    new = _apart(new, asked | {one.kin for one in due})[: budget - len(due)]
    return [candidate.card_id for candidate in mix_topics(due + new)]


def ahead(
    candidates: Sequence[Candidate],
    first_day: date,
    budgets: Sequence[int],
    new_share: Callable[[int, int], int],
    seed_of: Callable[[int], str],
    *,
    pauses: Sequence[Pause] = (),
    parameters: tuple[float, ...] = DEFAULT_PARAMETERS,
) -> list[tuple[date, list[int]]]:
    """The plans of the coming study days, for a phone that may be without network.

    One day per entry of `budgets`, from `first_day` on, each presuming that the days before were
    done and every answer was GOOD. `new_share(n, unmet)` gives the places kept for new cards on
    the n-th day, from 0, when so many cards are still new. `seed_of` gives the seed of a card as
    `schedule` takes it.
    """
    cards = {candidate.card_id: candidate for candidate in candidates}
    plans: list[tuple[date, list[int]]] = []
    for offset, budget in enumerate(budgets):
        day = first_day + timedelta(days=offset)
        unmet = sum(card.memory is None and card.asked_on(day) for card in cards.values())
        share = new_share(offset, unmet)
        ids = plan(list(cards.values()), day, budget, share, pauses=pauses, parameters=parameters)
        plans.append((day, ids))
        for card_id in ids:
            answered = cards.pop(card_id)
            if not answered.once:
                cards[card_id] = _answered(answered, day, seed_of(card_id), parameters)
    return plans


def _apart(candidates: Sequence[Candidate], asked: Set[str]) -> list[Candidate]:
    """Of each kin the first, and none of those that are asked already; the others wait a day."""
    taken = set(asked)
    chosen: list[Candidate] = []
    for one in candidates:
        if one.kin and one.kin in taken:
            continue
        taken.add(one.kin)
        chosen.append(one)
    return chosen


def mix_topics(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The same cards, no two of one topic in a row where that can be avoided.

    Otherwise as close to the given order as that allows.
    """
    waiting = list(candidates)
    counts = Counter(candidate.topic for candidate in waiting)
    mixed: list[Candidate] = []
    while waiting:
        last = mixed[-1].topic if mixed else None
        others = [candidate for candidate in waiting if candidate.topic != last] or waiting
        # A topic with more than half of what waits must go now, or it would end in a row.
        crowded = [c for c in others if 2 * counts[c.topic] > len(waiting)]
        chosen = (crowded or others)[0]
        waiting.remove(chosen)
        counts[chosen.topic] -= 1
        mixed.append(chosen)
    return mixed


def _due_first(
    candidates: Sequence[Candidate],
    on: date,
    pauses: Sequence[Pause],
    parameters: tuple[float, ...],
) -> list[Candidate]:
    """Reviews due on `on`, the best remembered first, by id among equals."""
    ranked = [
        (-retrievability(candidate.memory, on, parameters), candidate.card_id, candidate)
        for candidate in candidates
        if candidate.memory
        and candidate.due_on
        and _falls_due(candidate.due_on, pauses) <= on
        and not is_retired(
            candidate.memory, candidate.holds_to, to_hold(candidate.aims), parameters
        )
    ]
    return [candidate for *_, candidate in sorted(ranked, key=lambda rank: rank[:2])]


def _fitting(
    waiting: Sequence[Candidate], on: date, places: int, parameters: tuple[float, ...]
) -> list[Candidate]:
    memories = [one.memory for one in waiting if one.memory]
    return [waiting[place] for place in order.asked(memories, on, places, parameters)]


def _falls_due(due_on: date, pauses: Sequence[Pause]) -> date:
    return stretched(due_on, pauses) if pauses else due_on


def _answered(
    candidate: Candidate, on: date, seed: str, parameters: tuple[float, ...]
) -> Candidate:
    scheduled = schedule(
        candidate.memory, on, Rating.GOOD, candidate.aims, seed, parameters=parameters
    )
    return candidate._replace(memory=scheduled.memory, due_on=scheduled.due_on)
