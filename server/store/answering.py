"""The reads behind recording: may this learner answer these cards, and in which wording?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from scheduler.baseline import PRE, Window
from server.store import pre_tests, refresh_dates
from server.store.base import table
from server.store.campaigns import Campaign, CampaignCardSet, Enrolment
from server.store.card_sets import Card
from server.store.people import Person
from server.store.prepared import Prepared
from server.store.releases import ReleasedCard
from server.store.scope import OF_UPDATED

_campaigns, _sets_in, _enrolments = table(Campaign), table(CampaignCardSet), table(Enrolment)
_cards, _released, _people = table(Card), table(ReleasedCard), table(Person)

_other = _released.alias()
_latest = (
    select(func.max(_other.c.release_id))
    .where(_other.c.card_id == _released.c.card_id)
    .scalar_subquery()
)
_answerable = Prepared(
    select(
        _released.c.card_id,
        _released.c.faces,
        _released.c.turned_at,
        _campaigns.c.policy,
        _campaigns.c.starts_on,
        _campaigns.c.days,
        _campaigns.c.pre_test,
        _released.c.topic,
        refresh_dates.dates_text,
    )
    .select_from(_enrolments)
    .join(_campaigns, _campaigns.c.id == _enrolments.c.campaign_id)
    .join(_sets_in, _sets_in.c.campaign_id == _campaigns.c.id)
    .join(_cards, _cards.c.card_set_id == _sets_in.c.card_set_id)
    .join(_released, _released.c.card_id == _cards.c.id)
    .where(
        _enrolments.c.organisation_id == bindparam("organisation_id"),
        _enrolments.c.person_id == bindparam("person"),
        _cards.c.id.in_(bindparam("cards", expanding=True)),
        _released.c.release_id == _latest,
    )
)
_earlier = (
    select(_released.c.card_id, _released.c.faces)
    .where(
        _released.c.organisation_id == bindparam("organisation_id"),
        _released.c.card_id.in_(bindparam("cards", expanding=True)),
    )
    .order_by(_released.c.release_id.desc())
)
_turn = (
    update(_people)
    .where(
        _people.c.organisation_id == bindparam(OF_UPDATED),
        _people.c.id == bindparam("person"),
    )
    .values(practice_version=_people.c.practice_version + 1)
    .returning(_people.c.parameter_set_id)
)
_some = _people.c.id.in_(bindparam("people", expanding=True))
_wait = (
    select(_people.c.id)
    .where(_people.c.organisation_id == bindparam("organisation_id"), _some)
    .order_by(_people.c.id)
    .with_for_update(key_share=True)
)
_turns = (
    update(_people)
    .where(_people.c.organisation_id == bindparam(OF_UPDATED), _some)
    .values(practice_version=_people.c.practice_version + 1)
    .returning(_people.c.id, _people.c.parameter_set_id)
)


@dataclass(slots=True)
class Answerable:
    """A card the learner may answer: its faces, and what each of the learner's campaigns wants.

    `wanted` is first day, last day and policy of each campaign with the card; `turned_at` is when a
    release last touched memory of it; `pre_tests` are the days on which one asks it. `own` is the
    learner's own date for its topic.
    """

    faces: list[dict[str, Any]]
    turned_at: datetime | None = None
    wanted: list[tuple[date, date, dict[str, Any]]] = field(default_factory=list)
    pre_tests: list[Window] = field(default_factory=list)
    own: refresh_dates.Policies = field(default_factory=dict)

    def policies(self, on: date) -> list[dict[str, Any]]:
        """The policies of the campaigns that run that day; of all, where none does.

        And the learner's own date, while it is to come.
        """
        running = [policy for first, last, policy in self.wanted if first <= on <= last]
        wanted = running or [policy for *_, policy in self.wanted]
        return [*wanted, *refresh_dates.ahead(self.own, on).values()]

    def phase(self, on: date) -> str | None:
        """`pre` for an answer to a pre-test; whoever practises the card already takes none."""
        practised = any(first <= on <= last for first, last, _ in self.wanted)
        tested = any(window.covers(on) for window in self.pre_tests)
        return PRE if tested and not practised else None


def answerable(db: Session, person_id: int, card_ids: Iterable[int]) -> dict[int, Answerable]:
    """Those of the cards that are in a campaign of the learner.

    The latest release that holds the card counts, live or not: an answer given without network
    to a card that was removed meanwhile is still an answer.
    """
    cards = list(card_ids)
    rows = _answerable.rows(db, {"person": person_id, "cards": cards}) if cards else []
    found: dict[int, Answerable] = {}
    for card_id, faces, turned_at, policy, starts_on, days, pre_test, topic, dates in rows:
        own = {key: one for key, one in refresh_dates.read(dates).items() if key == topic}
        card = found.setdefault(card_id, Answerable(faces, turned_at, own=own))
        last_day = starts_on + timedelta(days=days - 1)
        card.wanted.append((starts_on, last_day, policy))
        asked = pre_tests.read(pre_test)
        if asked is not None and card_id in asked.card_ids:
            card.pre_tests.append(asked.window)
    return found


def earlier_faces(db: Session, card_ids: Iterable[int]) -> dict[int, list[dict[str, Any]]]:
    """All wordings these cards ever had, the latest first.

    For answers from a phone that has not yet heard that a wording is gone.
    """
    faces: dict[int, list[dict[str, Any]]] = {}
    for row in db.execute(_earlier, {"cards": list(card_ids)}):
        faces.setdefault(row.card_id, []).extend(row.faces)
    return faces


def take_turn(db: Session, person_id: int) -> int | None:
    """Waits until no other request that takes its turn for this learner is under way.

    Gives the learner's parameter set, which stays in force until the transaction ends.

    Two uploads that fold the same memory at once would lose the answers of one. SQLite has one
    writer anyway; on PostgreSQL writing the learner's row locks it, gently: foreign keys may still
    point at it. The new version tells everybody that an earlier session may be past.
    """
    set_id: int | None = db.scalar(_turn, {"person": person_id})
    return set_id


def take_turns(db: Session, people: Sequence[int]) -> dict[int, int | None]:
    """The same for several learners, in the order of ids, so that no two ever wait for each other.

    Gives the parameter set of each.
    """
    db.execute(_wait, {"people": people})
    return dict(db.execute(_turns, {"people": people}).all())
