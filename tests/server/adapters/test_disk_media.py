"""Media in a folder: whole, named by what they hold, and never outside it."""

import os
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from server.adapters.disk_media import DiskMedia

SOON = datetime.now(UTC) + timedelta(hours=1)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def _named(data: bytes) -> str:
    return sha256(data).hexdigest()


HELMET = b"a helmet"
NAME = _named(HELMET)


@pytest.fixture
def store(tmp_path: Path) -> DiskMedia:
    return DiskMedia(tmp_path / "media")


def _files(store: DiskMedia) -> list[Path]:
    return [path for path in store.folder.rglob("*") if path.is_file()]


def test_what_is_put_can_be_got(store: DiskMedia) -> None:
    store.put({NAME: HELMET})

    assert store.get(NAME) == HELMET


def test_what_is_put_twice_is_kept_once(store: DiskMedia) -> None:
    store.put({NAME: HELMET})
    store.put({NAME: HELMET})

    assert len(_files(store)) == 1


def test_what_was_never_put_is_not_there(store: DiskMedia) -> None:
    assert store.get(NAME) is None
    assert list(store.last_put_before(SOON)) == []


@pytest.mark.parametrize("name", ["../secret_key", "/etc/passwd", "", NAME.upper(), f"{NAME}\n"])
def test_no_name_leads_out_of_the_folder(store: DiskMedia, name: str) -> None:
    for use in (store.get, lambda one: store.put({one: b"x"})):
        with pytest.raises(ValueError, match="no name of a file"):
            use(name)

    assert not store.folder.exists()


def test_a_damaged_file_is_as_good_as_missing_and_mends_when_put_again(store: DiskMedia) -> None:
    store.put({NAME: HELMET})
    _files(store)[0].write_bytes(b"half")

    assert store.get(NAME) is None

    store.put({NAME: HELMET})
    assert store.get(NAME) == HELMET


def test_a_file_put_lately_is_not_removed(store: DiskMedia) -> None:
    store.put({NAME: HELMET})

    store.remove(NAME, LONG_AGO)

    assert list(store.last_put_before(LONG_AGO)) == []
    assert store.get(NAME) == HELMET


def test_a_file_put_long_ago_is_removed(store: DiskMedia) -> None:
    store.put({NAME: HELMET})

    assert list(store.last_put_before(SOON)) == [NAME]
    store.remove(NAME, SOON)
    store.remove(NAME, SOON)

    assert _files(store) == []


def test_putting_again_counts_as_put_lately(store: DiskMedia) -> None:
    store.put({NAME: HELMET})
    os.utime(_files(store)[0], (0, 0))

    store.put({NAME: HELMET})

    assert list(store.last_put_before(LONG_AGO)) == []


def test_what_an_interrupted_put_left_behind_goes(store: DiskMedia) -> None:
    store.put({NAME: HELMET})
    left = _files(store)[0].with_name("xyz.part")
    left.write_bytes(b"ha")

    assert list(store.last_put_before(SOON)) == [NAME]
    assert not left.exists()
