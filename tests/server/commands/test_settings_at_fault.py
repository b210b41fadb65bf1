from __future__ import annotations

import pytest

from tests.server.commands.conftest import Beklijf


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BEKLIJF_SMTP_URL", "mail.example"),
        ("BEKLIJF_SUGGESTIONS_URL", "model.example"),
        ("BEKLIJF_LOG_LEVEL", "loud"),
        ("BEKLIJF_PROXIES", "some"),
        ("BEKLIJF_TYPO", "1"),
    ],
)
def test_a_setting_that_cannot_be_used_is_told_in_a_sentence(
    beklijf: Beklijf, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    done = beklijf("db", "check")
    assert done.exit_code == 1
    assert done.output.startswith("Error: ")
    assert name in done.output
