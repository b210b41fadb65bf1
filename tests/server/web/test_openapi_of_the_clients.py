from __future__ import annotations

import json

from tests.house.tree import ROOT
from tests.support.town import Town

KEPT = ROOT / "web" / "src" / "api" / "openapi.json"


def test_the_clients_are_built_for_the_api_as_it_is(town: Town) -> None:
    """After a change of the API: scripts/make_openapi.py, then `npm run schema` in web/."""
    described = town.visit("/api/v1/openapi.json").json
    assert described == json.loads(KEPT.read_text(encoding="utf-8"))
