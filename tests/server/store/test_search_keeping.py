"""What keeping the search index costs."""

from __future__ import annotations

import pytest

from server.store import search_keeping
from tests.server.firm import Firm, counted
from tests.servers.databases import BOTH


@pytest.mark.parametrize("database_url", BOTH[:1], indirect=True)
def test_whether_a_card_is_indexed_is_looked_up_by_the_card(firm: Firm) -> None:
    """By the firm it is a look at all of its entries for each card: seconds for each part."""
    card_set = firm.card_set()
    with counted(firm.db) as statements:
        search_keeping.fill_some(firm.db, card_set.id, 5)
    missing = next(one for one in statements if "NOT (EXISTS" in one)
    plan = firm.db.connection().exec_driver_sql(
        f"EXPLAIN QUERY PLAN {missing}", (1,) * missing.count("?")
    )
    assert any("(card_id=? AND shelf=?)" in row.detail for row in plan)
