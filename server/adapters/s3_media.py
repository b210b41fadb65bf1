"""Media as objects in a bucket of S3 or whatever speaks as it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Self
from urllib.parse import parse_qs, unquote, urlsplit

from obstore.store import S3Store

from content.media import is_file_name
from server.config import PREFIX, BadSettings

SETTING = f"{PREFIX}MEDIA_S3_URL"
AT_ONCE = 16
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_SHAPE = f"{SETTING} must be https://KEY:SECRET@HOST/BUCKET[/PREFIX][?region=REGION]"


@dataclass(frozen=True, slots=True)
class S3Media:
    """Files in one bucket, each under its name."""

    bucket: S3Store

    @classmethod
    def from_url(cls, url: str) -> Self:
        """The bucket that the setting names. Raises `BadSettings`."""
        parts = urlsplit(url)
        bucket, _, prefix = parts.path.strip("/").partition("/")
        plain = parts.scheme == "http"
        if not (bucket and parts.hostname and parts.username and parts.password):
            raise BadSettings(_SHAPE)
        if parts.scheme not in ("http", "https") or (plain and parts.hostname not in _LOOPBACK):
            raise BadSettings(f"{_SHAPE}; http is for loopback hosts alone")
        host = parts.netloc.rpartition("@")[2]
        store = S3Store(
            bucket,
            prefix=prefix or None,
            endpoint=f"{parts.scheme}://{host}",
            access_key_id=unquote(parts.username),
            secret_access_key=unquote(parts.password),
            region=parse_qs(parts.query).get("region", ["us-east-1"])[0],
            client_options={"allow_http": plain, "timeout": timedelta(seconds=60)},
            retry_config={"max_retries": 3, "retry_timeout": timedelta(seconds=30)},
        )
        return cls(store)

    def put(self, files: Mapping[str, bytes]) -> None:
        """Keeps these files; one that is there already is written again, and counts as new."""
        with ThreadPoolExecutor(AT_ONCE) as several:
            list(several.map(lambda one: self.bucket.put(_path(one[0]), one[1]), files.items()))

    def get(self, file: str) -> bytes | None:
        """The bytes, if they are still those that the name stands for."""
        try:
            data = bytes(self.bucket.get(_path(file)).bytes())
        except FileNotFoundError:
            return None
        return data if sha256(data).hexdigest() == file else None

    def last_put_before(self, moment: datetime) -> Iterator[str]:
        """Names of files that were last written before the moment."""
        for some in self.bucket.list():
            for one in some:
                if is_file_name(one["path"]) and one["last_modified"] < moment:
                    yield one["path"]

    def remove(self, file: str, moment: datetime) -> None:
        """Takes the file away, unless it was written again.

        Between the look and the removal somebody may still write it; S3 has no way around that.
        """
        try:
            if self.bucket.head(_path(file))["last_modified"] < moment:
                self.bucket.delete(_path(file))
        except FileNotFoundError:
            return


def _path(file: str) -> str:
    if not is_file_name(file):
        raise ValueError(f"no name of a file: {file[:80]!r}")
    return file
