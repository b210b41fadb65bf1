"""The cellar: tables and every query, one file per aggregate. Importing it maps all tables."""

from server.store import (
    campaigns,
    card_memory,
    card_sets,
    card_versions,
    care,
    devices,
    leader,
    learner_days,
    letters,
    organisations,
    outbox,
    people,
    releases,
    reminders,
    reviews,
    sign_ins,
)

__all__ = [
    "campaigns",
    "card_memory",
    "card_sets",
    "card_versions",
    "care",
    "devices",
    "leader",
    "learner_days",
    "letters",
    "organisations",
    "outbox",
    "people",
    "releases",
    "reminders",
    "reviews",
    "sign_ins",
]
