"""What a card in Teams says."""

from __future__ import annotations

from server.adapters.channels.teams.sender import message
from server.ports import Notice

LINK = "https://practice.example/app/#/start"


def test_a_card_says_what_it_is_and_leads_to_the_first_question(notice: Notice) -> None:
    [attachment] = message(notice, LINK)["attachments"]
    card = attachment["content"]
    assert (card["type"], card["version"]) == ("AdaptiveCard", "1.4")
    assert [block["text"] for block in card["body"]] == [notice.title, notice.body]
    [button] = card["actions"]
    assert (button["title"], button["url"]) == (notice.button, LINK)
