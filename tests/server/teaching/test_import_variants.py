from __future__ import annotations

from server.store.card_sets import CardSet
from server.teaching import sets
from tests.server.firm import NOW, Firm
from tests.server.teaching.files import cards, counts, imported

HEAD = "sleutel;vraag;antwoord;variant_van\n"
BOTH = HEAD + "a2;Wie helpt je?;De helpdesk;a\na;Wie bel je?;De helpdesk;\n"


def wordings(firm: Firm, card_set: CardSet) -> list[list[str]]:
    return [
        [card.face["prompt"], *(one.face["prompt"] for one in card.variants if not one.deleted_at)]
        for card in cards(firm, card_set)
    ]


def test_a_variant_joins_its_card_wherever_it_stands_in_the_file(
    firm: Firm, card_set: CardSet
) -> None:
    assert counts(imported(firm, card_set, BOTH)) == (2, 0, 0, 0)
    assert wordings(firm, card_set) == [["Wie bel je?", "Wie helpt je?"]]
    assert counts(imported(firm, card_set, BOTH)) == (0, 0, 2, 0)


def test_a_variant_joins_a_card_that_the_set_already_has(firm: Firm, card_set: CardSet) -> None:
    imported(firm, card_set, HEAD + "a;Wie bel je?;De helpdesk;\n")
    again = HEAD + ";Wie helpt je?;De helpdesk;a\n"
    assert counts(imported(firm, card_set, again)) == (1, 0, 0, 0)
    assert counts(imported(firm, card_set, again)) == (0, 0, 1, 0)
    assert wordings(firm, card_set) == [["Wie bel je?", "Wie helpt je?"]]


def test_a_variant_is_updated_by_its_key(firm: Firm, card_set: CardSet) -> None:
    imported(firm, card_set, BOTH)
    report = imported(firm, card_set, BOTH.replace("Wie helpt je?", "Wie helpt?"))
    assert counts(report) == (0, 1, 1, 0)
    assert wordings(firm, card_set) == [["Wie bel je?", "Wie helpt?"]]


def test_a_variant_of_a_card_that_was_taken_out_is_a_problem(firm: Firm, card_set: CardSet) -> None:
    imported(firm, card_set, BOTH)
    sets.take_out(firm.db, firm.daan, card_set.id, cards(firm, card_set)[0].id, NOW)
    report = imported(firm, card_set, HEAD + "a3;Wie dan?;De helpdesk;a\n")
    assert [problem.code for problem in report.problems] == ["unknown-original"]


def test_a_variant_whose_card_is_at_fault_stays_out_with_it(firm: Firm, card_set: CardSet) -> None:
    text = HEAD + "a;;De helpdesk;\na2;Wie helpt je?;De helpdesk;a\nb;Wanneer?;Nu;\n"
    report = imported(firm, card_set, text, partial=True)
    assert [(problem.code, problem.row) for problem in report.problems] == [
        ("missing", 2), ("unknown-original", 3)
    ]  # fmt: skip
    assert wordings(firm, card_set) == [["Wanneer?"]]


def test_a_key_is_a_card_or_a_variant_and_stays_so(firm: Firm, card_set: CardSet) -> None:
    imported(firm, card_set, BOTH + "b;Wanneer?;Nu;\n")
    as_card = imported(firm, card_set, HEAD + "a2;Wie helpt je?;De helpdesk;\n")
    as_variant = imported(firm, card_set, HEAD + "b;Wanneer?;Nu;a\n")
    elsewhere = imported(firm, card_set, HEAD + "a2;Wie helpt je?;De helpdesk;b\n")
    codes = [report.problems[0].code for report in (as_card, as_variant, elsewhere)]
    assert codes == ["key-of-variant", "key-taken", "key-taken"]
