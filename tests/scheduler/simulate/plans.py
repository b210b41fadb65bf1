"""Campaigns to try out."""

from __future__ import annotations

from datetime import date, timedelta

from scheduler.policy.readiness import Readiness
from scheduler.simulate.cost import Plan, Planned

MONDAY = date(2026, 11, 23)


def plan(
    aim: Planned, *others: Readiness, cards: int = 20, days: int = 60, a_day: int = 10
) -> Plan:
    """Of working days from a Monday on."""
    dates = [MONDAY + timedelta(days=number) for number in range(days)]
    budgets = tuple(a_day if day.weekday() < 5 else 0 for day in dates)
    return Plan(aim, others, cards, MONDAY, budgets, dates[-1])
