"""A bucket that speaks as much of S3 as Beklijf asks for, and wants to know who asks."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from tests.servers import ports

KEY, SECRET, BUCKET = "key", "s/cret", "beklijf"


@dataclass
class S3:
    """`objects` by their path in the bucket; `written` says when."""

    url: str = ""
    objects: dict[str, bytes] = field(default_factory=dict)
    written: dict[str, datetime] = field(default_factory=dict)

    def put(self, path: str, data: bytes) -> None:
        self.objects[path] = data
        self.written[path] = datetime.now(UTC).replace(microsecond=0)

    def listing(self, prefix: str) -> bytes:
        """The bucket as S3 lists it."""
        contents = "".join(
            f"<Contents><Key>{path}</Key><LastModified>{self.written[path]:%Y-%m-%dT%H:%M:%S}.000Z"
            f"</LastModified><ETag>&quot;x&quot;</ETag><Size>{len(data)}</Size></Contents>"
            for path, data in sorted(self.objects.items())
            if path.startswith(prefix)
        )
        inner = f"<IsTruncated>false</IsTruncated>{contents}"
        return f"<ListBucketResult>{inner}</ListBucketResult>".encode()


@contextlib.contextmanager
def s3() -> Iterator[S3]:
    standin = S3()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _path(self) -> str | None:
            """Below the bucket; None for somebody whom it does not know."""
            signed = f"Credential={KEY}/" in self.headers.get("Authorization", "")
            path = urlsplit(self.path).path
            return path.removeprefix(f"/{BUCKET}").lstrip("/") if signed else None

        def _answer(self, status: int, body: bytes = b"", path: str = "") -> None:
            self.send_response(status)
            self.send_header("ETag", '"x"')
            if path:
                self.send_header("Last-Modified", format_datetime(standin.written[path], True))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def do_PUT(self) -> None:
            data = self.rfile.read(int(self.headers["Content-Length"]))
            path = self._path()
            if path is None:
                self._answer(403)
            else:
                standin.put(path, data)
                self._answer(200)

        def do_GET(self) -> None:
            path = self._path()
            if path is None:
                self._answer(403)
            elif path == "":
                prefix = dict(pair.split("=") for pair in urlsplit(self.path).query.split("&")).get(
                    "prefix", ""
                )
                self._answer(200, standin.listing(prefix.replace("%2F", "/")))
            elif path in standin.objects:
                self._answer(200, standin.objects[path], path)
            else:
                self._answer(404)

        do_HEAD = do_GET  # noqa: N815 - the name that http.server looks for

        def do_DELETE(self) -> None:
            standin.objects.pop(self._path() or "", None)
            self._answer(204)

        def do_POST(self) -> None:
            """Several at once, as the listing names them."""
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            gone = [path for path in standin.objects if f"<Key>{path}</Key>" in body]
            for path in gone:
                del standin.objects[path]
            told = "".join(f"<Deleted><Key>{path}</Key></Deleted>" for path in gone)
            self._answer(200, f"<DeleteResult>{told}</DeleteResult>".encode())

        def log_message(self, *_args: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer((ports.LOOPBACK, 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    standin.url = f"http://{KEY}:s%2Fcret@{ports.LOOPBACK}:{server.server_port}/{BUCKET}/cards"
    try:
        yield standin
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
