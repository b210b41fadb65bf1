"""An address that a learner pastes in leads to its provider, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.adapters.channels.hosts import Hosts
from server.adapters.channels.slack import address as slack
from server.adapters.channels.teams import address as teams

SLACK = slack.hosts(loopback=False)
TEAMS = teams.hosts(loopback=False)
OWN = {
    "https://hooks.slack.com/services/T0/B0/x": SLACK,
    "https://hooks.slack-gov.com/services/T0/B0/x": SLACK,
    "https://prod-12.westeurope.logic.azure.com:443/workflows/x?sig=y": TEAMS,
    "https://a.b.environment.api.powerplatform.com/powerautomate/x?sig=y": TEAMS,
}


@pytest.mark.parametrize(("url", "hosts"), OWN.items())
def test_a_providers_own_address_is_taken(url: str, hosts: Hosts) -> None:
    assert hosts.take(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "hooks.slack.com/services/x",
        "http://hooks.slack.com/services/x",
        "ftp://hooks.slack.com/x",
        "https://hooks.slack.com:8443/x",
        "https://hooks.slack.com:x/",
        "https://[hooks.slack.com/x",
        "https://hooks.slack.com@viktor.example/x",
        "https://viktor:x@hooks.slack.com/x",
        "https://viktor.example\\@hooks.slack.com/x",
        "https://hooks.slack.com.viktor.example/x",
        "https://nothooks.slack.com/x",
        "https://viktor.example/?hooks.slack.com",
        "https://hooks.slack.com\n.viktor.example/x",
        "https://127.0.0.1/x",
        "http://127.0.0.1:8000/x",
        "https://169.254.169.254/latest",
        "https://hooks.sláck.com/x",
        "https://.hooks.slack.com/x",
        "https://*.logic.azure.com/x",
        "https://a..logic.azure.com/x",
        "https://viktor.example%2f.logic.azure.com/x",
        "https://viktor.example;.hooks.slack.com/x",
        f"https://{'a' * 64}.logic.azure.com/x",
        "https://outlook.webhook.office.com/webhookb2/x",
    ],
)
def test_any_other_address_is_refused(url: str) -> None:
    assert not SLACK.take(url)
    assert not TEAMS.take(url)


@given(st.text(max_size=60))
def test_no_text_that_anybody_pastes_is_too_much(text: str) -> None:
    assert not SLACK.take(text)
    assert not SLACK.take(f"https://{text}")


def test_this_machine_itself_is_for_trying_things_out_only() -> None:
    url = "http://127.0.0.1:8000/services/x"
    assert slack.hosts(loopback=True).take(url)
    assert not slack.hosts(loopback=True).take("http://192.168.0.1/services/x")
    assert not SLACK.take(url)
