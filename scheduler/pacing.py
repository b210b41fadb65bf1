"""New cards, paced over a campaign: enough each day to end in time, with the tail for reviews."""

from math import ceil

FRONT_SHARE = 3


def new_today(remaining_new: int, days_left: int, introduced_today: int) -> int:
    """How many more new cards a learner should meet today, so that all are met in time.

    `remaining_new`: cards not met yet. `days_left`: study days of the campaign, today included.
    `introduced_today`: new cards met today already.

    Each day brings its share of what remains as if it had to be done in a third of the days left.
    Worked out anew every day, that leaves at most 1/27 of the cards for the last third of the
    campaign, catches up after missed days, and suits whoever joins late. After the last day no new
    card is given.
    """
    if days_left < 1:
        return 0
    pace = ceil((remaining_new + introduced_today) / max(days_left // FRONT_SHARE, 1))
    return min(max(pace - introduced_today, 0), remaining_new)
