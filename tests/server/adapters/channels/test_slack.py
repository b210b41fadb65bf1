"""A message in Slack, and what the words of its webhooks mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.adapters.channels.slack.sender import SlackSender
from server.ports import DeliveryError, Gone, Notice, Push, Refused, TryAgain, Unsure
from tests.fakes.clock import SetClock
from tests.standins import slack
from tests.standins.http import Answer
from tests.standins.slack import Slack
from tests.support.outcomes import in_order

pytestmark = pytest.mark.servers

HOME = "https://practice.example"


@pytest.fixture
def sender(clock: SetClock) -> SlackSender:
    return SlackSender(HOME, clock, loopback=True)


def outcome(sender: SlackSender, url: str, notice: Notice) -> BaseException | None:
    """What came of one message."""
    [one] = in_order(sender.send_many([Push({"url": url}, notice, 3600)]))
    return one


def test_a_message_says_what_it_is_and_leads_to_the_first_question(
    workspace: Slack, sender: SlackSender, notice: Notice
) -> None:
    assert outcome(sender, workspace.webhook("fatima"), notice) is None
    [(name, message)] = workspace.posted
    assert name == "fatima"
    assert message["text"] == f"{notice.title} {HOME}{notice.url}"
    [block] = message["blocks"]
    assert f"<{HOME}{notice.url}|{notice.button}>" in block["text"]["text"]


def test_what_an_organisation_calls_itself_is_no_markup(
    workspace: Slack, sender: SlackSender, notice: Notice
) -> None:
    outcome(sender, workspace.webhook("fatima"), replace(notice, title="<!channel> & co"))
    [(_, message)] = workspace.posted
    assert "*&lt;!channel&gt; &amp; co*" in message["blocks"][0]["text"]["text"]


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
def test_permanent_and_passing_errors_are_told_apart(
    workspace: Slack, sender: SlackSender, notice: Notice, word: str, means: type[DeliveryError]
) -> None:
    workspace.answers["x"] = slack.error(word)
    assert type(outcome(sender, workspace.webhook("x"), notice)) is means


def test_it_passes_on_how_long_to_wait(
    workspace: Slack, sender: SlackSender, notice: Notice
) -> None:
    workspace.answers["x"] = slack.error("rate_limited", retry_after="45")
    trouble = outcome(sender, workspace.webhook("x"), notice)
    assert isinstance(trouble, TryAgain)
    assert trouble.after == 45


def test_a_lost_answer_may_have_been_taken_and_its_address_is_told_to_nobody(
    workspace: Slack, sender: SlackSender, notice: Notice
) -> None:
    workspace.answers["secret"] = Answer(drop=True)
    trouble = outcome(sender, workspace.webhook("secret"), notice)
    assert type(trouble) is Unsure
    assert "secret" not in str(trouble)


def test_no_redirect_is_followed(workspace: Slack, sender: SlackSender, notice: Notice) -> None:
    there = workspace.webhook("there")
    workspace.answers["here"] = Answer(307, headers={"Location": there})
    assert type(outcome(sender, workspace.webhook("here"), notice)) is Refused
    assert workspace.posted == []


def test_an_address_elsewhere_is_never_posted_to(sender: SlackSender, notice: Notice) -> None:
    assert type(outcome(sender, "https://viktor.example/x", notice)) is Gone


def test_of_several_each_has_its_own_outcome(
    workspace: Slack, sender: SlackSender, notice: Notice
) -> None:
    workspace.answers["b"] = slack.error("no_service")
    pushes = [Push({"url": workspace.webhook(name)}, notice, 3600) for name in "abc"]
    assert [type(one) for one in in_order(sender.send_many(pushes))] == [
        type(None),
        Gone,
        type(None),
    ]
    assert sorted(name for name, _ in workspace.posted) == ["a", "c"]
