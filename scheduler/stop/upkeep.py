"""Upkeep: when the campaigns with a card are over, one card a week keeps what was learned alive."""

from datetime import date, timedelta

EVERY = timedelta(days=7)


def next_upkeep(last_practised: date, today: date) -> date:
    """The study day of the next upkeep card: a week after the last one, at the earliest today.

    `last_practised` is the last study day with an answer to any card that is kept up, so that the
    first comes a week after the campaign and no two ever come within one week.
    """
    return max(last_practised + EVERY, today)
