"""A loopback HTTP server in a thread of this process, for providers that are pretended."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Protocol, TypeVar

from tests.servers import ports


@dataclass(frozen=True)
class Request:
    """What came in. Names of headers are in lower case."""

    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Answer:
    """What goes back. `drop` hangs up without a word instead, after reading the request."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    drop: bool = False


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # A batch opens a hundred lines at once; those beyond the queue would try again after a second.
    request_queue_size = 1024

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing of clients that were killed."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type] # handed on as it came


class Standin(Protocol):
    """A pretended provider; it learns its own address when it runs."""

    url: str

    def answer(self, request: Request) -> Answer:
        """What it says to a request."""


Provider = TypeVar("Provider", bound=Standin)


@contextlib.contextmanager
def running(standin: Provider) -> Iterator[Provider]:
    """Runs a stand-in."""
    with listening(standin.answer) as url:
        standin.url = url
        yield standin


@contextlib.contextmanager
def listening(answer: Callable[[Request], Answer]) -> Iterator[str]:
    """Answers POST requests on a free port; gives the address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            body = self.rfile.read(length)
            if len(body) < length:  # whoever asked was killed meanwhile
                return
            given = answer(Request(self.path, headers, body))
            if given.drop:
                self.close_connection = True
                return
            self.send_response(given.status)
            for name, value in given.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(given.body)))
            self.end_headers()
            self.wfile.write(given.body)

        def log_message(self, *_args: object) -> None:
            """Says nothing; tests look at what was received."""

    server = _Server((ports.LOOPBACK, 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://{ports.LOOPBACK}:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
