"""Seconds from one moment to another, in the database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Float
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class SecondsBetween(FunctionElement[float]):
    """Seconds from the first moment to the second, negative where it is earlier."""

    type = Float()
    inherit_cache = True


@compiles(SecondsBetween, "postgresql")
def _on_postgresql(element: SecondsBetween, compiler: SQLCompiler, **kw: Any) -> str:
    first, second = (compiler.process(one, **kw) for one in element.clauses)
    return f"CAST(EXTRACT(EPOCH FROM {second} - {first}) AS double precision)"


@compiles(SecondsBetween, "sqlite")
def _on_sqlite(element: SecondsBetween, compiler: SQLCompiler, **kw: Any) -> str:
    first, second = (compiler.process(one, **kw) for one in element.clauses)
    return f"((julianday({second}) - julianday({first})) * 86400.0)"
