"""What the phone's service worker is handed, the same through every push channel."""

from __future__ import annotations

import json
from hashlib import sha256

from server.ports import Notice

TOPIC_LENGTH = 32


def of_notice(notice: Notice) -> dict[str, str]:
    """Title, body, tag and url as plain text values."""
    return {"title": notice.title, "body": notice.body, "tag": notice.tag, "url": notice.url}


def as_bytes(notice: Notice) -> bytes:
    """The payload as compact UTF-8 JSON."""
    return json.dumps(of_notice(notice), ensure_ascii=False, separators=(",", ":")).encode()


def topic(notice: Notice) -> str:
    """The tag in the form a push service takes: at most 32 characters of URL-safe base64.

    A message that waits for a sleeping phone is replaced by a later one of the same topic.
    """
    return sha256(notice.tag.encode()).hexdigest()[:TOPIC_LENGTH]
