from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from scheduler.days_off import WORKING_WEEK
from server.store import campaigns
from server.store.card_sets import CardSet
from server.teaching import campaign
from server.teaching.campaign import Plan
from server.teaching.refusal import NotThere, Refused
from server.teaching.release import release
from tests.server.firm import NOW, TODAY, Firm, counted, found
from tests.server.teaching.files import imported

PLAN = Plan(
    title="Phishing, 90 dagen", course_title="Phishing herkennen", held_on=TODAY,
    card_set_ids=[], objectives=["Een bericht melden"], policy_kind="readiness",
    desired_recall=0.9, cards_per_day=10, starts_on=TODAY, days=90,
)  # fmt: skip


@pytest.fixture
def released(firm: Firm, card_set: CardSet) -> CardSet:
    imported(firm, card_set, "vraag;antwoord\nWie bel je?;De helpdesk\n")
    release(firm.db, firm.daan, card_set.id, "", NOW)
    return card_set


def test_a_campaign_is_made_with_its_course(firm: Firm, released: CardSet) -> None:
    plan = replace(PLAN, card_set_ids=[released.id, released.id])
    made = campaign.create(firm.db, firm.daan, plan, NOW)
    firm.db.expire_all()
    kept = campaign.the_campaign(firm.db, made.id)
    assert (kept.course_event.title, kept.course_event.held_on) == ("Phishing herkennen", TODAY)
    assert [link.card_set.title for link in kept.card_sets] == ["Phishing"]
    assert (kept.ends_on, kept.desired_recall) == (TODAY + timedelta(days=89), 0.9)


def test_a_set_that_is_not_released_is_named(firm: Firm, released: CardSet) -> None:
    draft = firm.card_set("Veilig mailen")
    with pytest.raises(Refused) as refused:
        campaign.create(
            firm.db, firm.daan, replace(PLAN, card_set_ids=[released.id, draft.id]), NOW
        )
    assert refused.value.where == "card_set_ids"
    assert refused.value.values == {"titles": "Veilig mailen"}


def test_viktor_cannot_use_a_set_of_another_firm(firm: Firm, released: CardSet) -> None:
    viktors = found(firm.db, "viktors")
    with pytest.raises(NotThere):
        campaign.create(viktors.db, viktors.daan, replace(PLAN, card_set_ids=[released.id]), NOW)


@pytest.mark.parametrize(
    ("days_after_course", "phase"),
    [(-1, "pre"), (0, "learn"), (1, "post"), (89, "post"), (90, "ended")],
)
def test_the_phase_follows_the_course_and_the_calendar(
    firm: Firm, released: CardSet, days_after_course: int, phase: str
) -> None:
    made = campaign.create(firm.db, firm.daan, replace(PLAN, card_set_ids=[released.id]), NOW)
    assert campaign.phase(made, TODAY + timedelta(days=days_after_course)) == phase


def test_a_pre_test_may_be_made_while_its_last_day_lasts_where_the_author_is(
    firm: Firm, released: CardSet
) -> None:
    firm.daan.time_zone = "America/Los_Angeles"
    evening = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
    plan = replace(
        PLAN, card_set_ids=[released.id], held_on=date(2026, 11, 25), starts_on=date(2026, 11, 25),
        pre_test_cards=1,
    )  # fmt: skip
    made = campaign.create(firm.db, firm.daan, plan, evening)
    assert made.pre_test is not None
    with pytest.raises(Refused):
        campaign.create(firm.db, firm.daan, plan, evening + timedelta(days=1))


def test_overviews_take_three_statements(firm: Firm, released: CardSet) -> None:
    small = replace(PLAN, card_set_ids=[released.id])
    for _ in range(3):
        campaign.create(firm.db, firm.daan, small, NOW)
    listed = campaigns.listed(firm.db, before=None, limit=10)
    firm.db.refresh(firm.organisation)
    with counted(firm.db) as statements:
        told = campaign.overviews(firm.db, listed, TODAY, firm.organisation)
    assert len(statements) == 3
    assert [(one.enrolled, one.active_this_week, one.new_cards_fit) for one in told] == [
        (0, None, True)
    ] * 3


def test_a_campaign_tells_when_its_cards_do_not_fit(firm: Firm, card_set: CardSet) -> None:
    rows = "".join(f"Vraag {number}?;Antwoord {number}\n" for number in range(200))
    imported(firm, card_set, "vraag;antwoord\n" + rows)
    release(firm.db, firm.daan, card_set.id, "", NOW)
    plan = replace(PLAN, card_set_ids=[card_set.id], days=14, starts_on=date(2026, 12, 1))
    made = campaign.create(firm.db, firm.daan, plan, NOW)
    (told,) = campaign.overviews(firm.db, [made], TODAY, firm.organisation)
    assert not told.new_cards_fit
    assert (told.room.cards, told.room.study_days) == (200, 14)
    assert told.room.met < 200


def test_days_off_of_the_organisation_take_room(firm: Firm) -> None:
    def met() -> int:
        return campaign.room_for(
            firm.organisation, 200, starts_on=date(2026, 12, 21), days=14, cards_per_day=10,
            desired_recall=0.9,
        ).study_days  # fmt: skip

    firm.organisation.day_loads = list(WORKING_WEEK)
    assert met() == 10
    firm.organisation.country = "NL"  # the first day of Christmas and New Year's are Fridays
    assert met() == 8
