"""Telling owners, once, that a set is to be looked through or that cards of it are about to end."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from server.store import scope, set_dates
from server.store.letters import OutgoingLetter

AHEAD = timedelta(days=14)
WORTH_SENDING = timedelta(days=7)


def tell_owners(db: Session, now: datetime, base_url: str) -> int:
    """Writes a mail for each day that has come near, in all organisations; gives how many.

    That the owner was told is written with the mail. Of two clocks at once one writes both.
    """
    today = now.date()
    with scope.across_organisations(db):
        coming = set_dates.coming(db, today, today + AHEAD)
        told = [one for one in coming if set_dates.tell(db, one, now)]
        db.add_all(
            OutgoingLetter(
                organisation_id=one.organisation_id,
                person_id=one.owner_id,
                kind=one.kind,
                values={
                    "link": f"{base_url}/console/#/sets/{one.card_set_id}",
                    "title": one.title,
                    "on": one.on.isoformat(),
                    "cards": one.cards,
                },
                due_at=now,
                expires_at=now + WORTH_SENDING,
            )
            for one in told
        )
        db.flush()
    return len(told)
