"""import-linter holds the floors apart, as a stage of the check; this holds import-linter."""

from __future__ import annotations

from tests.house import tree


def test_every_package_is_watched_and_shipped() -> None:
    found = {path.parent.name for path in tree.ROOT.glob("*/__init__.py")} - {"tests"}
    assert found == set(tree.packages()) == set(tree.shipped())


def test_every_folder_with_code_is_a_package() -> None:
    """A folder without `__init__.py` would be left out of the wheel and of import-linter."""
    folders = {path.parent for path in tree.python_of(*tree.packages())}
    scripts = tree.ROOT / "server/store/migrations"  # Alembic runs these by their path
    packages = [f for f in sorted(folders) if scripts not in (f, f.parent)]
    assert [tree.name(f) for f in packages if not (f / "__init__.py").exists()] == []
