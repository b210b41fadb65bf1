"""Mails in the reader's language, as text and HTML."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from email.utils import format_datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from jinja2 import Environment

from server.config import Settings
from server.ports import Letter
from server.reminding import message_ids, unsubscribe, words
from server.store.due_reminders import DueReminder
from server.store.letters import OutgoingLetter
from server.store.people import Person
from server.texts import text

STOP = "List-Unsubscribe"

_page = Environment(autoescape=True).from_string(
    (Path(__file__).parent / "mail.html").read_text(encoding="utf-8")
)


def of_reminder(row: DueReminder, person: Person, settings: Settings, now: datetime) -> Letter:
    """The reminder as a mail, with a link and headers to stop mails in one click (RFC 8058)."""
    stop_link = f"{settings.base_url}/unsubscribe/{unsubscribe.make(settings.secret_key, person)}"
    headers = {
        STOP: f"<{stop_link}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        **_headers(f"reminder-{row.message_id}", person, settings, now),
    }
    language = person.language
    link = f"{settings.base_url}{words.leads_to(row)}"
    footer = text("mail-reminder-footer", language, organisation=person.organisation.name)
    told = {"title": words.title_of(row, language), "told": words.body_of(row, language)}
    return _letter(words.mail_of(row), person, link, footer, headers, told=told)


def of_letter(row: OutgoingLetter, person: Person, settings: Settings, now: datetime) -> Letter:
    """A letter of any kind; its texts speak of what the row holds beside the link."""
    until = row.expires_at.astimezone(ZoneInfo(person.time_zone)).date()
    told: dict[str, Any] = {"until": until, "organisation": person.organisation.name, **row.values}
    link = told.pop("link")
    if "on" in told:
        told["on"] = date.fromisoformat(told["on"])
    footer = text(f"mail-{row.kind}-footer", person.language, **told)
    headers = _headers(f"letter-{row.id}", person, settings, now)
    return _letter(row.kind, person, link, footer, headers, told=told)


def _letter(
    kind: str,
    person: Person,
    link: str,
    footer: str,
    headers: dict[str, str],
    *,
    told: Mapping[str, object] = MappingProxyType({}),
) -> Letter:
    language = person.language
    values = {**told, "name": person.name, "organisation": person.organisation.name}
    subject = " ".join(text(f"mail-{kind}-subject", language, **values).split())
    body = text(f"mail-{kind}-body", language, **values)
    button = text(f"mail-{kind}-button", language)
    stop_link = headers.get(STOP, "").strip("<>")
    stop = text("mail-reminder-unsubscribe", language)
    html = _page.render(
        language=language,
        subject=subject,
        paragraphs=body.split("\n\n"),
        link=link,
        button=button,
        footer=footer,
        stop=stop,
        stop_link=stop_link,
    )
    closing = f"{footer} {stop}: {stop_link}" if stop_link else footer
    plain = f"{body}\n\n{button}: {link}\n\n-- \n{closing}\n"
    return Letter(to=person.email, subject=subject, text=plain, html=html, headers=headers)


def _headers(name: str, person: Person, settings: Settings, now: datetime) -> dict[str, str]:
    """The same message sent again keeps its id, by which mail programs show it once.

    `Auto-Submitted` keeps absence notes from answering.
    """
    host = urlsplit(settings.base_url).hostname or "localhost"
    return {
        "Date": format_datetime(now),
        "Message-ID": f"<{message_ids.make(settings.secret_key, name, person)}@{host}>",
        "Auto-Submitted": "auto-generated",
    }
