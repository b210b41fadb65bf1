"""Engines that go from one test to the next, each time on another database.

What SQLAlchemy compiled for one test serves the next: with an engine per test, compiling the same
statements anew takes a third of the suite.
"""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import URL, Dialect, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection

from server.store.database import engine_options, prepare

_idle: defaultdict[str, list[_Travelling]] = defaultdict(list)


class _Travelling:
    """An engine whose connections go where `url` says at that moment."""

    def __init__(self, url: str) -> None:
        self.url: URL = make_url(url)
        self.engine = create_engine(url, **engine_options(url))
        event.listen(self.engine, "do_connect", self._connect)
        prepare(self.engine)

    def _connect(
        self, dialect: Dialect, _entry: object, _args: object, given: dict[str, Any]
    ) -> DBAPIConnection:
        args, named = dialect.create_connect_args(self.url)
        return dialect.connect(*args, **{**given, **named})


@contextlib.contextmanager
def engine_on(url: str) -> Iterator[Engine]:
    """An engine with the manners of the real one, for as long as the test lasts."""
    idle = _idle[make_url(url).drivername]
    one = idle.pop() if idle else _Travelling(url)
    one.url = make_url(url)
    yield one.engine
    one.engine.dispose()
    idle.append(one)
