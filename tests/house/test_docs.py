"""Documentation is held to the code: what it names exists, and what exists is named."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import click

from server import config
from tests.house import tree

DOCS = tree.ROOT / "docs"
FOLDER = re.compile(r"(?<![\w./-])((?:[a-z_]+/)+)(?![\w{*<])")
METRIC = re.compile(r'(?:Counter|Histogram|Gauge|GaugeMetricFamily)\(\s*"(beklijf_[a-z_]+)"')
COMMAND = re.compile(r"^### `([^`\n]*)`", re.MULTILINE)


def test_the_map_names_only_folders_that_exist() -> None:
    named = set(FOLDER.findall(_read("architecture.md")))
    assert sorted(folder for folder in named if not (tree.ROOT / folder).is_dir()) == []


def test_the_map_names_every_folder_of_the_packages() -> None:
    text = _read("architecture.md")
    folders = {path.parent for path in tree.python_of(*tree.packages())}
    assert sorted(name for f in folders if (name := f"{tree.name(f)}/") not in text) == []


def test_every_setting_is_listed_and_no_other() -> None:
    listed = set(re.findall(r"^\|\s*`(BEKLIJF_[A-Z0-9_]+)`", _read("settings.md"), re.MULTILINE))
    fields = dataclasses.fields(config.Settings)
    assert listed == {config.PREFIX + field.name.upper() for field in fields}


def test_every_command_is_listed_and_no_other() -> None:
    from server.cli import main

    assert _listed("beklijf") == set(_commands(main, "beklijf"))


def test_every_script_is_listed_and_no_other() -> None:
    scripts = {f"scripts/{file.name}" for file in (tree.ROOT / "scripts").iterdir() if _runs(file)}
    assert _listed("scripts/") == scripts


def test_links_between_documents_lead_somewhere() -> None:
    link = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
    assert [
        f"{tree.name(file)}: {target}"
        for file in tree.with_suffix(".md")
        for target in link.findall(file.read_text(encoding="utf-8"))
        if not (file.parent / target).exists()
    ] == []


def test_every_job_of_the_clock_is_listed_with_when_it_runs() -> None:
    from server.jobs.timetable import DAILY_JOBS

    timetable = (tree.ROOT / "server/jobs/timetable.py").read_text(encoding="utf-8")
    runs = set(re.findall(r'id="([a-z ]+)"', timetable)) - {"plan at the start"}
    assert runs | set(DAILY_JOBS) == set(
        re.findall(r"^\| `([a-z ]+)` \|", _read("commands.md"), re.MULTILINE)
    )


def test_every_metric_is_listed_and_no_other() -> None:
    listed = set(re.findall(r"^\| `(beklijf_[a-z_]+)` \|", _read("operation.md"), re.MULTILINE))
    sources = (file.read_text(encoding="utf-8") for file in tree.python_of("server"))
    told = {name for source in sources for name in METRIC.findall(source)}
    assert listed == told


def _read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def _listed(beginning: str) -> set[str]:
    headings = COMMAND.findall(_read("commands.md"))
    return {" ".join(_words(heading)) for heading in headings if heading.startswith(beginning)}


def _runs(file: Path) -> bool:
    return file.is_file() and not file.suffix


def _words(heading: str) -> Iterator[str]:
    """The words of a command, up to its first argument or option."""
    for word in heading.split():
        if not re.fullmatch(r"[a-z/_-]+", word) or word.startswith("-"):
            return
        yield word


def _commands(command: click.Command, path: str) -> Iterator[str]:
    if isinstance(command, click.Group):
        for name, child in command.commands.items():
            yield from _commands(child, f"{path} {name}")
    else:
        yield path
