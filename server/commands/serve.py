"""`beklijf serve`: HTTP, and embedded everything else as well."""

from __future__ import annotations

import os
import socket
from contextlib import closing

import click

from server.commands import roof
from server.commands.database import upgrade


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--embedded", is_flag=True, help="One process with clock and worker inside.")
@click.option("--demo", "with_demo", is_flag=True, help="Fill an empty database with the demo.")
def serve(host: str, port: int, *, embedded: bool, with_demo: bool) -> None:
    """Serves the API, the phone app and the console."""
    from granian import Granian
    from granian.constants import Interfaces

    _require_free(host, port)
    os.environ.setdefault("BEKLIJF_BASE_URL", f"http://{host}:{port}")
    settings = roof.settings(embedded=embedded)
    app = roof.app()
    if embedded:
        os.environ[roof.EMBEDDED] = "1"
        upgrade(app)
    else:
        roof.require_current(app)
    if with_demo:
        from server.commands.demo import make

        make(app)
    _tell(settings.base_url)
    Granian(
        "server.wsgi:create",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        # Embedded there is one: SQLite has one writer, and two processes would run two clocks.
        workers=1 if embedded else settings.processes or os.cpu_count() or 1,
        blocking_threads=4 if embedded else 2,
        log_enabled=True,
        log_access=False,
    ).serve()


def _require_free(host: str, port: int) -> None:
    with closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise click.ClickException(
                f"port {port} on {host} cannot be used ({error.strerror}); choose another --port"
            ) from None


def _tell(base_url: str) -> None:
    click.echo(f"Phone app  {base_url}/app/")
    click.echo(f"Console    {base_url}/console/")
    click.echo(f"API        {base_url}/api/docs")
