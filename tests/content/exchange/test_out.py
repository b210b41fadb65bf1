"""Whatever a set goes out as, it comes in again as the same set."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from content.card import LANGUAGES
from content.exchange.reading import Draft
from content.exchange.write import FORMATS
from tests.content.exchange.outgoing import come_back, numberless
from tests.content.faces import sets_of_drafts

FEW = settings(max_examples=40, deadline=None)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_set_that_goes_out_comes_in_as_the_same_set(kind: str) -> None:
    @FEW
    @given(sets_of_drafts())
    def holds(drafts: list[Draft]) -> None:
        for labels in LANGUAGES:
            assert come_back(kind, drafts, labels) == numberless(drafts)

    holds()
