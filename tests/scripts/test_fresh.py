"""`scripts/run --fresh` empties the data folder, and nothing else, and never under a server."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scripts.bootstrap import fresh
from scripts.bootstrap.telling import Trouble


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / fresh.MARK).touch()
    (folder / "uploads").mkdir()
    (folder / "uploads" / "set.xlsx").touch()
    return folder


def test_an_ordinary_start_keeps_the_data(data: Path) -> None:
    os.close(fresh.take(data, empty=False))
    assert (data / "uploads" / "set.xlsx").exists()


def test_a_fresh_start_empties_the_folder(data: Path) -> None:
    os.close(fresh.take(data, empty=True))
    assert list(data.iterdir()) == []


def test_a_folder_in_use_is_not_emptied(data: Path) -> None:
    held = fresh.take(data, empty=False)
    with pytest.raises(Trouble, match="Stop it first"):
        fresh.take(data, empty=True)
    assert (data / "uploads" / "set.xlsx").exists()
    os.close(held)


def test_two_servers_may_use_one_folder(data: Path) -> None:
    first = fresh.take(data, empty=False)
    os.close(fresh.take(data, empty=False))
    os.close(first)


def test_somebodys_documents_are_not_emptied(tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").touch()
    with pytest.raises(Trouble, match="does not look like"):
        fresh.take(tmp_path, empty=True)
    assert (tmp_path / "thesis.odt").exists()


def test_a_link_in_the_folder_is_removed_and_not_followed(data: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").touch()
    (data / "link").symlink_to(outside)
    os.close(fresh.take(data, empty=True))
    assert (outside / "kept").exists()
