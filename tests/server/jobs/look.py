"""Looking at the database from outside, over all organisations."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import create_engine, text


def states(database_url: str, table: str = "reminders") -> Counter[str]:
    """How many rows stand in each state."""
    engine = create_engine(database_url)
    with engine.connect() as connection:
        rows = connection.execute(text(f"SELECT state FROM {table}")).scalars().all()  # noqa: S608 - a name of ours
    engine.dispose()
    return Counter(rows)
