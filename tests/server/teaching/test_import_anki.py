"""A deck from Anki comes in, and later comes in again."""

from __future__ import annotations

from content.exchange.read import read_any
from server.store.card_sets import CardSet
from server.teaching import saying
from server.teaching.import_set import Report, import_set
from tests.content.exchange.anki.packages import BASIC, CLOZE, REVERSED, Note, Type, package
from tests.server.firm import NOW, Firm
from tests.server.teaching.files import cards, counts, prompts

CALL = Note(BASIC, ("Wie bel je?", "De BHV"), "call")
BOTH = Note(REVERSED, ("betrokkene", "data subject"), "both", cards=(0, 1))
GAPS = Note(CLOZE, ("Bel {{c1::112}} en {{c2::de balie}}", ""), "gaps", cards=(0, 1))


def imported(firm: Firm, card_set: CardSet, *notes: Note, partial: bool = False) -> Report:
    reading = read_any("deck.apkg", package(*notes), language="nl")
    report = import_set(firm.db, card_set.id, reading, NOW, partial=partial, dry_run=False)
    firm.db.flush()
    firm.db.expire_all()
    return report


def test_every_card_of_a_deck_comes_in(firm: Firm, card_set: CardSet) -> None:
    assert counts(imported(firm, card_set, CALL, BOTH, GAPS)) == (5, 0, 0, 0)
    assert [card.key for card in cards(firm, card_set)] == [
        "call", "both", "both-r", "gaps", "gaps-c2",
    ]  # fmt: skip


def test_the_same_deck_again_changes_nothing(firm: Firm, card_set: CardSet) -> None:
    imported(firm, card_set, CALL, BOTH, GAPS)
    assert counts(imported(firm, card_set, CALL, BOTH, GAPS)) == (0, 0, 5, 0)


def test_a_note_changed_in_anki_changes_its_own_cards(firm: Firm, card_set: CardSet) -> None:
    imported(firm, card_set, CALL, BOTH)
    ids = [card.id for card in cards(firm, card_set)]
    better = Note(BASIC, ("Wie bel je bij brand?", "De BHV"), "call")
    assert counts(imported(firm, card_set, better, BOTH)) == (0, 1, 2, 0)
    assert prompts(firm, card_set)[0] == "Wie bel je bij brand?"
    assert [card.id for card in cards(firm, card_set)] == ids


def test_what_stays_behind_is_counted_and_stops_nothing(firm: Firm, card_set: CardSet) -> None:
    side = ("{{cloze:Occlusion}}", "{{cloze:Occlusion}}")
    occlusion = Type("Image Occlusion", ("Occlusion",), (side,), cloze=True, stock=6)
    report = imported(firm, card_set, CALL, Note(occlusion, ("{{c1::x}}",), "plaat"))
    assert counts(report) == (1, 0, 0, 1)


def test_a_problem_is_placed_by_how_its_note_begins(firm: Firm, card_set: CardSet) -> None:
    report = imported(firm, card_set, CALL, Note(BASIC, ("Wie nog meer?", ""), "x"))
    assert report.refused
    (problem,) = report.problems
    places = [saying.place(problem, one, report.counted) for one in ("nl", "en")]
    assert places == [
        "notitie 2, veld Back (“Wie nog meer?”)",
        "note 2, field Back (“Wie nog meer?”)",
    ]
