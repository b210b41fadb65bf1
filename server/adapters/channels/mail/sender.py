"""Mail through an SMTP server."""

from __future__ import annotations

import contextlib
import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit

from server.adapters.channels import side_by_side
from server.adapters.channels.mail import errors
from server.adapters.channels.mail import message as mail_message
from server.config import BadSettings
from server.ports import Letter, Outcomes, Refused, TryAgain, Unsure

TIMEOUT_S = 15
PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Where mail is handed in. The scheme says how the line is kept private."""

    scheme: str
    host: str
    port: int
    user: str
    password: str

    @classmethod
    def from_url(cls, url: str) -> SmtpServer:
        """Reads `smtp://`, `smtp+starttls://` or `smtps://` `user:password@host:port`.

        `smtp` takes STARTTLS where the server offers it; the other two insist on TLS, the last
        from the first byte. User and password may be percent-encoded.
        """
        try:
            parts = urlsplit(url)
            scheme, host, port = parts.scheme, parts.hostname or "", parts.port
        except ValueError:
            scheme = host = ""
        if scheme not in PORTS or not host:
            raise BadSettings(
                "BEKLIJF_SMTP_URL must look like smtp://user:password@host:587, with scheme "
                + ", ".join(PORTS)
            )
        return cls(
            scheme=scheme,
            host=host,
            port=port or PORTS[scheme],
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
        )


class SmtpMailer:
    """One connection a letter: reminders are few a second, and a kept line goes stale."""

    configured = True

    def __init__(self, server: SmtpServer, sender: str, bounces_to: str = "") -> None:
        """`sender` is the From address, with or without a name; reports go to `bounces_to`."""
        self._server = server
        self._sender = sender
        self._bounces_to = bounces_to

    def send_many(self, letters: Sequence[Letter]) -> Outcomes:
        """Hands each letter over, several at once."""
        return side_by_side.sent(self.send, letters)

    def send(self, letter: Letter) -> None:
        """Hands one letter to the server."""
        try:
            message = mail_message.made_of(letter, self._sender)
        except ValueError as error:
            raise Refused(f"not a letter that can be sent: {error}") from error
        line = self._line()
        try:
            line.send_message(message, from_addr=self._bounces_to or None)
        except smtplib.SMTPRecipientsRefused as error:
            code, reason = next(iter(error.recipients.values()))
            raise errors.of_recipient(code, reason) from error
        except smtplib.SMTPResponseException as error:
            raise errors.of_letter(error.smtp_code, error.smtp_error) from error
        except smtplib.SMTPNotSupportedError as error:
            raise Refused(str(error)) from error
        except (smtplib.SMTPException, OSError) as error:
            raise Unsure(f"the mail server hung up ({type(error).__name__})") from error
        finally:
            _hang_up(line)

    def _line(self) -> smtplib.SMTP:
        try:
            return self._opened()
        except smtplib.SMTPResponseException as error:
            # A wrong password, or a server that is closed to us, is the operator's to mend; the
            # letters wait for it.
            raise TryAgain(f"the mail server does not let us in: {error.smtp_code}") from error
        except smtplib.SMTPNotSupportedError as error:
            raise Refused(str(error)) from error
        except (smtplib.SMTPException, OSError) as error:
            raise TryAgain(f"the mail server is away: {error}") from error

    def _opened(self) -> smtplib.SMTP:
        server = self._server
        context = ssl.create_default_context()
        if server.scheme == "smtps":
            line: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=TIMEOUT_S, context=context
            )
        else:
            line = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT_S)
        try:
            self._make_private(line, context)
            if server.user:
                line.login(server.user, server.password)
        except BaseException:  # whatever stopped us, the socket must not stay behind
            line.close()
            raise
        return line

    def _make_private(self, line: smtplib.SMTP, context: ssl.SSLContext) -> None:
        server = self._server
        line.ehlo()
        if server.scheme == "smtps":
            return
        if server.scheme == "smtp+starttls" or line.has_extn("starttls"):
            line.starttls(context=context)
            line.ehlo()
        elif server.user and not _is_loopback(server.host):
            raise Refused("the mail server offers no TLS; its password is not sent in the open")


def _hang_up(line: smtplib.SMTP) -> None:
    """Says goodbye. What the server answers to that changes nothing: it has the letter or not."""
    with contextlib.suppress(smtplib.SMTPException, OSError):
        line.quit()
    line.close()


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
