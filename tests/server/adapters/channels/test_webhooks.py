"""What holds of Slack and of Teams alike."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from server.adapters.channels.slack import sender as slack_sender
from server.adapters.channels.teams import sender as teams_sender
from server.adapters.channels.webhook import WebhookSender
from server.ports import DeliveryError, Gone, Notice, Push, Refused, TryAgain, Unsure
from tests.fakes.clock import SetClock
from tests.standins import slack, teams
from tests.standins.http import Answer
from tests.standins.slack import Slack
from tests.standins.teams import Teams
from tests.standins.webhooks import Webhooks
from tests.support.outcomes import in_order

pytestmark = pytest.mark.servers

HOME = "https://practice.example"


@dataclass(frozen=True)
class Hooked:
    """A provider with its sender, two of its errors, and an address of its own."""

    provider: Webhooks
    sender: WebhookSender
    error: Callable[..., Answer]
    busy: str
    dead: str
    own: str

    def outcomes(self, notice: Notice, *names: str) -> list[BaseException | None]:
        """What came of a message to each of these webhooks."""
        pushes = [Push({"url": self.provider.webhook(name)}, notice, 3600) for name in names]
        return in_order(self.sender.send_many(pushes))


@pytest.fixture
def slacks(workspace: Slack, clock: SetClock) -> Hooked:
    sender = slack_sender.sender(HOME, clock, loopback=True)
    own = "https://hooks.slack.com/services/T0/B0/x"
    return Hooked(workspace, sender, slack.error, "rate_limited", "no_service", own)


@pytest.fixture
def teams_own(workflows: Teams, clock: SetClock) -> Hooked:
    sender = teams_sender.sender(HOME, clock, loopback=True)
    busy, dead = "WorkflowRunRateLimitExceeded", "WorkflowNotFound"
    own = "https://prod-12.westeurope.logic.azure.com/workflows/x"
    return Hooked(workflows, sender, teams.error, busy, dead, own)


@pytest.fixture(params=["slacks", "teams_own"])
def hooked(request: pytest.FixtureRequest) -> Hooked:
    found: Hooked = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("no_service", Gone),
        ("channel_not_found", Gone),
        ("channel_is_archived", Gone),
        ("invalid_token", Gone),
        ("user_not_found", Gone),
        ("action_prohibited", Refused),
        ("invalid_payload", Refused),
        ("rate_limited", TryAgain),
        ("rollup_error", TryAgain),
    ],
)
def test_slacks_permanent_and_passing_errors_are_told_apart(
    slacks: Hooked, notice: Notice, word: str, means: type[DeliveryError]
) -> None:
    slacks.provider.answers["x"] = slack.error(word)
    assert [type(one) for one in slacks.outcomes(notice, "x")] == [means]


@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("DirectApiAuthorizationRequired", Gone),
        ("WorkflowNotFound", Gone),
        ("WorkflowTriggerIsNotEnabled", Refused),
        ("TriggerInputSchemaMismatch", Refused),
        ("WorkflowRunRateLimitExceeded", TryAgain),
        ("ServiceUnavailable", TryAgain),
    ],
)
def test_permanent_and_passing_errors_of_teams_are_told_apart(
    teams_own: Hooked, notice: Notice, word: str, means: type[DeliveryError]
) -> None:
    teams_own.provider.answers["x"] = teams.error(word)
    assert [type(one) for one in teams_own.outcomes(notice, "x")] == [means]


def test_it_passes_on_how_long_to_wait(hooked: Hooked, notice: Notice) -> None:
    hooked.provider.answers["x"] = hooked.error(hooked.busy, retry_after="45")
    [trouble] = hooked.outcomes(notice, "x")
    assert isinstance(trouble, TryAgain)
    assert trouble.after == 45


def test_a_lost_answer_may_have_been_taken_and_its_address_is_told_to_nobody(
    hooked: Hooked, notice: Notice
) -> None:
    hooked.provider.answers["secret"] = Answer(drop=True)
    [trouble] = hooked.outcomes(notice, "secret")
    assert type(trouble) is Unsure
    assert "secret" not in str(trouble)


def test_words_that_cannot_be_read_change_nothing_about_the_status(
    hooked: Hooked, notice: Notice
) -> None:
    """As no answer at all, a message that was taken would be posted again."""
    hooked.provider.answers["x"] = Answer(200, b"no gzip", {"Content-Encoding": "gzip"})
    assert hooked.outcomes(notice, "x") == [None]


def test_no_redirect_is_followed(hooked: Hooked, notice: Notice) -> None:
    there = hooked.provider.webhook("there")
    hooked.provider.answers["here"] = Answer(307, headers={"Location": there})
    assert [type(one) for one in hooked.outcomes(notice, "here")] == [Refused]
    assert hooked.provider.posted == []


def test_an_address_elsewhere_is_never_posted_to(hooked: Hooked, notice: Notice) -> None:
    elsewhere = Push({"url": "https://viktor.example/x"}, notice, 3600)
    assert [type(one) for one in in_order(hooked.sender.send_many([elsewhere]))] == [Gone]


def test_a_providers_name_that_leads_inside_is_not_followed(
    hooked: Hooked, notice: Notice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def resolves(*_args: object, **_how: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.1", 443))]

    monkeypatch.setattr(socket, "getaddrinfo", resolves)
    inside = Push({"url": hooked.own}, notice, 3600)
    [outcome] = in_order(hooked.sender.send_many([inside]))
    assert type(outcome) is Gone
    assert "no place to push to" in str(outcome)


def test_of_several_each_has_its_own_outcome(hooked: Hooked, notice: Notice) -> None:
    hooked.provider.answers["b"] = hooked.error(hooked.dead)
    outcomes = hooked.outcomes(notice, "a", "b", "c")
    assert [type(one) for one in outcomes] == [type(None), Gone, type(None)]
    assert sorted(name for name, _ in hooked.provider.posted) == ["a", "c"]
