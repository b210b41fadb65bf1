"""What is asked beside running campaigns: a pre-test before one, upkeep when all are over."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from scheduler.policy.aim import Aim
from scheduler.queue import Candidate
from scheduler.stop.upkeep import next_upkeep
from server.practice.memories import memory_of
from server.store.beside import PRE_TEST, UPKEEP, Beside
from server.store.needs import Need
from server.store.study import Waiting


def wanted(
    needs: Sequence[Need], today: date, *, practised: Collection[int], upkeep: bool
) -> Beside:
    """What to look for on `today`.

    A set that is practised is not tested; nor is one kept up that will be within the days looked
    at, whose live releases are `practised`.
    """
    running = {need.live_release_id for need in needs if need.runs_on(today)}
    tests = [
        (need.live_release_id, need.pre_test)
        for need in needs
        if need.tests_on(today) and need.live_release_id not in running
    ]
    return Beside(
        tested={release for release, _ in tests if release},
        card_ids={card for _, test in tests if test for card in test.card_ids},
        since=min((test.window.opens_on for _, test in tests if test), default=today),
        kept_up={
            need.live_release_id
            for need in needs
            if upkeep and need.live_release_id and need.ends_on < today
        }
        - set(practised),
    )


def candidates(
    rows: Sequence[Waiting], today: date, needs: Sequence[Need], aims: Mapping[int, tuple[Aim, ...]]
) -> list[Candidate]:
    """The cards as the queue takes them: those of the pre-test that are left, and the next upkeep.

    A card of a pre-test that is known from elsewhere is asked as one that is due. Upkeep is asked
    on its day and on no other. `aims` are by release.
    """
    closes_on = closing(needs, today)
    found = [_asked(one, today, aims)._replace(last_day=closes_on) for one in rows if is_open(one)]
    kept_up = [one for one in rows if one.part == UPKEEP]
    if kept_up and kept_up[0].last_on is not None:
        on = next_upkeep(kept_up[0].last_on, today)
        found.append(_asked(kept_up[0], on, aims)._replace(first_day=on, last_day=on))
    return found


def is_open(row: Waiting) -> bool:
    """Whether this is a card of a pre-test that was not answered yet."""
    return row.part == PRE_TEST and row.last_on is None


def closing(needs: Sequence[Need], today: date) -> date:
    """The last day of the pre-test that closes first; today without one."""
    tests = [need.pre_test for need in needs if need.tests_on(today)]
    return min((test.window.closes_on for test in tests if test), default=today)


def _asked(row: Waiting, on: date, aims: Mapping[int, tuple[Aim, ...]]) -> Candidate:
    memory = memory_of(row)
    due_on = None if memory is None else on
    wanted = aims[row.release_id]
    return Candidate(row.card_id, memory, due_on, row.topic, wanted, once=True, kin=row.kin)
