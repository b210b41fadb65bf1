"""A PostgreSQL cluster of our own on a free loopback port, gone when the block ends."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.servers import ports, processes
from tests.servers.postgres_binaries import binaries_for
from tests.servers.unprivileged import give_to, server_user

OWNER = "beklijf"

# What a crash could lose does not matter to a test, and this halves its time.
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@dataclass(frozen=True)
class Cluster:
    port: int
    binaries: Path

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://{OWNER}@{ports.LOOPBACK}:{self.port}/{database}"

    def create(self, database: str, template: str = "template0") -> str:
        """Make a database as a copy of `template`, to which nobody may be connected."""
        self._execute(f'CREATE DATABASE "{database}" TEMPLATE "{template}"')
        return self.url(database)

    def drop(self, database: str) -> None:
        self._execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')

    def _execute(self, statement: str) -> None:
        with psycopg.connect(
            host=ports.LOOPBACK, port=self.port, user=OWNER, dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement.encode())


@contextlib.contextmanager
def cluster(*, durable: bool = False) -> Iterator[Cluster]:
    """Run a cluster. With `durable` it keeps PostgreSQL's own promises, as benchmarks need."""
    user = server_user()
    # Not pytest's own temporary folder: the unprivileged user cannot enter that.
    home = Path(tempfile.mkdtemp(prefix="beklijf-postgres-"))
    try:
        give_to(user, home)
        binaries = binaries_for(user, home)
        _initialise(binaries, home, user)
        with _serving(binaries, home, user, () if durable else CARELESS) as port:
            yield Cluster(port, binaries)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _initialise(binaries: Path, home: Path, user: str | None) -> None:
    options = ["--username", OWNER, "--auth", "trust", "--encoding", "UTF8", "--locale", "C"]
    done = subprocess.run(
        [binaries / "initdb", "--pgdata", home / "data", "--no-sync", *options],
        user=user,
        extra_groups=[] if user else None,
        env=_environment(),
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"initdb failed:\n{done.stdout}{done.stderr}")


@contextlib.contextmanager
def _serving(
    binaries: Path, home: Path, user: str | None, settings: tuple[str, ...]
) -> Iterator[int]:
    port = ports.free_port()
    log = home / "log"
    sockets = "unix_socket_directories="  # TCP on loopback only
    options = [f"port={port}", f"listen_addresses={ports.LOOPBACK}", sockets, *settings]
    process = processes.start(
        [binaries / "postgres", "-D", home / "data", *(f"-c{option}" for option in options)],
        log=log,
        user=user,
        environment=_environment(),
        folder=home,
        stop_signal=signal.SIGINT,  # SIGTERM would wait for every client to leave
    )
    with processes.running(process, signal.SIGINT):
        ports.wait_until(lambda: _accepts(port), process, log)
        yield port


def _accepts(port: int) -> bool:
    try:
        psycopg.connect(host=ports.LOOPBACK, port=port, user=OWNER, dbname="postgres").close()
    except psycopg.OperationalError:
        return False
    return True


def _environment() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}
