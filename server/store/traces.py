"""The traces by which cards that ask nearly the same find one another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column, validates
from sqlalchemy.orm.attributes import flag_modified

from content.lint.resemblance import gist, traces


def columns(face: Mapping[str, Any]) -> dict[str, int]:
    """The traces of a face by column, for rows that are inserted in bulk."""
    return {f"trace_{at}": trace for at, trace in enumerate(traces(gist(face)), start=1)}


class Traced:
    """A row with a `face`, whose traces follow that face whenever it is set."""

    trace_1: Mapped[int] = mapped_column(BigInteger, index=True)
    trace_2: Mapped[int] = mapped_column(BigInteger, index=True)
    trace_3: Mapped[int] = mapped_column(BigInteger, index=True)
    trace_4: Mapped[int] = mapped_column(BigInteger, index=True)

    @validates("face")
    def _follow(self, _: str, face: dict[str, Any]) -> dict[str, Any]:
        if face != self.__dict__.get("face"):
            for name, trace in columns(face).items():
                setattr(self, name, trace)
                # Also where it stays the same: only rows that set the same columns share a
                # statement, and an import changes thousands.
                flag_modified(self, name)
        return face
