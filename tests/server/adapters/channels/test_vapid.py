"""The key that browsers know us by is made once and kept safe."""

from __future__ import annotations

import base64
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from server.adapters.channels.web_push import vapid
from server.config import BadSettings


def test_it_is_made_at_the_first_start_and_kept(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    first = vapid.public_key(vapid.load(folder))
    assert vapid.public_key(vapid.load(folder)) == first
    assert (folder / vapid.KEPT_IN).stat().st_mode & 0o777 == 0o600


def test_the_public_half_is_a_point_that_browsers_take(tmp_path: Path) -> None:
    point = base64.urlsafe_b64decode(vapid.public_key(vapid.load(tmp_path)) + "=")
    assert (len(point), point[0]) == (65, 4)


def test_processes_that_start_together_agree(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        keys = set(pool.map(lambda _: vapid.public_key(vapid.load(tmp_path)), range(8)))
    assert len(keys) == 1
    assert [file.name for file in tmp_path.iterdir()] == [vapid.KEPT_IN]


def test_a_key_can_be_given_as_a_file_or_bare(tmp_path: Path) -> None:
    made = vapid.load(tmp_path)
    bare = made.private_key.private_numbers().private_value.to_bytes(32, "big")
    given = base64.urlsafe_b64encode(bare).decode().rstrip("=")
    empty = tmp_path / "elsewhere"
    for setting in (str(tmp_path / vapid.KEPT_IN), given):
        assert vapid.public_key(vapid.load(empty, setting)) == vapid.public_key(made)
    assert not empty.exists()


@pytest.mark.parametrize("given", ["x", "é", "/nowhere/key.pem", "a" * 3000, "-----BEGIN"])
def test_a_setting_that_is_no_key_is_refused_at_the_start(tmp_path: Path, given: str) -> None:
    with pytest.raises(BadSettings, match="BEKLIJF_VAPID_KEY"):
        vapid.load(tmp_path, given)
