"""The door for phones that tell about a reminder: no sign-in, the token is the right."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from werkzeug.test import TestResponse

from server.reminding import receipts
from server.store.card_sets import Card
from server.store.devices import Device
from server.store.due_reminders import DueReminder
from server.store.outbox import State
from server.store.reminders import Reminder
from server.store.reviews import Review
from tests.mobile_api.uploads import review, send
from tests.support.faces import RIGHT
from tests.support.phone import Phone, refused
from tests.support.town import Town


@pytest.fixture
def sent(town: Town) -> Reminder:
    now = town.world.clock.now()
    return town.firm.add(
        Reminder(
            person_id=town.fatima.id, study_day=now.date(), kind="practice", reason="window",
            state=State.SENT.value, channels=["fcm"], due_at=now, expires_at=now, sent_at=now,
            sent_channel="fcm",
        )
    )  # fmt: skip


def token(town: Town, row: Reminder, key: str = "secret") -> str:
    device = town.firm.add(
        Device(
            id=uuid4(), person_id=town.fatima.id, channel="fcm", address_key="phone",
            address={"token": "phone"}, updated_at=row.due_at,
        )
    )  # fmt: skip
    held = DueReminder(
        row.id, 1, row.organisation_id, row.person_id, row.study_day, row.kind, row.reason,
        None, None, row.due_at, row.expires_at, None, None, None,
    )  # fmt: skip
    return receipts.make(key, held, device.id)


def tell(town: Town, given: Any) -> TestResponse:
    town.settle()
    return town.app.test_client().post("/api/v1/receipts", json=given)


def test_a_phone_tells_without_signing_in_and_as_often_as_it_likes(
    town: Town, sent: Reminder
) -> None:
    ack = token(town, sent)
    for what in ("delivered", "opened", "opened", "not-this-week"):
        assert tell(town, {"ack": ack, "what": what}).status_code == 204
    town.firm.db.refresh(sent)
    assert sent.opened_at == town.world.clock.now()


def test_an_answer_on_the_notification_counts_once_and_as_its_learners_own(
    town: Town, sent: Reminder, cards: dict[str, Card], phone: Phone
) -> None:
    town.fatima.question_in_push = True
    answer = review("a", cards["true_false"], answer=RIGHT["true_false"])
    ack = token(town, sent)
    for _ in range(2):
        assert tell(town, {"ack": ack, "what": "opened", "review": answer}).status_code == 204
    [row] = town.firm.db.query(Review)
    assert (row.person_id, row.rating, row.score) == (town.fatima.id, 3, 1)
    [again] = send(phone, answer)
    assert again["status"] == "duplicate"


def test_a_token_answers_for_nobody_who_did_not_ask_for_questions(
    town: Town, sent: Reminder, cards: dict[str, Card]
) -> None:
    answer = review("a", cards["true_false"], answer=RIGHT["true_false"])
    given = {"ack": token(town, sent), "what": "opened", "review": answer}
    assert tell(town, given).status_code == 204
    assert town.firm.db.query(Review).count() == 0


def test_an_answer_about_a_card_of_others_is_left_out(
    town: Town, sent: Reminder, cards: dict[str, Card]
) -> None:
    town.fatima.question_in_push = True
    foreign = {**review("a", cards["true_false"], answer=RIGHT["true_false"]), "card_id": 999_999}
    given = {"ack": token(town, sent), "what": "opened", "review": foreign}
    assert tell(town, given).status_code == 204
    assert town.firm.db.query(Review).count() == 0
    town.firm.db.refresh(sent)
    assert sent.opened_at is not None


def test_a_forged_token_finds_nothing(town: Town, sent: Reminder) -> None:
    for ack in (token(town, sent, "another key"), "x", "1.x"):
        refused(tell(town, {"ack": ack, "what": "opened"}), 404)
    town.firm.db.refresh(sent)
    assert sent.opened_at is None


@pytest.mark.parametrize(
    "given",
    [
        {},
        [],
        {"ack": "x"},
        {"ack": 5, "what": "opened"},
        {"ack": "", "what": "opened"},
        {"ack": "\ud800", "what": "opened"},
        {"ack": "x" * 1001, "what": "opened"},
        {"ack": "x", "what": "stolen"},
        {"ack": "x", "what": "opened", "review": None},
        {"ack": "x", "what": "opened", "review": {}},
        {"ack": "x", "what": "opened", "review": [1]},
    ],
)
def test_what_is_no_receipt_is_refused(town: Town, given: Any) -> None:
    refused(tell(town, given), 422)


def test_guessing_ends_soon(town: Town) -> None:
    answers = [tell(town, {"ack": f"{n}.x", "what": "opened"}).status_code for n in range(40)]
    assert answers[0] == 404
    assert answers[-1] == 429
