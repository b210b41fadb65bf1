"""Learners' days as the scheduler takes them: their week, public holidays and pauses together.

Public holidays are those of a whole country; what only a province or a canton keeps is not among
them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache

import holidays

from scheduler.days_off import Calendar, DayLoad
from scheduler.pause import Pause

NO_COUNTRY = ""
# A card looked at today may have been due last year, and a campaign runs for two years at most.
_YEARS_BEFORE, _YEARS_AFTER = 1, 3


@lru_cache(maxsize=4096)  # colleagues without a pause share one
def calendar(week: tuple[str, ...], country: str, pauses: tuple[Pause, ...], year: int) -> Calendar:
    """The calendar around that year; `country` is "" where no public holidays are kept."""
    return Calendar(tuple(map(DayLoad, week)), _public_holidays(country, year), pauses)


def resolved(
    own_week: Sequence[str] | None, own_country: str | None,
    firm_week: Sequence[str], firm_country: str,
) -> tuple[tuple[str, ...], str]:  # fmt: skip
    """Week and country that are in force: the learner's own, else the organisation's."""
    week = firm_week if own_week is None else own_week
    return tuple(week), firm_country if own_country is None else own_country


@cache
def countries() -> tuple[str, ...]:
    """The countries whose holidays are known, by ISO 3166 code."""
    return tuple(sorted(holidays.list_supported_countries(include_aliases=False)))


def holiday_name(country: str, day: date, language: str) -> str:
    """What the holiday is called, in that language where the country's list has it."""
    kept = holidays.country_holidays(country, years=day.year)
    spoken = next((one for one in kept.supported_languages if one.startswith(language)), None)
    return holidays.country_holidays(country, years=day.year, language=spoken).get(day, "")


@lru_cache(maxsize=512)
def _public_holidays(country: str, year: int) -> frozenset[date]:
    if country == NO_COUNTRY:
        return frozenset()
    years = range(year - _YEARS_BEFORE, year + _YEARS_AFTER + 1)
    return frozenset(holidays.country_holidays(country, years=years))
