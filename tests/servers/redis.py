"""A Redis of our own on a free loopback port, keeping nothing on disk."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from scripts.bootstrap.machine import REDIS, found
from tests.servers import ports, processes


@contextlib.contextmanager
def redis(folder: Path) -> Iterator[str]:
    """Run a Redis and give its URL."""
    program = found(REDIS)
    if program is None:
        raise RuntimeError("no redis-server: run scripts/test, which installs it")
    port = ports.free_port()
    log = folder / "redis.log"
    options = ["--bind", ports.LOOPBACK, "--save", "", "--appendonly", "no", "--dir", str(folder)]
    process = processes.start([program, "--port", str(port), *options], log=log)
    with processes.running(process):
        ports.wait_until(lambda: ports.answers(port), process, log)
        yield f"redis://{ports.LOOPBACK}:{port}/0"
