"""What a phone asks at each sync costs the same after years of releases."""

from __future__ import annotations

import pytest

from server.store import changes
from tests.server.firm import NOW, Firm, counted
from tests.servers.databases import BOTH


@pytest.mark.parametrize("database_url", BOTH[:1], indirect=True)
def test_of_what_releases_did_only_the_latest_is_looked_at(firm: Firm) -> None:
    with counted(firm.db) as statements:
        changes.forgotten_since(firm.db, firm.daan.id, NOW)
    (statement,) = statements
    plan = firm.db.connection().exec_driver_sql(
        f"EXPLAIN QUERY PLAN {statement}", (1,) * statement.count("?")
    )
    (turns,) = [row.detail for row in plan if "card_turns" in row.detail]
    assert "(organisation_id=? AND effect=? AND at>?)" in turns
