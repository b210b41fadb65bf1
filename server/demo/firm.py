"""The organisation of the demo, its teams and its people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from scheduler.days_off import EVERY_DAY
from scheduler.pause import Pause
from server.calendars import NO_COUNTRY
from server.demo.cast import ORGANISATION, PASSWORD, SLUG, STAFF, TEAMS, Part
from server.people import passwords, pauses, roster
from server.ports import Dice
from server.store import scope
from server.store.organisations import Organisation
from server.store.pauses import PauseKind
from server.store.people import Person

AWAY_SINCE = timedelta(days=4)
AWAY_STILL = timedelta(days=9)
# Nothing may leave for invented people, and these two need a device, which they never have.
NO_MAIL = ["fcm", "web_push"]


def found(db: Session, since: datetime) -> Organisation:
    """The organisation, for which the session works from now on."""
    organisation = Organisation(slug=SLUG, name=ORGANISATION, is_demo=True, created_at=since)
    db.add(organisation)
    db.flush()
    scope.work_for(db, organisation.id)
    return organisation


def hire(
    db: Session, firm: Organisation, learners: Iterable[Part], since: datetime, dice: Dice
) -> dict[Part, Person]:
    """The staff and these learners as people, in their teams."""
    teams = {name: roster.add_team(db, firm, name).id for name in TEAMS}
    known = passwords.hashed(PASSWORD)
    # With no password at all they would count as invited and not yet come.
    unknown = passwords.hashed(dice.token())
    people = {}
    for part in (*STAFF, *learners):
        people[part] = person = roster.add(
            db,
            firm,
            email=part.email,
            name=part.name,
            role=part.role,
            team_id=teams[part.team] if part.team else None,
            now=since,
        )
        person.language, person.time_zone = part.language, part.time_zone
        person.password_hash = known if part.sign_in else unknown
        if part.sign_in:
            # Whoever tries the demo on a Sunday or at Christmas finds cards all the same.
            person.day_loads, person.country = list(EVERY_DAY), NO_COUNTRY
        if not part.sign_in:
            person.channels = list(NO_MAIL)
    return people


def send_away(db: Session, person: Person, today: date, now: datetime) -> Pause:
    """Puts a holiday around today."""
    days = (today - AWAY_SINCE, today + AWAY_STILL)
    pauses.add(db, person, PauseKind.HOLIDAY, days, today=today, now=now)
    return Pause(*days)
