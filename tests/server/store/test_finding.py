"""Both databases find the same cards in the same order; asked about the demo's real sets."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.demo.courses import SETS
from server.store import finding, search_keeping
from server.store.card_sets import Card, CardVariant
from server.store.search_index import MAKING
from tests.server.firm import Firm, counted, found, session_on
from tests.server.store.search_questions import QUESTIONS
from tests.server.teaching.files import imported
from tests.servers import postgres

TOP = 5
Answers = dict[str, list[str]]


def _answers(db: Session) -> Answers:
    keys = {card.id: card.key for card in db.execute(select(Card.id, Card.key))}
    found_by = {question: finding.find(db, MAKING, question).best for question in QUESTIONS}
    return {question: [keys[one.card_id] for one in best] for question, best in found_by.items()}


def _asked_on(url: str) -> Answers:
    with session_on(url) as db:
        firm = found(db)
        for file in sorted(SETS.glob("*.csv")):
            imported(firm, firm.card_set(file.stem), file.read_text())
        db.commit()
        return _answers(db)


@pytest.fixture(scope="module")
def on_sqlite(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Answers:
    file = tmp_path_factory.mktemp("finding") / "beklijf.db"
    shutil.copy(sqlite_template, file)
    return _asked_on(f"sqlite:///{file}")


@pytest.fixture(scope="module")
def on_postgres(postgres_cluster: postgres.Cluster, postgres_template: str) -> Iterator[Answers]:
    yield _asked_on(postgres_cluster.create("finding", postgres_template))
    postgres_cluster.drop("finding")


def _missed(answers: Answers) -> dict[str, list[str]]:
    return {q: answers[q][:TOP] for q, wanted in QUESTIONS.items() if wanted not in answers[q][:3]}


def test_every_question_finds_its_card_among_the_first_three(on_sqlite: Answers) -> None:
    assert _missed(on_sqlite) == {}


@pytest.mark.postgres
def test_postgres_answers_as_sqlite_does(on_sqlite: Answers, on_postgres: Answers) -> None:
    assert _missed(on_postgres) == {}
    for question in QUESTIONS:
        here, there = on_sqlite[question][:TOP], on_postgres[question][:TOP]
        assert here[0] == there[0], question
        assert len(set(here) & set(there)) >= 0.8 * max(len(here), len(there)), question


def test_a_card_in_two_languages_is_found_in_both_and_once(firm: Firm) -> None:
    card = firm.card(firm.card_set(), "Wat is een ladder?")
    card.face = {**card.face, "answer": "Een ladder"}
    english = {**card.face, "language": "en", "prompt": "What are scaffolds?"}
    firm.db.commit()
    firm.add(CardVariant(card_id=card.id, key="en", face=english, deleted_at=None))
    firm.db.commit()
    for question in ("ladders", "scaffold", "ladder scaffolds"):
        best = finding.find(firm.db, MAKING, question).best
        assert [one.card_id for one in best] == [card.id][: len(best)]
    assert finding.find(firm.db, MAKING, "scaffold").best[0].language == "en"


def test_viktor_does_not_find_what_is_ours(firm: Firm) -> None:
    firm.card(firm.card_set(), "Wat is een ladder?")
    firm.db.commit()
    assert finding.find(firm.db, MAKING, "ladder").best
    found(firm.db, "elders")
    assert not finding.find(firm.db, MAKING, "ladder").best
    assert not finding.find(firm.db, MAKING, "ladderr").best


def test_an_edit_that_is_taken_back_leaves_the_index_as_it_was(firm: Firm) -> None:
    card = firm.card(firm.card_set(), "Wat is een ladder?")
    firm.db.commit()
    card.face = {**card.face, "prompt": "Wat is een steiger?"}
    firm.db.flush()
    firm.db.rollback()
    firm.db.commit()
    assert finding.find(firm.db, MAKING, "ladder").best
    assert not finding.find(firm.db, MAKING, "steiger").best


def test_many_cards_cost_no_more_statements(firm: Firm) -> None:
    card_set = firm.card_set()
    firm.card(card_set, "Wat is een ladder?")
    firm.db.commit()
    counts = []
    for number in range(2):
        for other in range(40):
            firm.card(card_set, f"Ladder {number} {other}")
        with counted(firm.db) as statements:
            search_keeping.keep(firm.db)
            finding.find(firm.db, MAKING, "laddder staat waar")
        counts.append(len(statements))
    assert counts[1] <= counts[0]
