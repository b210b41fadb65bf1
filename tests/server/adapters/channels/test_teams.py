"""A card in Teams, and what the answers of a workflow mean."""

from __future__ import annotations

import pytest

from server.adapters.channels.teams.sender import TeamsSender
from server.ports import DeliveryError, Gone, Notice, Push, Refused, TryAgain, Unsure
from tests.fakes.clock import SetClock
from tests.standins import teams
from tests.standins.http import Answer
from tests.standins.teams import Teams
from tests.support.outcomes import in_order

pytestmark = pytest.mark.servers

HOME = "https://practice.example"


@pytest.fixture
def sender(clock: SetClock) -> TeamsSender:
    return TeamsSender(HOME, clock, loopback=True)


def outcome(sender: TeamsSender, url: str, notice: Notice) -> BaseException | None:
    """What came of one message."""
    [one] = in_order(sender.send_many([Push({"url": url}, notice, 3600)]))
    return one


def test_a_card_says_what_it_is_and_leads_to_the_first_question(
    workflows: Teams, sender: TeamsSender, notice: Notice
) -> None:
    assert outcome(sender, workflows.webhook("fatima"), notice) is None
    [(name, card)] = workflows.posted
    assert name == "fatima"
    assert (card["type"], card["version"]) == ("AdaptiveCard", "1.4")
    assert [block["text"] for block in card["body"]] == [notice.title, notice.body]
    [button] = card["actions"]
    assert (button["title"], button["url"]) == (notice.button, f"{HOME}{notice.url}")


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
def test_permanent_and_passing_errors_are_told_apart(
    workflows: Teams, sender: TeamsSender, notice: Notice, word: str, means: type[DeliveryError]
) -> None:
    workflows.answers["x"] = teams.error(word)
    assert type(outcome(sender, workflows.webhook("x"), notice)) is means


def test_it_passes_on_how_long_to_wait(
    workflows: Teams, sender: TeamsSender, notice: Notice
) -> None:
    workflows.answers["x"] = teams.error("WorkflowRunRateLimitExceeded", retry_after="45")
    trouble = outcome(sender, workflows.webhook("x"), notice)
    assert isinstance(trouble, TryAgain)
    assert trouble.after == 45


def test_a_lost_answer_may_have_been_taken_and_its_address_is_told_to_nobody(
    workflows: Teams, sender: TeamsSender, notice: Notice
) -> None:
    workflows.answers["secret"] = Answer(drop=True)
    trouble = outcome(sender, workflows.webhook("secret"), notice)
    assert type(trouble) is Unsure
    assert "secret" not in str(trouble)


def test_no_redirect_is_followed(workflows: Teams, sender: TeamsSender, notice: Notice) -> None:
    there = workflows.webhook("there")
    workflows.answers["here"] = Answer(307, headers={"Location": there})
    assert type(outcome(sender, workflows.webhook("here"), notice)) is Refused
    assert workflows.posted == []


def test_an_address_elsewhere_is_never_posted_to(sender: TeamsSender, notice: Notice) -> None:
    assert type(outcome(sender, "https://viktor.example/x", notice)) is Gone


def test_of_several_each_has_its_own_outcome(
    workflows: Teams, sender: TeamsSender, notice: Notice
) -> None:
    workflows.answers["b"] = teams.error("DirectApiAuthorizationRequired")
    pushes = [Push({"url": workflows.webhook(name)}, notice, 3600) for name in "abc"]
    assert [type(one) for one in in_order(sender.send_many(pushes))] == [
        type(None),
        Gone,
        type(None),
    ]
    assert sorted(name for name, _ in workflows.posted) == ["a", "c"]
