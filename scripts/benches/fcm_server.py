"""Firebase pretended in a process of its own: beside the client it would take the client's time."""

from __future__ import annotations

import contextlib
import json
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.bootstrap.places import ROOT
from tests.servers import ports, processes
from tests.standins.fcm import fcm


@dataclass(frozen=True)
class Provider:
    """Where it listens, and a service account that it knows."""

    url: str
    credentials: str


@contextlib.contextmanager
def provider(folder: Path) -> Iterator[Provider]:
    """Runs it; it takes everything."""
    log = folder / "fcm.json"
    process = processes.start([sys.executable, "-m", __spec__.name, folder], log=log, folder=ROOT)
    with processes.running(process):
        ports.wait_until(lambda: log.read_text().endswith("\n"), process, log)
        yield Provider(*json.loads(log.read_text()))


def main() -> None:
    """Until it is ended."""
    with fcm() as standin:
        credentials = standin.credentials(Path(sys.argv[1]))
        print(json.dumps([standin.url, credentials]), flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()
