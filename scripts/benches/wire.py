"""A lean HTTP client: on two cores, what the client spends is taken from the server."""

from __future__ import annotations

import gzip
import json
import socket
import time
from dataclasses import dataclass
from typing import Any

from tests.servers.ports import LOOPBACK

END_OF_HEADERS = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it came. `sent` and `received` are all bytes, headers included."""

    status: int
    headers: bytes
    body: bytes
    seconds: float
    sent: int
    received: int

    def json(self) -> Any:
        """The body, unpacked."""
        packed = b"content-encoding: gzip" in self.headers.lower()
        return json.loads(gzip.decompress(self.body) if packed else self.body)


class Connection:
    """One keep-alive connection."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection((LOOPBACK, port), timeout=30)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def __enter__(self) -> Connection:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def ask(self, request: bytes) -> Reply:
        """Sends a prepared request and reads the whole answer."""
        began = time.perf_counter()
        self._socket.sendall(request)
        data = b""
        while END_OF_HEADERS not in data:
            data += self._more()
        headers, _, body = data.partition(END_OF_HEADERS)
        length = _length(headers)
        while len(body) < length:
            body += self._more()
        seconds = time.perf_counter() - began
        received = len(headers) + len(END_OF_HEADERS) + len(body)
        return Reply(int(headers.split(b" ", 2)[1]), headers, body, seconds, len(request), received)

    def _more(self) -> bytes:
        data = self._socket.recv(65_536)
        if not data:
            raise ConnectionError("the server hung up")
        return data


def request(method: str, path: str, token: str = "", body: object = None) -> bytes:
    """A request as a phone sends it, JSON packed."""
    packed = b"" if body is None else gzip.compress(json.dumps(body).encode(), mtime=0)
    headers = [f"{method} {path} HTTP/1.1", f"Host: {LOOPBACK}", "Accept-Encoding: gzip"]
    if token:
        headers.append(f"Authorization: Bearer {token}")
    if packed:
        headers += ["Content-Type: application/json", "Content-Encoding: gzip"]
        headers.append(f"Content-Length: {len(packed)}")
    return "\r\n".join(headers).encode() + END_OF_HEADERS + packed


def _length(headers: bytes) -> int:
    for line in headers.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.split(b":")[1])
    raise ValueError(f"no length in {headers!r}")
