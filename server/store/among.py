"""Whether a number is one of many, as one parameter.

An `IN` has a parameter for each number. For a page of people that is thousands, and reading them
out of the text takes the driver longer than the database needs for the answer.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import ARRAY, BigInteger, Boolean, ColumnElement, Dialect, String, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine


class _Numbers(TypeDecorator[Collection[int]]):
    """An array on PostgreSQL, JSON on SQLite."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type of the database at hand."""
        sent = ARRAY(BigInteger) if dialect.name == "postgresql" else String()
        return dialect.type_descriptor(sent)

    def process_bind_param(self, value: Collection[int] | None, dialect: Dialect) -> Any:
        """What the driver is given."""
        numbers = sorted(value or ())
        return numbers if dialect.name == "postgresql" else json.dumps(numbers)


class _Among(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True


@compiles(_Among, "postgresql")
def _among_on_postgresql(element: _Among, compiler: SQLCompiler, **given: Any) -> str:
    column, numbers = (compiler.process(one, **given) for one in element.clauses)
    return f"({column} = ANY ({numbers}))"


@compiles(_Among, "sqlite")
def _among_on_sqlite(element: _Among, compiler: SQLCompiler, **given: Any) -> str:
    column, numbers = (compiler.process(one, **given) for one in element.clauses)
    # Both parts are SQLAlchemy's own; the numbers are a parameter.
    return f"({column} IN (SELECT value FROM json_each({numbers})))"  # noqa: S608 - as told above


def among(
    column: InstrumentedAttribute[int] | ColumnElement[int], numbers: Collection[int]
) -> ColumnElement[bool]:
    """Whether the column holds one of the numbers."""
    return _Among(column, bindparam(None, numbers, _Numbers(), unique=True))


def among_given(
    column: InstrumentedAttribute[int] | ColumnElement[int], name: str
) -> ColumnElement[bool]:
    """The same of numbers that a prepared statement is given by that name."""
    return _Among(column, bindparam(name, type_=_Numbers()))
