"""Time and chance come in as arguments, so that every test can hold them still."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence

import pytest

from tests.house import tree

# Reading the clock on the wall, or rolling unseeded dice.
FORBIDDEN = {
    *("datetime.now", "datetime.utcnow", "datetime.today", "date.today"),
    *("datetime.datetime.now", "datetime.datetime.utcnow", "datetime.date.today"),
    *("time.time", "time.time_ns", "time.localtime", "time.gmtime"),
    *("uuid.uuid1", "uuid.uuid4", "uuid1", "uuid4"),
}
ALLOWED = "server/adapters/"


def test_nobody_but_an_adapter_reads_the_clock_or_rolls_dice() -> None:
    found = [
        f"{tree.name(file)}:{line}: {call}"
        for file in tree.python_of(*tree.packages())
        if not tree.name(file).startswith(ALLOWED)
        for line, call in _offences(file.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "datetime.now(UTC)",
        "import datetime as d\nd.datetime.utcnow()",
        "from datetime import datetime as moment\nmoment.now()",
        "from time import time\ntime()",
        "import random\nrandom.shuffle([])",
        "from random import choice\nchoice([1])",
        "from random import Random\nRandom()",
        "column(default=uuid.uuid4)",
    ],
)
def test_the_search_sees(source: str) -> None:
    assert list(_offences(source))


@pytest.mark.parametrize(
    "source",
    [
        "clock.now()",
        "import random\nrandom.Random(7).random()",
        "def f(dice: random.Random): dice.random()",
        "time.monotonic()",
    ],
)
def test_the_search_lets_pass(source: str) -> None:
    assert not list(_offences(source))


def _offences(source: str) -> Iterator[tuple[int, str]]:
    """Uses of what is forbidden, also when handed on without calling it, as a default is."""
    nodes = list(ast.walk(ast.parse(source)))
    real_names = dict(_imported(nodes))
    unseeded = {id(call.func) for call in nodes if isinstance(call, ast.Call) and not call.args}
    for node in nodes:
        if not isinstance(node, ast.Attribute | ast.Name) or not isinstance(node.ctx, ast.Load):
            continue
        used = _dotted(node, real_names)
        if used in FORBIDDEN or _rolls(used, node, unseeded):
            yield node.lineno, used


def _dotted(node: ast.expr, real_names: Mapping[str, str]) -> str:
    """What the node names; nothing where a call gave it, which is judged there."""
    match node:
        case ast.Name(id=name):
            return real_names.get(name, name)
        case ast.Attribute(value=of, attr=name):
            whole = _dotted(of, real_names)
            return whole and f"{whole}.{name}"
    return ""


def _rolls(used: str, node: ast.expr, unseeded: set[int]) -> bool:
    """A Random with a seed, or handed in by the caller, rolls the same each time."""
    if used == "random.Random":
        return id(node) in unseeded
    return used.startswith("random.")


def _imported(nodes: Sequence[ast.AST]) -> Iterator[tuple[str, str]]:
    """The local name of each import, and what it really is."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from ((alias.asname or alias.name, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield alias.asname or alias.name, f"{node.module}.{alias.name}"
