"""What a process keeps in memory of a database, and forgets when its engine is disposed of."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from threading import Lock
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from cachetools import LRUCache
from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Keeping(Generic[K, V]):
    """At most `most` values for each database; those not used for longest go first."""

    def __init__(self, most: int, size: Callable[[V], int] | None = None) -> None:
        self._most = most
        self._size = size
        self._kept: WeakKeyDictionary[Engine | Connection, LRUCache[K, V]] = WeakKeyDictionary()
        self._turn = Lock()
        event.listen(Engine, "engine_disposed", self._forget)

    def get(self, db: Session, keys: Iterable[K]) -> dict[K, V]:
        """Those of the keys that are kept."""
        with self._turn:
            kept = self._of(db)
            # Asked once each: another look might find that the key has gone meanwhile.
            held = {key: kept.get(key) for key in keys}
        return {key: value for key, value in held.items() if value is not None}

    def put(self, db: Session, values: Mapping[K, V]) -> None:
        """Keeps these."""
        with self._turn:
            self._of(db).update(values)

    def _forget(self, engine: Engine) -> None:
        with self._turn:
            self._kept.pop(engine, None)

    def _of(self, db: Session) -> LRUCache[K, V]:
        return self._kept.setdefault(db.get_bind(), LRUCache(self._most, self._size))
