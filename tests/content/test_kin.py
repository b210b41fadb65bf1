from content.kin import kin_of


def test_two_directions_of_a_note_are_kin() -> None:
    assert kin_of(["g1", "g1-r", "other"]) == {"g1": "g1", "g1-r": "g1"}


def test_the_gaps_of_a_sentence_are_kin_also_without_the_first() -> None:
    assert kin_of(["g1-c2", "g1-c3"]) == {"g1-c2": "g1", "g1-c3": "g1"}


def test_cards_that_an_author_numbered_are_not() -> None:
    assert kin_of(["avg", "avg-1", "avg-2", "avg-12"]) == {}


def test_a_part_whose_note_is_gone_has_no_kin() -> None:
    assert kin_of(["g1-r", "g2", "r", "-c2"]) == {}
