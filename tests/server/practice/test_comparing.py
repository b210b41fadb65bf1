from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from server.practice.comparing import compare
from server.store.columns import Columns

KEY = ("person_id", "card_id")
tables = st.dictionaries(
    st.tuples(st.integers(1, 3), st.integers(2**40, 2**40 + 3)), st.sampled_from([0.5, 0.6])
)


def columns(rows: dict[tuple[int, int], float]) -> Columns:
    """The rows in the order of the dict."""
    keys = np.array([*rows], np.int64).reshape(-1, 2)
    return {
        "person_id": keys[:, 0], "card_id": keys[:, 1],
        "stability": np.array([*rows.values()], float),
    }  # fmt: skip


def keys_of(table: Columns) -> set[tuple[int, ...]]:
    return {*zip(table["person_id"].tolist(), table["card_id"].tolist(), strict=True)}


@given(tables, tables)
def test_rows_are_found_by_their_key_in_whatever_order(
    made: dict[tuple[int, int], float], stored: dict[tuple[int, int], float]
) -> None:
    found = compare(columns(made), columns(stored), KEY, ["stability"])
    lone_made, lone_stored = (keys_of(one) for one in found.lone)
    assert (lone_made, lone_stored) == (made.keys() - stored.keys(), stored.keys() - made.keys())
    assert {*found.people.tolist()} == {key[0] for key, _ in made.items() ^ stored.items()}
    in_made, in_stored = found.right
    both = [[*made.items()][place] for place in in_made.tolist()]
    assert both == [[*stored.items()][place] for place in in_stored.tolist()]
    assert {*both} == made.items() & stored.items()


def test_numbers_that_arrays_round_otherwise_are_alike() -> None:
    made, stored = columns({(1, 2): 700.0}), columns({(1, 2): 700.0 + 1e-7})
    assert len(compare(made, stored, KEY, ["stability"]).people) == 0
    stored = columns({(1, 2): 700.0 + 1e-6})
    assert compare(made, stored, KEY, ["stability"]).people.tolist() == [1]
