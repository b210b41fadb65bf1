"""What travels to a phone."""

from __future__ import annotations

import json
from dataclasses import replace

from server.adapters.channels import payload
from server.ports import Action, Notice, QuestionWords


def test_leave_to_ask_travels_and_no_question_does(notice: Notice) -> None:
    asked = replace(
        notice,
        ack="signed",
        actions=[Action("later", "Later vandaag")],
        question=QuestionWords("Waar", "Niet waar", "Goed", "Nog niet"),
    )
    travels = json.loads(payload.as_bytes(asked))
    assert travels["question"] == {
        "yes": "Waar", "no": "Niet waar", "right": "Goed", "wrong": "Nog niet",
    }  # fmt: skip
    assert json.loads(payload.as_texts(asked)["question"]) == travels["question"]


def test_a_plain_notice_carries_nothing_to_ask_with(notice: Notice) -> None:
    assert "question" not in payload.of_notice(replace(notice, ack="signed"))


def test_it_fits_the_four_kilobytes_of_a_push(notice: Notice) -> None:
    long = replace(notice, ack="x" * 300, body="é" * 300, actions=[Action("later", "x" * 40)] * 2)
    assert len(payload.as_bytes(long)) < 3000
