"""Mail through a real SMTP server."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from server.adapters.channels.mail import sender as smtp
from server.adapters.channels.mail.message import made_of
from server.adapters.channels.mail.sender import SmtpMailer, SmtpServer
from server.config import BadSettings
from server.ports import Gone, Letter, Refused, TryAgain
from tests.servers import ports
from tests.servers.mail import Mailbox

pytestmark = pytest.mark.servers

SENDER = "Beklijf <no-reply@practice.example>"
LETTER = Letter(
    to="fatima@molenwerk.example",
    subject="Je oefening staat klaar",
    text="Dag Fatima – een paar minuten.\n",
    html="<p>Dag Fatima – een paar minuten.</p>",
    headers={"List-Unsubscribe": "<https://practice.example/unsubscribe/x>"},
)


def mailer(url: str) -> SmtpMailer:
    return SmtpMailer(SmtpServer.from_url(url), SENDER)


def test_a_letter_arrives_as_text_and_as_html(mailbox: Mailbox) -> None:
    mailer(mailbox.url).send(LETTER)
    [mail] = mailbox.mails
    text, html = mail.iter_parts()
    assert (mail["From"], mail["To"], mail["Subject"]) == (SENDER, LETTER.to, LETTER.subject)
    assert mail["List-Unsubscribe"] == LETTER.headers["List-Unsubscribe"]
    assert text.get_content().strip() == LETTER.text.strip()
    assert html.get_content().strip() == LETTER.html


@pytest.mark.parametrize(
    ("says", "raises"),
    [("451 4.3.0 later", TryAgain), ("552 5.3.4 too big", Refused), ("554 no", Refused)],
)
def test_permanent_and_passing_refusals_are_told_apart(
    mailbox: Mailbox, says: str, raises: type[Exception]
) -> None:
    mailbox.refuse_with = says
    with pytest.raises(raises):
        mailer(mailbox.url).send(LETTER)


@dataclass
class Doorkeeper:
    """Refuses every recipient with these words."""

    says: str

    async def handle_RCPT(  # noqa: N802 - name and arguments are aiosmtpd's
        self, _server: SMTP, _session: Session, _to: Envelope, _address: str, _options: list[str]
    ) -> str:
        return self.says


@contextlib.contextmanager
def refusing(says: str) -> Iterator[str]:
    port = ports.free_port()
    controller = Controller(Doorkeeper(says), hostname=ports.LOOPBACK, port=port)
    controller.start()
    try:
        yield f"smtp://{ports.LOOPBACK}:{port}"
    finally:
        controller.stop()


@pytest.mark.parametrize(
    ("says", "raises"),
    [
        ("550 5.1.1 no such mailbox", Gone),
        ("450 4.2.1 mailbox busy", TryAgain),
        ("554 5.7.1 not from you", Refused),
    ],
)
def test_a_mailbox_that_is_gone_is_told_from_one_that_is_busy(
    says: str, raises: type[Exception]
) -> None:
    with refusing(says) as url, pytest.raises(raises):
        mailer(url).send(LETTER)


def test_a_server_that_is_away_is_tried_again() -> None:
    with pytest.raises(TryAgain):
        mailer(f"smtp://{ports.LOOPBACK}:{ports.free_port()}").send(LETTER)


def test_a_long_link_to_stop_stays_a_link_that_programs_can_read() -> None:
    link = f"<https://practice.example/unsubscribe/{'WzEsMV0.' * 12}>"
    headers = {"List-Unsubscribe": link, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    written = made_of(replace(LETTER, headers=headers), "no-reply@practice.example").as_bytes()
    assert f"\r\nList-Unsubscribe: {link}\r\n".encode() in written


def test_a_subject_cannot_bring_a_header_along(mailbox: Mailbox) -> None:
    with pytest.raises(Refused):
        mailer(mailbox.url).send(replace(LETTER, subject="x\r\nBcc: viktor@elders.example"))
    assert mailbox.mails == []


@pytest.mark.parametrize("to", ["", "nobody", "a@b.example, c@d.example", "a@b.example\r\nX: y"])
def test_only_one_address_at_a_time(mailbox: Mailbox, to: str) -> None:
    with pytest.raises(Refused):
        mailer(mailbox.url).send(replace(LETTER, to=to))
    assert mailbox.mails == []


def test_starttls_is_insisted_on_where_it_is_asked_for(mailbox: Mailbox) -> None:
    with pytest.raises(Refused):
        mailer(mailbox.url.replace("smtp:", "smtp+starttls:")).send(LETTER)
    assert mailbox.mails == []


def test_a_password_is_not_sent_over_an_open_line(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(smtp, "_is_loopback", lambda _host: False)
    with pytest.raises(Refused):
        mailer(mailbox.url.replace("//", "//user:secret@")).send(LETTER)
    assert mailbox.mails == []


def test_user_and_password_may_hold_any_character() -> None:
    server = SmtpServer.from_url("smtps://no%40reply:p%3A%2F%40ss@mail.example")
    assert (server.user, server.password, server.port) == ("no@reply", "p:/@ss", 465)


@pytest.mark.parametrize(
    "url",
    ["mail.example", "http://mail.example", "smtp://", "smtp://mail.example:x", "smtp://[::1"],
)
def test_a_setting_that_is_no_mail_server_is_refused_at_the_start(url: str) -> None:
    with pytest.raises(BadSettings):
        SmtpServer.from_url(url)
