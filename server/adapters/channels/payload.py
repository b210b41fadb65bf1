"""What the phone's service worker is handed, the same through every push channel."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import sha256

from server.ports import Notice

TOPIC_LENGTH = 32


def of_notice(notice: Notice) -> dict[str, object]:
    """Title, body, tag and url; where the phone may answer, what it answers with."""
    shown = {"title": notice.title, "body": notice.body, "tag": notice.tag, "url": notice.url}
    if not notice.ack:
        return dict(shown)
    actions = [{"action": one.action, "title": one.title} for one in notice.actions]
    question = {"question": asdict(notice.question)} if notice.question else {}
    return {**shown, "ack": notice.ack, "actions": actions, **question}


def as_texts(notice: Notice) -> dict[str, str]:
    """The payload where only texts may be values: what is none stands there as JSON."""
    return {
        name: value if isinstance(value, str) else _json(value)
        for name, value in of_notice(notice).items()
    }


def as_bytes(notice: Notice) -> bytes:
    """The payload as compact UTF-8 JSON."""
    return _json(of_notice(notice)).encode()


def topic(notice: Notice) -> str:
    """The tag in the form a push service takes: at most 32 characters of URL-safe base64.

    A message that waits for a sleeping phone is replaced by a later one of the same topic.
    """
    return sha256(notice.tag.encode()).hexdigest()[:TOPIC_LENGTH]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
