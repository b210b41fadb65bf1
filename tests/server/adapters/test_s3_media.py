"""Media in a bucket."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest

from server.adapters.s3_media import S3Media
from server.config import BadSettings
from tests.standins.s3 import S3, s3

HELMET = b"a helmet"
NAME = sha256(HELMET).hexdigest()
SOON = datetime.now(UTC) + timedelta(hours=1)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def bucket() -> Iterator[S3]:
    with s3() as standin:
        yield standin


@pytest.fixture
def store(bucket: S3) -> S3Media:
    return S3Media.from_url(bucket.url)


def test_what_is_put_can_be_got(store: S3Media, bucket: S3) -> None:
    store.put({NAME: HELMET})

    assert bucket.objects == {f"cards/{NAME}": HELMET}
    assert store.get(NAME) == HELMET


def test_what_was_never_put_is_not_there(store: S3Media) -> None:
    assert store.get(NAME) is None


def test_a_damaged_object_is_as_good_as_missing(store: S3Media, bucket: S3) -> None:
    bucket.put(f"cards/{NAME}", b"half")

    assert store.get(NAME) is None


def test_what_is_old_is_listed_and_removed_and_nothing_else(store: S3Media, bucket: S3) -> None:
    bucket.put("elsewhere/file", b"")
    bucket.put("cards/readme", b"")
    store.put({NAME: HELMET})

    assert list(store.last_put_before(LONG_AGO)) == []
    assert list(store.last_put_before(SOON)) == [NAME]
    store.remove(NAME, LONG_AGO)
    assert store.get(NAME) == HELMET
    store.remove(NAME, SOON)
    store.remove(NAME, SOON)
    assert sorted(bucket.objects) == ["cards/readme", "elsewhere/file"]


@pytest.mark.parametrize("name", ["../x", "", NAME.upper()])
def test_no_name_leads_elsewhere(store: S3Media, name: str) -> None:
    with pytest.raises(ValueError, match="no name of a file"):
        store.get(name)


@pytest.mark.parametrize(
    "url",
    [
        "https://host/bucket",
        "https://key:secret@host",
        "ftp://key:secret@host/bucket",
        "http://key:secret@files.example/bucket",
    ],
)
def test_an_address_that_cannot_be_is_refused_at_the_start(url: str) -> None:
    with pytest.raises(BadSettings, match="BEKLIJF_MEDIA_S3_URL"):
        S3Media.from_url(url)
