"""The organisation of the demo, its teams and its people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from server.demo.cast import ORGANISATION, PASSWORD, SLUG, STAFF, TEAMS, Part
from server.people import passwords
from server.store import scope
from server.store.organisations import Organisation, Team
from server.store.people import Person

AWAY_SINCE = timedelta(days=4)
AWAY_STILL = timedelta(days=9)
# Nothing may leave for invented people: a reminder needs a device, and they never get one.
NO_MAIL = ["fcm", "web_push"]


def found(db: Session, since: datetime) -> Organisation:
    """The organisation, for which the session works from now on."""
    organisation = Organisation(slug=SLUG, name=ORGANISATION, is_demo=True, created_at=since)
    db.add(organisation)
    db.flush()
    scope.work_for(db, organisation.id)
    return organisation


def hire(
    db: Session, organisation: Organisation, parts: Iterable[Part], since: datetime, today: date
) -> dict[Part, Person]:
    """The people of these parts, and the staff. Only those with a sign-in get the password."""
    teams = {name: Team(name=name) for name in TEAMS}
    password = passwords.hashed(PASSWORD)
    people = {
        part: Person(
            email=part.email,
            name=part.name,
            role=part.role,
            team=teams[part.team] if part.team else None,
            organisation=organisation,
            password_hash=password if part.sign_in else NOBODY_KNOWS,
            language=part.language,
            time_zone=part.time_zone,
            created_at=since,
        )
        for part in (*STAFF, *parts)
    }
    for part, person in people.items():
        if not part.sign_in:
            person.channels = list(NO_MAIL)
        if part.is_away:
            person.paused_from, person.paused_until = today - AWAY_SINCE, today + AWAY_STILL
    db.add_all(people.values())
    db.flush()
    return people
