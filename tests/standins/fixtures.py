"""Fixtures: the pretended providers, one of each per test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from google.auth.credentials import CredentialsWithRegionalAccessBoundary

from tests.standins.fcm import Fcm, fcm
from tests.standins.slack import Slack, slack
from tests.standins.teams import Teams, teams
from tests.standins.web_push import WebPush, web_push


@pytest.fixture
def google(monkeypatch: pytest.MonkeyPatch) -> Iterator[Fcm]:
    # Google's sign-in library also asks a fixed address on the internet, in a thread of its own,
    # from which regions a key may be used; nobody is there, and no test may ask.
    monkeypatch.setattr(
        CredentialsWithRegionalAccessBoundary,
        "_is_regional_access_boundary_lookup_required",
        lambda _self: False,
    )
    with fcm() as standin:
        yield standin


@pytest.fixture
def browsers() -> Iterator[WebPush]:
    with web_push() as standin:
        yield standin


@pytest.fixture
def workflows() -> Iterator[Teams]:
    with teams() as standin:
        yield standin


@pytest.fixture
def workspace() -> Iterator[Slack]:
    with slack() as standin:
        yield standin
