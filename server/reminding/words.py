"""What a reminder says: title and text of each kind, and of practice in the wording picked for it.

Nothing about its person: others read along on a locked screen.
"""

from __future__ import annotations

from scheduler.reminders import HELP, PRACTICE
from server.reminding.tallies import WORDINGS
from server.store.due_reminders import DueReminder
from server.texts import text

PRACTISE_AT = "/app/#/start"
SETTINGS_AT = "/app/#/me"


def title_of(held: DueReminder, language: str) -> str:
    """The line above."""
    return text("reminder-push-title" if _asks(held) else f"reminder-{held.kind}-title", language)


def body_of(held: DueReminder, language: str) -> str:
    """The text below it. A wording that is no longer there becomes the plain one."""
    if not _asks(held):
        return text(f"reminder-{held.kind}-body", language)
    return wording_in_words(held.wording, language) or text("reminder-push-body-plain", language)


def wording_in_words(wording: str | None, language: str) -> str | None:
    """The text of a wording; None for one that is no longer there."""
    return text(f"reminder-push-body-{wording}", language) if wording in WORDINGS else None


def mail_of(held: DueReminder) -> str:
    """Which of the mails it is."""
    if _asks(held):
        return "reminder"
    return "help" if held.kind == HELP else "told"


def leads_to(held: DueReminder) -> str:
    """Where a tap leads."""
    return SETTINGS_AT if held.kind == HELP else PRACTISE_AT


def _asks(held: DueReminder) -> bool:
    return held.kind == PRACTICE
