"""Work becomes lasting once, at the edge: rooms never commit."""

from __future__ import annotations

import ast

from tests.house import tree

ROOMS = ("practice", "teaching", "reminding", "transfer", "insight", "people")
ENDS = {"commit", "rollback"}


def test_no_room_and_no_query_ends_the_transaction() -> None:
    folders = [f"server/{room}" for room in (*ROOMS, "store")]
    found = [
        f"{tree.name(file)}:{node.lineno}"
        for file in tree.python_of(*folders)
        if "/migrations/" not in tree.name(file)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ENDS
    ]
    assert found == []
