"""Every rule that decides about a reminder can be told, in Dutch and in English."""

from __future__ import annotations

import pytest

from server.reminding.reasons import (
    KINDS,
    REASONS,
    TROUBLES,
    in_words,
    kind_in_words,
    troubles_in_words,
)
from server.texts import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_words_of_its_own(language: str) -> None:
    unknown = in_words("of a later version", language)
    for hour in (None, 9):
        told = [in_words(reason, language, hour) for reason in REASONS]
        assert len({*told, unknown}) == len(REASONS) + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_a_name(language: str) -> None:
    assert len({kind_in_words(kind, language) for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", TROUBLES)
@pytest.mark.parametrize("channel", ["fcm", "web_push", "mail", "teams", "slack", "pigeon"])
def test_trouble_is_told_without_what_the_provider_quoted(
    language: str, what: str, channel: str
) -> None:
    [told] = troubles_in_words(f"{channel}: {what}: https://geheim.example/; x", language)
    assert "geheim" not in told


def test_the_hour_is_named_where_it_is_known() -> None:
    assert "9:00" in in_words("usual-hour", "nl", 9)
    assert in_words("usual-hour", "nl").startswith("In het uur")


@pytest.mark.parametrize("trouble", [None, "", "expired", "week-full", "; ; :", "fcm: odd: thing"])
def test_what_is_no_trouble_of_a_channel_tells_none(trouble: str | None) -> None:
    assert troubles_in_words(trouble, "en") == []
