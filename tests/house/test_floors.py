"""The floors point down only. import-linter holds the walls; this holds import-linter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.house import tree

LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")


def test_no_floor_imports_one_above_it() -> None:
    done = subprocess.run(
        [sys.executable, LINT_IMPORTS, "--no-cache"],
        cwd=tree.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_every_package_is_watched_and_shipped() -> None:
    found = {path.parent.name for path in tree.ROOT.glob("*/__init__.py")} - {"tests"}
    assert found == set(tree.packages()) == set(tree.shipped())


def test_every_folder_with_code_is_a_package() -> None:
    """A folder without `__init__.py` would be left out of the wheel and of import-linter."""
    folders = {path.parent for path in tree.python_of(*tree.packages())}
    assert [tree.name(f) for f in sorted(folders) if not (f / "__init__.py").exists()] == []
