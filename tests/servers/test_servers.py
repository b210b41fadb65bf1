"""The servers that other tests lean on do what those count on."""

from __future__ import annotations

import signal
import smtplib
import subprocess
import sys
import time
from contextlib import AbstractContextManager, closing
from email.message import EmailMessage
from pathlib import Path

import psycopg
import pytest
import redis as redis_client
from playwright.sync_api import BrowserContext
from psycopg import Connection

from tests.servers import ports, processes
from tests.servers.mail import Mailbox
from tests.servers.postgres import OWNER, Cluster

WEB_SERVER = [sys.executable, "-m", "http.server", "--bind", ports.LOOPBACK]


def test_a_program_that_ends_at_once_is_reported_with_its_log(tmp_path: Path) -> None:
    log = tmp_path / "log"
    process = processes.start([sys.executable, "-c", "raise SystemExit('no disk')"], log=log)
    with pytest.raises(RuntimeError, match="no disk"):
        ports.wait_until(lambda: False, process, log)


def test_a_program_that_ignores_the_request_to_end_is_ended_anyway(tmp_path: Path) -> None:
    log = tmp_path / "log"
    deaf = "import signal; signal.signal(15, signal.SIG_IGN); print('up', flush=True)"
    process = processes.start([sys.executable, "-c", f"{deaf}; signal.pause()"], log=log)
    ports.wait_until(lambda: "up" in log.read_text(), process, log)
    processes.stop(process, patience=0.1)
    assert process.returncode == -signal.SIGKILL


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_nothing_is_left_when_pytest_itself_is_killed(tmp_path: Path) -> None:
    port = ports.free_port()
    log = tmp_path / "log"
    parent = f"""
from pathlib import Path
from tests.servers import ports, processes

child = processes.start({[*WEB_SERVER, str(port)]!r}, log=Path({str(log)!r}))
ports.wait_until(lambda: ports.answers({port}), child, Path({str(log)!r}))
__import__("os").kill(__import__("os").getpid(), 9)
"""
    killed = subprocess.run([sys.executable, "-c", parent], check=False)
    assert killed.returncode == -signal.SIGKILL
    give_up_at = time.monotonic() + 10
    while ports.answers(port):
        assert time.monotonic() < give_up_at, log.read_text()


@pytest.mark.postgres
def test_each_database_is_made_of_its_template_and_can_be_dropped_in_use(
    postgres_cluster: Cluster,
) -> None:
    postgres_cluster.create("first")
    with _connected(postgres_cluster, "first") as connection:
        connection.execute("CREATE TABLE card (id int)")
        connection.commit()
    postgres_cluster.create("second", template="first")
    with _connected(postgres_cluster, "second") as connection:
        assert connection.execute("SELECT count(*) FROM card").fetchone() == (0,)
        postgres_cluster.drop("second")
    postgres_cluster.drop("first")


def _connected(cluster: Cluster, database: str) -> AbstractContextManager[Connection]:
    return closing(
        psycopg.connect(host=ports.LOOPBACK, port=cluster.port, user=OWNER, dbname=database)
    )


@pytest.mark.servers
def test_redis_keeps_what_it_is_given(redis_url: str) -> None:
    with redis_client.from_url(redis_url) as client:
        client.set("fatima", "learns")
        assert client.get("fatima") == b"learns"


@pytest.mark.servers
def test_a_mail_arrives_in_the_mailbox(mailbox: Mailbox) -> None:
    mail = EmailMessage()
    mail["To"] = "fatima@example.test"
    mail.set_content("Drie kaarten voor vandaag.")
    port = int(mailbox.url.rsplit(":", 1)[1])
    with smtplib.SMTP(ports.LOOPBACK, port) as client:
        client.send_message(mail, "beklijf@example.test", ["fatima@example.test"])
    [received] = mailbox.to("fatima@example.test")
    assert received.get_content().strip() == "Drie kaarten voor vandaag."


@pytest.mark.browser
def test_the_browser_is_a_phone_in_the_netherlands(phone: BrowserContext) -> None:
    page = phone.new_page()
    page.set_content('<meta name="viewport" content="width=device-width"><p>Dag</p>')
    shown = page.evaluate("[innerWidth, navigator.language, new Date(0).getHours()]")
    assert shown == [390, "nl-NL", 1]
