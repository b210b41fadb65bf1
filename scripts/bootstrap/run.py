"""`scripts/run`: from a bare checkout to a served demo."""

from __future__ import annotations

import argparse
import os
import socket

from scripts.bootstrap import fresh, packages, web
from scripts.bootstrap.alone import alone_in
from scripts.bootstrap.places import ROOT, VENV, data_folder
from scripts.bootstrap.telling import Trouble, run


def main() -> int:
    options = _parser().parse_args()
    _check_port(options.port)
    with alone_in(ROOT):
        packages.install(packages.RUN)
        web.build()
    fresh.take(data_folder(), empty=options.fresh)
    beklijf = str(VENV / "bin" / "beklijf")
    arguments = ["serve", "--embedded", "--demo", "--port", str(options.port)]
    os.execv(beklijf, [beklijf, *arguments])  # noqa: S606 - becomes the server: no shell between


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="scripts/run", description="Serve Beklijf with a demo.")
    parser.add_argument("--port", type=int, default=8000, help="on 127.0.0.1 (default: 8000)")
    parser.add_argument("--fresh", action="store_true", help="start from an empty data folder")
    return parser


def _check_port(port: int) -> None:
    """Better said before an install of minutes than after it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as refused:
            raise Trouble(
                f"Port {port} cannot be used ({refused}). "
                f"Stop what uses it, or choose another: scripts/run --port {port + 1}"
            ) from None


if __name__ == "__main__":
    run(main)
