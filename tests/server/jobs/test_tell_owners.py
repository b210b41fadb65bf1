"""Daan hears once when a set is to be looked through, and when cards of it are about to end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from flask import Flask

from server.jobs.send import send_letter
from server.jobs.tell_owners import tell_owners
from server.store.card_sets import CardSet
from server.store.letters import OutgoingLetter
from server.store.releases import ReleasedCard
from server.store.set_dates import SetNotice
from tests.fakes.world import World
from tests.server.firm import Firm, found, session_on
from tests.server.reminding import scene

TODAY = scene.TODAY


@pytest.fixture
def firm(database_url: str) -> Iterator[Firm]:
    with session_on(database_url) as session:
        firm = found(session)
        scene.campaign_with_cards(firm, "Wat doe je?", "Wie bel je?", "Wanneer?")
        firm.db.query(CardSet).one().title = "Brandveiligheid"
        session.commit()
        yield firm


def review_on(firm: Firm, day: date | None) -> None:
    firm.db.query(CardSet).one().review_on = day
    firm.db.commit()


def ends(firm: Firm, *days: int) -> None:
    """The first cards are valid so many days more."""
    for card, number in zip(firm.db.query(ReleasedCard).order_by("card_id"), days, strict=False):
        card.valid_until = TODAY + timedelta(days=number)
    firm.db.commit()


def letters(firm: Firm) -> list[OutgoingLetter]:
    firm.db.rollback()
    return firm.db.query(OutgoingLetter).order_by(OutgoingLetter.id).all()


def test_the_day_to_look_through_a_set_is_told_once(app: Flask, firm: Firm) -> None:
    review_on(firm, TODAY)
    tell_owners(app)
    tell_owners(app)
    [letter] = letters(firm)
    assert (letter.kind, letter.person_id) == ("set-review", firm.daan.id)
    review_on(firm, TODAY - timedelta(days=1))
    tell_owners(app)
    assert len(letters(firm)) == 2


def test_a_day_to_come_is_not_told_yet(app: Flask, firm: Firm) -> None:
    review_on(firm, TODAY + timedelta(days=1))
    ends(firm, 15, -1)
    tell_owners(app)
    assert letters(firm) == []


def test_cards_that_end_on_one_day_are_one_mail(app: Flask, firm: Firm) -> None:
    ends(firm, 14, 14, 3)
    tell_owners(app)
    tell_owners(app)
    assert sorted(letter.values["cards"] for letter in letters(firm)) == [1, 2]


def test_two_clocks_at_once_write_one_mail(
    make_app: Callable[..., Flask], world: World, firm: Firm
) -> None:
    review_on(firm, TODAY)
    for app in (make_app(world.things), make_app(world.things)):
        tell_owners(app)
    assert len(letters(firm)) == 1
    assert firm.db.query(SetNotice).count() == 1


def test_an_owner_who_left_is_not_written_to(app: Flask, firm: Firm) -> None:
    review_on(firm, TODAY)
    firm.daan.active = False
    firm.db.commit()
    tell_owners(app)
    assert letters(firm) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("nl", "2 kaarten van “Brandveiligheid”"), ("en", "2 cards of “Brandveiligheid”")],
)
def test_the_mail_says_which_cards_and_until_when(
    app: Flask, world: World, firm: Firm, language: str, sentence: str
) -> None:
    firm.daan.language = language
    review_on(firm, TODAY)
    ends(firm, 9, 9)
    tell_owners(app)
    ids = [row.id for row in letters(firm)]
    firm.db.rollback()
    for letter_id in ids:
        send_letter(app, letter_id)
    review, expiry = sorted(world.mailer.sent, key=lambda one: sentence in one.text)
    assert "Brandveiligheid" in review.subject
    assert "18" in review.text
    assert sentence in expiry.text
    assert "27 november" in expiry.text.lower()
    assert "https://practice.example/console/#/sets/" in expiry.html
