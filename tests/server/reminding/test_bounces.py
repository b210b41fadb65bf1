"""Mail that comes back: whose address it marks, and what marks nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest

from scheduler.reminders import LearnerDay
from server.ports import DeliveryError, Gone, Refused
from server.reminding import bounces
from server.reminding.learner_day import at_their_moment
from server.reminding.message_ids import make
from server.store import scope
from server.store.people import Person
from tests.fakes.world import World
from tests.server.firm import Firm, found
from tests.server.reminding import scene
from tests.server.reminding.scene import SETTINGS
from tests.server.reminding.steps import deliver, plan

KEY = SETTINGS.secret_key


@dataclass(frozen=True)
class Report:
    """A report as Postfix writes it."""

    message_id: str
    status: str = "5.1.1"
    action: str = "failed"
    diagnostic: str = "smtp; 550 5.1.1 no such mailbox"
    kind: str = "message/delivery-status"

    def __bytes__(self) -> bytes:
        return f"""\
From: MAILER-DAEMON@mail.example
To: bounces@practice.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

The mail system could not deliver your mail.

--b
Content-Type: {self.kind}

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; fatima@molenwerk.example
Action: {self.action}
Status: {self.status}
Diagnostic-Code: {self.diagnostic}

--b
Content-Type: text/rfc822-headers

Message-ID: <{self.message_id}@practice.example>
To: fatima@molenwerk.example
--b--
""".encode()


@pytest.fixture
def ours(fatima: Person) -> str:
    return make(KEY, "reminder-7", fatima)


def taken(firm: Firm, mail: bytes) -> Person | None:
    return bounces.take_report(firm.db, KEY, mail, scene.NINE)


def channels_of(firm: Firm, world: World, person: Person) -> tuple[str, ...]:
    firm.db.flush()
    days: list[tuple[Person, LearnerDay]] = at_their_moment(
        firm.db, [person], scene.NINE.date(), world.things
    )
    return days[0][1].channels


def test_a_dead_address_gets_no_reminders_by_mail(
    firm: Firm, world: World, fatima: Person, ours: str
) -> None:
    assert "mail" in channels_of(firm, world, fatima)
    assert taken(firm, bytes(Report(ours))) is fatima
    assert fatima.mail_bounced_at == scene.NINE
    assert "mail" not in channels_of(firm, world, fatima)


def test_the_first_report_stands(firm: Firm, fatima: Person, ours: str) -> None:
    taken(firm, bytes(Report(ours)))
    bounces.take_report(firm.db, KEY, bytes(Report(ours)), scene.NINE + timedelta(days=1))
    assert fatima.mail_bounced_at == scene.NINE


@pytest.mark.parametrize(
    "changes",
    [
        {"action": "delayed", "status": "4.4.1"},
        {"action": "delivered", "status": "2.0.0"},
        {"status": "5.2.2", "diagnostic": "smtp; 552 5.2.2 mailbox full"},
        {"status": "5.7.1", "diagnostic": "smtp; 550 5.7.1 looks like spam"},
        {"status": "5.0.0", "diagnostic": ""},
        {"status": "", "diagnostic": ""},
        {"kind": "text/plain"},
    ],
)
def test_what_says_nothing_about_the_address_marks_nobody(
    firm: Firm, fatima: Person, ours: str, changes: dict[str, str]
) -> None:
    assert taken(firm, bytes(Report(ours, **changes))) is None
    assert fatima.mail_bounced_at is None


def test_a_server_that_says_only_failed_is_read_further(
    firm: Firm, fatima: Person, ours: str
) -> None:
    assert taken(firm, bytes(Report(ours, status="5.0.0"))) is fatima


@pytest.mark.parametrize(
    "message_id",
    ["", "x", "reminder-7-1-1.AAAAAAAAAAAAAAAAAAAAAAAAAAA", f"reminder-7-{'9' * 18}-1.{'a' * 27}"],
)
def test_a_report_that_viktor_wrote_himself_marks_nobody(
    firm: Firm, fatima: Person, message_id: str
) -> None:
    assert taken(firm, bytes(Report(message_id))) is None
    assert fatima.mail_bounced_at is None


def test_the_signature_of_one_mail_serves_nobody_else(
    firm: Firm, fatima: Person, ours: str
) -> None:
    viktor = scene.learner(found(firm.db, "elders"), "Viktor")
    stolen = f"reminder-7-{viktor.organisation_id}-{viktor.id}.{ours.rpartition('.')[2]}"
    assert taken(firm, bytes(Report(stolen))) is None
    with scope.across_organisations(firm.db):
        assert (viktor.mail_bounced_at, fatima.mail_bounced_at) == (None, None)


def test_a_report_about_an_address_since_changed_marks_nobody(
    firm: Firm, fatima: Person, ours: str
) -> None:
    fatima.email = "fatima.new@molenwerk.example"
    firm.db.flush()
    assert taken(firm, bytes(Report(ours))) is None


NESTED = b"".join(
    b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (one, one) for one in range(2000)
)


@pytest.mark.parametrize(
    "mail",
    [
        b"", b"\x00\xff", b"Content-Type: multipart/report\n\n" * 50, NESTED,
        b"Content-Type: message/rfc822\n\n" * 5000,
    ],
)  # fmt: skip
def test_anything_else_that_comes_in_is_left_alone(firm: Firm, mail: bytes) -> None:
    assert taken(firm, mail) is None


@pytest.mark.parametrize(
    ("trouble", "marks"), [(Gone("550 5.1.1"), True), (Refused("554 5.7.1"), False)]
)
def test_a_server_that_knows_no_such_mailbox_marks_it_at_once_and_no_other_refusal_does(
    firm: Firm, world: World, fatima: Person, trouble: DeliveryError, marks: bool
) -> None:
    world.mailer.troubles.append(trouble)
    [row] = plan(firm, world)
    world.clock.set(row.due_at)
    deliver(firm, world, row)
    firm.db.refresh(fatima)
    assert fatima.mail_bounced_at == (row.due_at if marks else None)
