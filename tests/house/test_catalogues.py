"""Text that people read is complete in Dutch and in English."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from tests.house import tree

SERVER = tree.ROOT / "server" / "texts"
WEB = tree.ROOT / "web" / "src" / "texts"
HOLE = re.compile(r"\{\{-?\s*(\w+)")

Catalogue = dict[str, set[str]]  # key → names of the values that are filled in


def test_the_server_says_the_same_in_both_languages() -> None:
    assert _fluent("nl") == _fluent("en")


def test_every_server_text_that_is_asked_for_exists() -> None:
    known = {key.partition(".")[0] for key in _fluent("nl")}
    asked = [use for file in tree.python_of(*tree.packages()) for use in _asked(file)]
    assert [f"{where}: {key}" for where, key in asked if key not in known] == []


@pytest.mark.parametrize("catalogue", sorted(path.name for path in WEB.glob("nl/*.json")))
def test_the_web_client_says_the_same_in_both_languages(catalogue: str) -> None:
    assert _json(WEB / "nl" / catalogue) == _json(WEB / "en" / catalogue)


def test_both_languages_of_the_web_client_have_the_same_catalogues() -> None:
    dutch, english = ({path.name for path in WEB.glob(f"{lang}/*")} for lang in ("nl", "en"))
    assert dutch == english


def _fluent(language: str) -> Catalogue:
    found: Catalogue = {}
    for file in sorted((SERVER / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, fluent.Junk), f"{file}: cannot be read: {entry.content}"
            if isinstance(entry, fluent.Message | fluent.Term):
                assert entry.id.name not in found, f"{file}: {entry.id.name} stands there twice"
                found[entry.id.name] = _holes(entry)
                for part in entry.attributes:
                    found[f"{entry.id.name}.{part.id.name}"] = _holes(part)
    return found


def _holes(part: fluent.BaseNode) -> set[str]:
    names: set[str] = set()

    class Collect(Visitor):
        def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802 - the visitor's own naming
            names.add(node.id.name)

    Collect().visit(part)
    return names


def _json(file: Path) -> Catalogue:
    return dict(_leaves(json.loads(file.read_text(encoding="utf-8"))))


def _leaves(node: object, key: str = "") -> Iterator[tuple[str, set[str]]]:
    if isinstance(node, dict):
        for name, child in node.items():
            yield from _leaves(child, f"{key}.{name}" if key else name)
    else:
        assert isinstance(node, str), f"{key} is no text"
        assert node.strip(), f"{key} is empty"
        yield key, set(HOLE.findall(node))


def _asked(file: Path) -> Iterator[tuple[str, str]]:
    """The keys that a file asks for in so many words, by `text("key", …)`."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(
                func=ast.Name(id="text") | ast.Attribute(value=ast.Name(id="texts"), attr="text"),
                args=[ast.Constant(value=str() as key), *_],
            ):
                yield f"{tree.name(file)}:{node.lineno}", key
