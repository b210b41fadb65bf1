"""An SMTP server that keeps what it is sent."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.servers import ports


@dataclass
class Mailbox:
    """The mails received so far, oldest first; `refuse_with` answers the next ones instead."""

    url: str
    mails: list[EmailMessage] = field(default_factory=list)
    refuse_with: str | None = None

    def to(self, address: str) -> list[EmailMessage]:
        return [mail for mail in self.mails if address in str(mail["To"])]

    async def handle_DATA(  # noqa: N802 - the name is aiosmtpd's
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        if self.refuse_with is not None:
            return self.refuse_with
        content = envelope.original_content or b""
        self.mails.append(message_from_bytes(content, policy=policy.default))
        return "250 OK"


@contextlib.contextmanager
def mail_server() -> Iterator[Mailbox]:
    """Run an SMTP server on a free loopback port, in a thread of this process."""
    port = ports.free_port()
    mailbox = Mailbox(f"smtp://{ports.LOOPBACK}:{port}")
    controller = Controller(mailbox, hostname=ports.LOOPBACK, port=port)
    controller.start()
    try:
        yield mailbox
    finally:
        controller.stop()
