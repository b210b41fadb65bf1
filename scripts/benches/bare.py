"""An empty Flask app, served as ours is: the floor under every route."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from flask import Flask, Response, jsonify

from scripts.bootstrap.places import ROOT
from tests.servers import ports, processes


def create() -> Flask:
    """One route that does nothing."""
    app = Flask("bare", static_folder=None)

    @app.get("/empty")
    def empty() -> Response:
        return jsonify(status="alive")

    return app


@contextlib.contextmanager
def bare_server(folder: Path) -> Iterator[int]:
    """Serves it with as many processes and threads as `beklijf serve`; gives the port."""
    port = ports.free_port()
    log = folder / "bare.log"
    process = processes.start(
        [
            *(sys.executable, "-m", "granian", "--factory", "--interface=wsgi"),
            *(f"--workers={os.cpu_count() or 1}", "--blocking-threads=2", f"--port={port}"),
            f"{__name__}:{create.__name__}",
        ],
        log=log,
        folder=ROOT,
    )
    with processes.running(process):
        ports.wait_until(lambda: ports.answers(port), process, log)
        yield port
