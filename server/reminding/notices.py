"""What a reminder says on a locked screen: nothing about its person."""

from __future__ import annotations

from server.ports import Action, Notice
from server.reminding import words
from server.store.due_reminders import DueReminder
from server.texts import text

LATER = "later"
NOT_THIS_WEEK = "not-this-week"


def notice_of(held: DueReminder, language: str, ack: str) -> Notice:
    """The push message; `ack` is what the phone names it with."""
    return Notice(
        title=words.title_of(held, language),
        body=words.body_of(held, language),
        url=words.leads_to(held),
        tag=f"{held.kind}-{held.study_day}",
        ack=ack,
        actions=[
            Action(action, text(f"reminder-push-{action}", language))
            for action in (LATER, NOT_THIS_WEEK)
        ],
        button=text("mail-reminder-button", language),
    )
