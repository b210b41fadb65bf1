"""Weeks of practice, with days off, pauses, absence and journeys: what holds whatever happens."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.days_off import EVERY_DAY, WORKING_WEEK, Calendar, DayLoad
from scheduler.memory import Rating
from scheduler.pacing import new_today
from scheduler.pause import Pause, stretched
from scheduler.policy.readiness import Readiness
from scheduler.policy.schedule import schedule
from scheduler.queue import Candidate, plan
from scheduler.study_day import study_day
from tests.scheduler.strategies import ZONES, quick

START = datetime(2026, 1, 5, 11, tzinfo=UTC)  # a Monday
FIRST = date(2026, 1, 5)
DAY = timedelta(days=1)
HOME = "Europe/Amsterdam"
RIGHT = Rating.GOOD
some = settings(quick, max_examples=20)

weeks = st.lists(st.sampled_from(list(DayLoad)), min_size=7, max_size=7).map(tuple)
pauses = st.lists(
    st.builds(lambda first, more: Pause(FIRST + first * DAY, FIRST + (first + more) * DAY),
              st.integers(0, 50), st.integers(0, 15)),
    max_size=3,
).map(tuple)  # fmt: skip
holidays = st.frozensets(st.integers(0, 60).map(lambda number: FIRST + number * DAY), max_size=6)
calendars = st.builds(Calendar, weeks, holidays, pauses)


@dataclass
class Life:
    """Fatima with her cards; `asked` are the cards of each study day, in the order of the days."""

    calendar: Calendar
    cards_per_day: int = 6
    cards: dict[int, Candidate] = field(default_factory=dict)
    asked: dict[date, list[int]] = field(default_factory=dict)

    def meets(self, count: int) -> "Life":
        aims = (Readiness(0.9),)
        topics = "abc"
        self.cards = {
            number: Candidate(number, None, None, topics[number % 3], aims)
            for number in range(count)
        }
        return self

    def sits(self, day: date, rating: Rating = RIGHT) -> list[int]:
        """She does what is left of that day's plan."""
        done = sum(one.memory is not None and one.memory.last_study_day == day
                   for one in self.cards.values())  # fmt: skip
        left = self.calendar.budget(day, self.cards_per_day) - done
        unmet = sum(one.memory is None for one in self.cards.values())
        share = min(new_today(unmet, 30, 0), max(left, 0) // 2)
        known = list(self.cards.values())
        ids = plan(known, day, left, share, pauses=self.calendar.pauses)
        for card_id in ids:
            card = self.cards[card_id]
            given = schedule(card.memory, day, rating, card.aims, f"fatima:{card_id}")
            self.cards[card_id] = card._replace(memory=given.memory, due_on=given.due_on)
        self.asked.setdefault(day, []).extend(ids)
        return ids

    def waiting(self, day: date) -> int:
        """How many cards are due by then."""
        dues = [one.due_on for one in self.cards.values() if one.due_on]
        return sum(stretched(due, self.calendar.pauses) <= day for due in dues)


def days(count: int) -> list[date]:
    return [FIRST + number * DAY for number in range(count)]


@given(calendars, st.integers(1, 12), st.lists(st.sampled_from(list(Rating)), min_size=1))
@some
def test_nothing_on_days_off_and_in_pauses_and_never_above_the_budget(
    calendar: Calendar, cards_per_day: int, ratings: Sequence[Rating]
) -> None:
    life = Life(calendar, cards_per_day).meets(30)
    for number, day in enumerate(days(60)):
        life.sits(day, ratings[number % len(ratings)])
    for day, ids in life.asked.items():
        off = calendar.is_paused(day) or day in calendar.holidays
        assert len(ids) <= (0 if off else cards_per_day)
        assert not ids or calendar.week[day.weekday()] is not DayLoad.NONE
        if calendar.week[day.weekday()] is DayLoad.HALF:
            assert len(ids) <= -(-cards_per_day // 2)


@given(pauses, holidays, st.sampled_from([EVERY_DAY, WORKING_WEEK]), st.integers(0, 40))
@some
def test_nothing_is_lost_whatever_she_missed(
    away: tuple[Pause, ...], off: frozenset[date], week: tuple[DayLoad, ...], absent: int
) -> None:
    """Every card is met and asked again, and in the end none is left waiting."""
    life = Life(Calendar(week, off, away)).meets(24)
    for number, day in enumerate(days(160)):
        if not 20 <= number < 20 + absent:
            life.sits(day)
    assert all(card.memory and card.memory.reviews >= 2 for card in life.cards.values())
    assert life.waiting(FIRST + 159 * DAY) <= life.cards_per_day


@given(st.integers(7, 90), st.integers(2, 10))
@some
def test_after_a_long_absence_no_wall_waits(absent: int, cards_per_day: int) -> None:
    """A pile she never sees: days stay within the budget until it is gone, and it does go."""
    life = Life(Calendar(WORKING_WEEK), cards_per_day).meets(40)
    for day in days(42):
        life.sits(day)
    back = FIRST + (42 + absent) * DAY
    later = [back + number * DAY for number in range(70)]
    piles = [life.waiting(day) for day in later if life.sits(day) is not None]
    assert max(len(ids) for ids in life.asked.values()) <= cards_per_day
    assert piles[-1] <= max(cards_per_day, piles[0] // 2)


def test_a_full_queue_begins_with_what_is_best_remembered() -> None:
    life = Life(Calendar(), 20).meets(20)
    for day in days(3):
        life.sits(day)
    life.cards_per_day = 4
    late = FIRST + 60 * DAY
    strong = sorted(life.cards.values(), key=lambda one: -one.memory.stability if one.memory else 0)
    chosen = [life.cards[card_id].memory for card_id in life.sits(late)]
    assert len(chosen) == 4
    assert {one.card_id for one in strong[:4]} == set(life.asked[late])


def test_a_pause_taken_beforehand_leaves_no_more_than_one_day_had() -> None:
    """The same fortnight as a pause and as mere absence: what waits on the first day back."""
    fortnight = Pause(FIRST + 14 * DAY, FIRST + 27 * DAY)
    back = FIRST + 28 * DAY
    piles = []
    for calendar in (Calendar(pauses=(fortnight,)), Calendar()):
        life = Life(calendar, 6).meets(30)
        for day in days(14):
            life.sits(day)
        piles.append(life.waiting(back))
    assert piles[0] < piles[1] / 2


@given(st.lists(st.sampled_from(ZONES), min_size=30, max_size=30))
@some
def test_a_move_to_another_time_zone_loses_no_day_and_no_card(zones: list[str]) -> None:
    """She sits down every 24 hours, wherever she is, and is back home at the end."""
    life = Life(Calendar(), 8).meets(16)
    for number, zone in enumerate([*zones, *[HOME] * 30]):
        life.sits(study_day(START + number * DAY, zone))
    assert all(len(ids) <= 8 for ids in life.asked.values())
    assert all(len(set(ids)) == len(ids) for ids in life.asked.values())
    assert all(card.memory and card.memory.reviews >= 3 for card in life.cards.values())
    home = [study_day(START + number * DAY, HOME) for number in range(30, 60)]
    assert home == [home[0] + number * DAY for number in range(30)]
    assert life.waiting(home[-1]) <= 8
