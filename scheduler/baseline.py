"""The pre-test: what a learner knew before the course, asked once, as a start to compare with.

An answer to it is a review like any other, but a wrong one says only that the course has something
to teach: it leaves no memory, and the card is new when practice begins. A right and sure one is
knowledge that is there already; it counts as an EASY first answer, the strongest start that the
model has. So the fold of the log needs no exception for it, but for what it leaves out.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import zip_longest
from typing import NamedTuple

from scheduler.memory import Confidence, Rating

PRE = "pre"
"""The phase of an answer to a pre-test."""
DEFAULT_CARDS = 10
MOST_CARDS = 30
DAYS_BEFORE = 7


class Window(NamedTuple):
    """The study days on which a pre-test is asked, both included."""

    opens_on: date
    closes_on: date

    def covers(self, day: date) -> bool:
        """Whether the pre-test is asked that day."""
        return self.opens_on <= day <= self.closes_on


def window(course_on: date, practice_from: date) -> Window:
    """The week before the course, or before practice begins where that is earlier."""
    begins = min(course_on, practice_from)
    return Window(begins - timedelta(days=DAYS_BEFORE), begins - timedelta(days=1))


def chosen(cards: Iterable[tuple[int, str]], count: int) -> list[int]:
    """`count` of the cards, given as (id, topic) in their order, spread over the topics.

    One of each topic in turn, in the order in which topics first appear; fewer where there are
    fewer. Everybody gets the same ones, or scores could not be compared.
    """
    by_topic: dict[str, list[int]] = defaultdict(list)
    for card_id, topic in cards:
        by_topic[topic].append(card_id)
    rounds = zip_longest(*by_topic.values())
    return [card for one in rounds for card in one if card is not None][:count]


def starting(rating: Rating, confidence: Confidence | None) -> Rating:
    """The rating with which an answer to the pre-test is logged: EASY where right and sure."""
    sure = confidence is Confidence.SURE
    return Rating.EASY if sure and rating is not Rating.AGAIN else rating


def is_folded(phase: str | None, rating: int) -> bool:
    """Whether an answer becomes part of memory: all but the wrong ones of a pre-test."""
    return phase != PRE or rating != Rating.AGAIN


def share_of(cards_left: int, days_left: int) -> int:
    """How many of the cards that are left to ask today, today being one of the days left."""
    return -(-cards_left // max(days_left, 1))
