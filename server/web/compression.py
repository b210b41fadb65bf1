"""Small on the wire, both ways: answers are compressed, and compressed uploads are read."""

from __future__ import annotations

import io
import zlib
from functools import lru_cache

from flask import Flask, Response, current_app, request
from isal import igzip
from werkzeug.http import parse_accept_header

from server.web.errors import Problem

# Built files lie ready-made (server.web.assets); only what is made per request is compressed.
TYPES = frozenset({"application/json", "application/problem+json", "text/csv", "text/html"})
SMALLEST = 500


def install(app: Flask) -> None:
    """Compresses answers and unpacks gzipped bodies up to the upload limit."""
    app.after_request(_pack)
    app.before_request(_unpack)


def _pack(response: Response) -> Response:
    if response.mimetype not in TYPES or response.is_streamed:
        return response
    response.headers.add("Vary", "Accept-Encoding")
    body = response.get_data()
    if len(body) >= SMALLEST and _takes_gzip(request.headers.get("Accept-Encoding", "")):
        # Smaller than zlib makes it, in a third of the time.
        response.set_data(igzip.compress(body, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
    return response


@lru_cache(maxsize=64)  # browsers send a handful of them, and reading one takes as long as packing
def _takes_gzip(accepted: str) -> bool:
    return parse_accept_header(accepted).quality("gzip") > 0


def _unpack() -> None:
    if request.content_encoding is None or request.content_encoding == "identity":
        return
    if request.content_encoding != "gzip":
        raise Problem(415, "bad-media-type")
    most = current_app.config["MAX_CONTENT_LENGTH"]
    length = request.content_length or 0
    if length > most:
        raise Problem(413, "too-large")
    # Read past the request object, which would keep the packed stream for itself.
    body = _inflated(request.environ["wsgi.input"].read(length), most)
    request.environ["wsgi.input"] = io.BytesIO(body)
    request.environ["CONTENT_LENGTH"] = str(len(body))
    request.environ.pop("HTTP_CONTENT_ENCODING")


def _inflated(packed: bytes, most: int) -> bytes:
    """The body, never more than `most` bytes of it in memory: a small one may inflate to a lot."""
    inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        body = inflater.decompress(packed, most + 1)
    except zlib.error:
        raise Problem(400, "bad-request") from None
    if len(body) > most:
        raise Problem(413, "too-large")
    if not inflater.eof:
        raise Problem(400, "bad-request")
    return body
