"""`scripts/test`: everything that must hold, from a bare checkout to a line with counts."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from scripts.bootstrap import counts, machine, node, packages, stages, web
from scripts.bootstrap.alone import alone_in
from scripts.bootstrap.places import ROOT, VENV, VENV_PYTHON, WEB, module
from scripts.bootstrap.stages import Stage
from scripts.bootstrap.telling import run

# Each test belongs to one of these, whatever further marks it carries.
UNIT = "not postgres and not servers and not browser"
POSTGRES = "postgres and not servers and not browser"
SERVERS = "servers and not browser"
BROWSER = "browser"
SIDE_BY_SIDE = {"unit", "PostgreSQL"}


def main() -> int:
    fast = _parser().parse_args().what == "fast"
    with alone_in(ROOT):
        packages.install(packages.TEST)
        web.install()
        if not fast:
            machine.have_servers_and_browser()
    with tempfile.TemporaryDirectory(prefix="beklijf-checks-") as reports:
        unit, *others = _tests(Path(reports), fast=fast)
        outcomes = [
            *stages.run(_style()),
            *stages.run_beside([*_types(), *_web(), unit]),
            *stages.run([*_build(fast=fast), *others]),
        ]
        print(f"\n{stages.summary(outcomes)}\n\n{counts.total(sorted(Path(reports).iterdir()))}")
    return 1 if any(outcome.code for outcome in outcomes) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="scripts/test", description="Check everything.")
    parser.add_argument("what", nargs="?", choices=["fast"], help="no servers and no browser")
    return parser


def _style() -> Iterator[Stage]:
    yield Stage("ruff check", module("ruff", "check"))
    yield Stage("ruff format", module("ruff", "format", "--check"))
    # Not runnable as a module.
    yield Stage("import-linter", [VENV_PYTHON, VENV / "bin" / "lint-imports"])


def _types() -> Iterator[Stage]:
    yield Stage("mypy", module("mypy"))


def _web() -> Iterator[Stage]:
    known = json.loads((WEB / "package.json").read_text(encoding="utf-8"))["scripts"]
    for script in ("check", "test"):
        if script in known:
            yield Stage(f"web {script}", node.npm("run", script), WEB, node.environment())


def _build(*, fast: bool) -> Iterator[Stage]:
    if not fast:
        yield Stage("web build", module("scripts.bootstrap.web"))


def _tests(reports: Path, *, fast: bool) -> Iterator[Stage]:
    kinds = {"unit": UNIT}
    if not fast:
        kinds |= {"PostgreSQL": POSTGRES, "servers": SERVERS, "browser": BROWSER}
    for kind, marks in kinds.items():
        report = f"--junitxml={reports / kind}.xml"
        # Side by side where each test has all to itself; servers and browsers want the machine.
        spread = ["-n", "auto", "--dist", "loadfile"] if kind in SIDE_BY_SIDE else []
        yield Stage(f"tests: {kind}", module("pytest", "-m", marks, report, *spread))


if __name__ == "__main__":
    run(main)
