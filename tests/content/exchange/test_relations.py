"""Keys and variants: what only the whole table can tell."""

from tests.content.exchange.tables import codes, read_text

HEADER = "key,variant_of,prompt,answer\n"


def test_a_variant_belongs_to_a_card_wherever_it_stands() -> None:
    reading = read_text(HEADER + ",a,V2?,A\na,,V1?,A\n,stored,V3?,A\n", known=["stored"])
    assert reading.problems == ()
    assert [card.variant_of for card in reading.drafts] == ["a", None, "stored"]


def test_a_variant_of_nothing_is_named() -> None:
    reading = read_text(HEADER + "a,,V1?,A\n,b,V2?,A\n")
    assert codes(reading) == [("unknown-original", 3, "variant_of")]
    assert [card.row for card in reading.drafts] == [2]


def test_a_variant_of_a_card_that_is_itself_wrong_is_not_blamed() -> None:
    reading = read_text(HEADER + "a,,V1?,\n,a,V2?,A\n")
    assert codes(reading) == [("missing", 2, "answer")]


def test_a_variant_of_a_variant_is_named() -> None:
    reading = read_text(HEADER + "a,,V1?,A\nb,a,V2?,A\n,b,V3?,A\nc,c,V4?,A\n")
    assert codes(reading) == [
        ("variant-of-variant", 4, "variant_of"),
        ("variant-of-variant", 5, "variant_of"),
    ]


def test_a_key_used_twice_names_both_rows() -> None:
    reading = read_text(HEADER + "a,,V1?,A\nb,,V2?,A\na,,V3?,A\n")
    assert codes(reading) == [("same-key", 4, "key")]
    assert reading.problems[0].values == {"key": "a", "first": 2}
    assert [card.row for card in reading.drafts] == [2, 3]


def test_a_key_that_the_set_knows_is_an_update() -> None:
    assert len(read_text(HEADER + "a,,V1?,A\n", known=["a"]).drafts) == 1
