from __future__ import annotations

import pytest

from server.store import card_sets
from server.store.card_sets import CardSet
from server.teaching import sets
from server.teaching.refusal import NotThere
from tests.server.firm import NOW, Firm, counted, found
from tests.server.teaching.files import cards, counts, imported, prompts

TWO = "sleutel;vraag;antwoord\na;Wie bel je?;De helpdesk\nb;Wanneer?;Meteen\n"


def test_cards_come_in_the_order_of_the_file(firm: Firm, card_set: CardSet) -> None:
    assert counts(imported(firm, card_set, TWO)) == (2, 0, 0, 0)
    imported(firm, card_set, "sleutel;vraag;antwoord\nc;Waarom?;Daarom\n")
    assert prompts(firm, card_set) == ["Wie bel je?", "Wanneer?", "Waarom?"]


def test_a_second_import_updates_by_key(firm: Firm, card_set: CardSet) -> None:
    imported(firm, card_set, TWO)
    ids = [card.id for card in cards(firm, card_set)]
    report = imported(firm, card_set, TWO.replace("Meteen", "Direct"))
    assert counts(report) == (0, 1, 1, 0)
    changed = report.preview[1]
    assert changed.before is not None
    assert (changed.before["answer"], changed.face["answer"]) == ("Meteen", "Direct")
    assert [card.id for card in cards(firm, card_set)] == ids
    assert cards(firm, card_set)[1].face["answer"] == "Direct"


def test_a_file_without_keys_uploaded_twice_makes_no_copies(firm: Firm, card_set: CardSet) -> None:
    text = "vraag;antwoord\nWie bel je?;De helpdesk\nWanneer?;Meteen\nWanneer?;Meteen\n"
    assert counts(imported(firm, card_set, text)) == (2, 0, 1, 0)
    assert counts(imported(firm, card_set, text)) == (0, 0, 3, 0)
    assert len(prompts(firm, card_set)) == 2


def test_a_better_explanation_is_an_update_also_without_a_key(
    firm: Firm, card_set: CardSet
) -> None:
    text = "vraag;antwoord;uitleg\nWie bel je?;De helpdesk;\n"
    imported(firm, card_set, text)
    report = imported(firm, card_set, text.replace("helpdesk;", "helpdesk;Dag en nacht"))
    assert counts(report) == (0, 1, 0, 0)
    assert cards(firm, card_set)[0].face["explanation"] == "Dag en nacht"


def test_keys_that_come_later_go_to_the_cards_of_the_same_text(
    firm: Firm, card_set: CardSet
) -> None:
    imported(firm, card_set, "vraag;antwoord\nWie bel je?;De helpdesk\nWanneer?;Meteen\n")
    assert counts(imported(firm, card_set, TWO)) == (0, 2, 0, 0)
    assert [card.key for card in cards(firm, card_set)] == ["a", "b"]


def test_a_deleted_card_that_comes_again_is_the_same_card(firm: Firm, card_set: CardSet) -> None:
    imported(firm, card_set, TWO)
    first = cards(firm, card_set)[0].id
    sets.take_out(firm.db, firm.daan, card_set.id, first, NOW)
    assert prompts(firm, card_set) == ["Wanneer?"]
    assert counts(imported(firm, card_set, TWO)) == (1, 0, 1, 0)
    assert cards(firm, card_set)[0].id == first


def test_a_row_at_fault_keeps_the_whole_file_out(firm: Firm, card_set: CardSet) -> None:
    report = imported(firm, card_set, TWO + "c;;Leeg\n")
    assert report.refused
    assert counts(report) == (2, 0, 0, 1)
    assert [(problem.code, problem.row) for problem in report.problems] == [("missing", 4)]
    assert prompts(firm, card_set) == []


def test_a_partial_import_takes_the_rows_that_are_right(firm: Firm, card_set: CardSet) -> None:
    report = imported(firm, card_set, TWO + "c;;Leeg\n", partial=True)
    assert report.written
    assert counts(report) == (2, 0, 0, 1)
    assert len(prompts(firm, card_set)) == 2


def test_a_dry_run_shows_and_does_not_write(firm: Firm, card_set: CardSet) -> None:
    report = imported(firm, card_set, TWO, dry_run=True)
    assert not report.written
    assert [line.status for line in report.preview] == ["created", "created"]
    assert prompts(firm, card_set) == []


def test_another_set_has_keys_of_its_own(firm: Firm, card_set: CardSet) -> None:
    imported(firm, card_set, TWO)
    assert counts(imported(firm, firm.card_set("Ander"), TWO)) == (2, 0, 0, 0)


def test_a_set_of_viktors_firm_is_not_there(firm: Firm) -> None:
    theirs = found(firm.db, "viktors").card_set()
    with pytest.raises(NotThere):
        imported(found(firm.db, "derde"), theirs, TWO)


@pytest.mark.parametrize("again", [False, True])
def test_five_thousand_rows_take_few_statements(firm: Firm, card_set: CardSet, again: bool) -> None:
    rows = "".join(f"k{number};Vraag {number}?;Antwoord\n" for number in range(5_000))
    text = "sleutel;vraag;antwoord\n" + rows
    if again:
        imported(firm, card_set, text)
        text = text.replace("Antwoord", "Ander antwoord")
    with counted(firm.db) as statements:
        report = imported(firm, card_set, text)
    assert report.created + report.updated == 5_000
    assert len(statements) <= 30
    assert card_sets.card_counts(firm.db, [card_set.id]) == {card_set.id: 5_000}
