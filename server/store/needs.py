"""What a learner's campaigns want known: each set with its live release and the target."""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import lru_cache, reduce
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, String, bindparam, cast, func, select
from sqlalchemy.orm import Session

from server.store import pre_tests
from server.store.base import table
from server.store.campaigns import Campaign, CampaignCardSet, Enrolment
from server.store.card_sets import CardSet
from server.store.pre_tests import PreTest
from server.store.prepared import Prepared

_campaigns, _sets_in, _enrolments = table(Campaign), table(CampaignCardSet), table(Enrolment)
_card_sets = table(CardSet)


class Need(NamedTuple):
    """A set that a campaign wants a learner to know: its live release and the target."""

    campaign_id: int
    card_set_id: int
    live_release_id: int | None
    cards_per_day: int
    starts_on: date
    days: int
    policy: dict[str, Any]
    pre_test: PreTest | None

    @property
    def ends_on(self) -> date:
        """The last day of the campaign."""
        return self.starts_on + timedelta(days=self.days - 1)

    def runs_on(self, day: date) -> bool:
        """Whether the campaign asks cards on that day."""
        return self.starts_on <= day <= self.ends_on

    def tests_on(self, day: date) -> bool:
        """Whether the campaign asks its pre-test on that day."""
        return self.pre_test is not None and self.pre_test.window.covers(day)

    def begins(self) -> list[date]:
        """The days on which it begins to ask something: of its pre-test, and of practice."""
        if self.live_release_id is None:
            return []
        return [self.starts_on, *([self.pre_test.window.opens_on] if self.pre_test else [])]


_line: tuple[ColumnElement[str], ...] = (
    cast(_campaigns.c.id, String),
    cast(_sets_in.c.card_set_id, String),
    cast(func.coalesce(_card_sets.c.live_release_id, 0), String),
    cast(_campaigns.c.cards_per_day, String),
    cast(_campaigns.c.starts_on, String),
    cast(_campaigns.c.days, String),
    cast(_campaigns.c.policy, String),
)
# A tab cannot stand within JSON, spaces can.
_pre_test = func.coalesce(cast(_campaigns.c.pre_test, String), "null")
_text = reduce(lambda so_far, part: so_far + " " + part, _line) + "\t" + _pre_test
needs_text = (
    select(func.aggregate_strings(_text, "\n"))
    .select_from(_enrolments)
    .join(_campaigns, _campaigns.c.id == _enrolments.c.campaign_id)
    .join(_sets_in, _sets_in.c.campaign_id == _campaigns.c.id)
    .join(_card_sets, _card_sets.c.id == _sets_in.c.card_set_id)
    .where(
        _enrolments.c.organisation_id == bindparam("organisation_id"),
        _enrolments.c.person_id == bindparam("person"),
    )
    .scalar_subquery()
)

_only_needs = Prepared(select(needs_text))


def needs(db: Session, person_id: int) -> tuple[Need, ...]:
    """What the learner's campaigns want known, whether they run or not."""
    ((text,),) = _only_needs.rows(db, {"person": person_id})
    return read(text)


@lru_cache(maxsize=1000)  # a cohort has the same campaigns
def read(text: str | None) -> tuple[Need, ...]:
    """The needs that `needs_text` tells of: one line per set, nothing where there are none."""
    return tuple(sorted(map(_need, (text or "").splitlines())))


def _need(line: str) -> Need:
    line, pre_test = line.split("\t")
    campaign, card_set, release, cards, starts_on, days, policy = line.split(" ", 6)
    return Need(
        int(campaign), int(card_set), int(release) or None, int(cards),
        date.fromisoformat(starts_on), int(days), json.loads(policy),
        pre_tests.read(json.loads(pre_test)),
    )  # fmt: skip
