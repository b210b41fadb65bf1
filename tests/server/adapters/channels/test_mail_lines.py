"""What a mail server does beside answering about a letter: goodbyes, closed doors, lost lines."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from server.adapters.channels.mail.sender import SmtpMailer, SmtpServer
from server.ports import Letter, TryAgain, Unsure
from tests.servers import ports

pytestmark = pytest.mark.servers

LETTER = Letter("fatima@molenwerk.example", "Je oefening staat klaar", "Dag\n", "<p>Dag</p>", {})


def send(url: str) -> None:
    SmtpMailer(SmtpServer.from_url(url), "no-reply@practice.example").send(LETTER)


class Moody:
    """Takes every letter, and is in a bad mood afterwards."""

    async def handle_DATA(  # noqa: N802 - name and arguments are aiosmtpd's
        self, _server: SMTP, _session: Session, _envelope: Envelope
    ) -> str:
        return "250 OK"

    async def handle_QUIT(  # noqa: N802 - name and arguments are aiosmtpd's
        self, _server: SMTP, _session: Session, _envelope: Envelope
    ) -> str:
        return "421 4.7.0 go away"


class Dropping(Moody):
    """Takes a letter and hangs up without a word."""

    async def handle_DATA(  # noqa: N802 - name and arguments are aiosmtpd's
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        assert server.transport is not None
        server.transport.close()
        return await super().handle_DATA(server, session, envelope)


@contextlib.contextmanager
def listening(handler: object) -> Iterator[str]:
    port = ports.free_port()
    controller = Controller(handler, hostname=ports.LOOPBACK, port=port)
    controller.start()
    try:
        yield f"smtp://{ports.LOOPBACK}:{port}"
    finally:
        controller.stop()


def test_a_letter_that_was_taken_stays_so_however_the_server_says_goodbye() -> None:
    """As a failure it would be sent again, and come twice."""
    with listening(Moody()) as url:
        send(url)


def test_a_line_that_is_lost_with_the_letter_may_have_carried_it() -> None:
    with listening(Dropping()) as url, pytest.raises(Unsure):
        send(url)


def test_letters_wait_for_a_server_that_is_closed_to_us() -> None:
    with socket.create_server((ports.LOOPBACK, 0)) as door:

        def keep() -> None:
            line, _ = door.accept()
            with line:
                line.sendall(b"554 5.7.1 not you\r\n")

        keeper = threading.Thread(target=keep)
        keeper.start()
        with pytest.raises(TryAgain, match="554"):
            send(f"smtp://{ports.LOOPBACK}:{door.getsockname()[1]}")
        keeper.join()
