from __future__ import annotations

from tests.support.town import Town


def test_readiness_tells_whether_typing_errors_are_forgiven(town: Town) -> None:
    told = town.visit("/readyz").json
    assert told is not None
    assert (told["migrations"], told["typing_errors"]) == (True, True)
