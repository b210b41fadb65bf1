"""What a reminder says on a locked screen: nothing about its person."""

from __future__ import annotations

from scheduler.reminders import PRACTICE
from server.ports import Action, Notice, QuestionWords
from server.reminding import words
from server.store.due_reminders import DueReminder
from server.texts import text

LATER = "later"
NOT_THIS_WEEK = "not-this-week"


def notice_of(held: DueReminder, language: str, ack: str, *, asks: bool = False) -> Notice:
    """The push message; `ack` is what the phone names it with.

    `asks`: whether the learner wants the question itself on the screen.
    """
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
        question=_question_words(language) if asks and held.kind == PRACTICE else None,
    )


def _question_words(language: str) -> QuestionWords:
    return QuestionWords(
        yes=text("reminder-question-yes", language),
        no=text("reminder-question-no", language),
        right=text("reminder-question-right", language),
        wrong=text("reminder-question-wrong", language),
    )
