"""Retired cards in the database: where the rule of `scheduler.stop.retired` has to hold in a query.

Both sides of it are solved for the days that pass, so that nothing of the curve is rounded twice.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Float, and_, case, func, or_

from scheduler.fsrs6 import DEFAULT_PARAMETERS
from scheduler.stop.retired import RIGHT_DAYS
from server.store.campaigns import Campaign
from server.store.card_memory import CardMemory
from server.store.days_between import DaysBetween
from server.store.parameter_sets import ParameterSet
from server.store.releases import ReleasedCard

DECAY = 20  # the place of the exponent among the parameters
_AT_STABILITY = 0.9


def is_retired() -> ColumnElement[bool]:
    """Of a card in memory, in a release and in a campaign, by the learner's parameters.

    The last day is that of the campaign or of the card, whichever is first. A card that several
    campaigns ask counts in each by itself.
    """
    decay = func.coalesce(ParameterSet.parameters[DECAY].as_float(), DEFAULT_PARAMETERS[DECAY])
    wanted = Campaign.policy["desired_recall"].as_float()
    stabilities = (_days_over(wanted, decay)) / (_days_over(_AT_STABILITY, decay))
    to_the_end = DaysBetween(CardMemory.last_study_day, Campaign.starts_on) + Campaign.days - 1
    to_its_end = DaysBetween(CardMemory.last_study_day, ReleasedCard.valid_until)
    elapsed = case(
        (or_(ReleasedCard.valid_until.is_(None), to_its_end > to_the_end), to_the_end),
        else_=to_its_end,
    )
    kept = and_(CardMemory.correct_run >= RIGHT_DAYS, elapsed <= CardMemory.stability * stabilities)
    return func.coalesce(kept, False)


def _days_over(
    recall: ColumnElement[float] | float, decay: ColumnElement[float]
) -> ColumnElement[float]:
    """The days after which recall has fallen so far, in an unknown unit."""
    return func.power(recall, -1.0 / decay, type_=Float()) - 1.0
