"""Small on the wire, both ways: answers are compressed, and compressed uploads are read."""

from __future__ import annotations

import io
import zlib

from flask import Flask, current_app, request
from flask_compress import Compress

from server.web.errors import Problem

# Built files lie ready-made (server.web.assets); only what is made per request is compressed.
TYPES = ["application/json", "application/problem+json", "text/csv", "text/html"]
SMALLEST = 500


def install(app: Flask) -> None:
    """Compresses answers and unpacks gzipped bodies up to the upload limit."""
    app.config.update(
        COMPRESS_MIMETYPES=TYPES,
        COMPRESS_MIN_SIZE=SMALLEST,
        COMPRESS_ALGORITHM=["br", "gzip"],
        # On a session, the next levels take half as long again for 2 to 5 % fewer bytes.
        COMPRESS_BR_LEVEL=3,
        COMPRESS_LEVEL=3,
    )
    Compress(app)
    app.before_request(_unpack)


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
