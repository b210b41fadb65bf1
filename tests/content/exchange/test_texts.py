"""Every code that a reading can carry has its sentence."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
CARRIERS = {
    "Flaw", "LeftOut", "Problem", "RowProblem", "Unfit", "Unreadable",
    "_problem", "note", "problem",
}  # fmt: skip


MATERIAL = ROOT / "content" / "material"


def _codes(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                yield from _named(_last_name(node.func), node.args[0])
            if isinstance(node, ast.FunctionDef) and node.name == "_wrong_with":
                yield from (
                    one.value.value
                    for one in ast.walk(node)
                    if isinstance(one, ast.Return)
                    and isinstance(one.value, ast.Constant)
                    and isinstance(one.value.value, str)
                )


def _last_name(called: ast.expr) -> str:
    match called:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _named(carrier: str, code: ast.expr) -> Iterator[str]:
    if carrier not in CARRIERS:
        return
    for one in [code.body, code.orelse] if isinstance(code, ast.IfExp) else [code]:
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value


def _sentences(language: str, prefix: str) -> set[str]:
    files = (ROOT / "server" / "texts" / language).glob("*.ftl")
    catalogue = "".join(file.read_text(encoding="utf-8") for file in files)
    return set(re.findall(rf"^{prefix}-([a-z-]+) =", catalogue, flags=re.MULTILINE))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_code_has_a_sentence(language: str) -> None:
    files = (one for one in (ROOT / "content").rglob("*.py") if MATERIAL not in one.parents)
    codes = set(_codes(files))
    assert codes <= _sentences(language, "import")
    assert {"more-problems", "quote-open", "unknown-original", "fields-differ"} <= codes


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_code_of_course_material_has_a_sentence(language: str) -> None:
    codes = set(_codes([*MATERIAL.rglob("*.py"), ROOT / "content" / "exchange" / "archive.py"]))
    assert codes <= _sentences(language, "draft-file")
    assert {"only-pictures", "unpacks-too-big"} <= codes
