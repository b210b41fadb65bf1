"""Cards that a learner is asked beside running campaigns: those of a pre-test, and upkeep.

They are read with the cards that wait, in the same statement.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import BindParameter, Date, bindparam, func, literal, select, true, type_coerce

from server.store.base import table
from server.store.card_memory import CardMemory
from server.store.days_between import DaysBetween
from server.store.releases import ReleasedCard
from server.store.rests import is_leech
from server.store.reviews import Review, TakeBack

RUNNING, PRE_TEST, UPKEEP = 0, 1, 2
"""The parts of what waits, in their order."""
NOTHING = [0]  # an `IN` wants one value at least, and no row has this id

_released, _memory = table(ReleasedCard), table(CardMemory)
_reviews, _take_backs = table(Review), table(TakeBack)
_person: BindParameter[int] = bindparam("person")
_own: BindParameter[int] = bindparam("organisation_id")
_today = type_coerce(bindparam("today"), Date)
_ends = _released.c.valid_until
_still_valid = _ends.is_(None) | (_ends >= _today)
_of_learner = (_memory.c.card_id == _released.c.card_id) & (_memory.c.person_id == _person)


@dataclass(frozen=True, slots=True)
class Beside:
    """What to look for: cards of open pre-tests, unanswered since `since`, and releases to keep up.

    `tested` are the live releases of the sets in those pre-tests.
    """

    tested: Collection[int]
    card_ids: Collection[int]
    since: date
    kept_up: Collection[int]

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool((self.tested and self.card_ids) or self.kept_up)

    def parameters(self) -> dict[str, object]:
        """The values that the statement wants."""
        return {
            "tested": sorted(self.tested) or NOTHING,
            "tested_cards": sorted(self.card_ids) or NOTHING,
            "tested_since": self.since,
            "kept_up": sorted(self.kept_up) or NOTHING,
        }


_columns = (
    _released.c.card_id, _released.c.release_id, _released.c.topic,
    _memory.c.stability, _memory.c.difficulty, _memory.c.first_study_day,
    _memory.c.last_study_day, _memory.c.reviews, _memory.c.lapses, _memory.c.correct_run,
    _memory.c.due_on, _released.c.valid_until, _released.c.kin, _memory.c.variants_seen,
)  # fmt: skip
_taken_back = select(_take_backs.c.review_id).where(
    _take_backs.c.organisation_id == _own,
    _take_backs.c.person_id == _reviews.c.person_id,
    _take_backs.c.review_id == _reviews.c.id,
)
_answered_on = (
    select(func.max(_reviews.c.study_day))
    .where(
        _reviews.c.organisation_id == _own,
        _reviews.c.person_id == _person,
        _reviews.c.card_id == _released.c.card_id,
        _reviews.c.study_day >= bindparam("tested_since"),
        ~_taken_back.exists(),
    )
    .scalar_subquery()
)
pre_test = (
    select(
        *_columns,
        literal(0).label("new_cards"),
        true().label("mended"),
        literal(PRE_TEST).label("part"),
        _answered_on.label("last_on"),
        _released.c.position.label("place"),
    )
    .outerjoin(_memory, _of_learner)
    .where(
        _released.c.organisation_id == _own,
        _released.c.release_id.in_(bindparam("tested", expanding=True)),
        _released.c.card_id.in_(bindparam("tested_cards", expanding=True)),
        _still_valid,
    )
)
"""Each card of the pre-tests, with the last day on which it was answered."""

# Under one set of parameters recall is the lower, the more days have gone by per day of stability.
_faded = DaysBetween(_memory.c.last_study_day, _today) / _memory.c.stability
_kept_up = (
    select(
        *_columns,
        literal(0).label("new_cards"),
        true().label("mended"),
        literal(UPKEEP).label("part"),
        func.max(_memory.c.last_study_day).over().label("last_on"),
        func.row_number().over(order_by=(_faded.desc(), _released.c.card_id)).label("place"),
    )
    .join(_memory, _of_learner)
    .where(
        _released.c.organisation_id == _own,
        _released.c.release_id.in_(bindparam("kept_up", expanding=True)),
        _still_valid,
        ~is_leech(_memory),
    )
    .subquery()
)
upkeep = select(*_kept_up.c).where((_kept_up.c.place == 1) | (_kept_up.c.last_study_day == _today))
"""The card of the lowest recall and those answered today; with each the last day of them all."""
