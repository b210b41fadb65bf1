"""Fixtures: a notice to send, and a clock."""

from __future__ import annotations

import pytest

from server.ports import Notice
from tests.fakes.clock import SetClock


@pytest.fixture
def notice() -> Notice:
    return Notice(
        title="Je oefening staat klaar",
        body="Een paar minuten.",
        url="/app/#/start",
        tag="practice-2026-11-18",
        button="Beginnen",
    )


@pytest.fixture
def clock() -> SetClock:
    return SetClock()
