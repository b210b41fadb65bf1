"""What a message in Slack says."""

from __future__ import annotations

from dataclasses import replace

from server.adapters.channels.slack.sender import message
from server.ports import Notice

LINK = "https://practice.example/app/#/start"


def test_a_message_says_what_it_is_and_leads_to_the_first_question(notice: Notice) -> None:
    made = message(notice, LINK)
    assert made["text"] == f"{notice.title} {LINK}"
    [block] = made["blocks"]
    assert f"<{LINK}|{notice.button}>" in block["text"]["text"]


def test_what_an_organisation_calls_itself_is_no_markup(notice: Notice) -> None:
    made = message(replace(notice, title="<!channel> & co"), LINK)
    assert "*&lt;!channel&gt; &amp; co*" in made["blocks"][0]["text"]["text"]
    assert "<!channel>" not in made["text"]
