"""Lays the tables of every aggregate in the store."""

from __future__ import annotations

import importlib
import pkgutil

import sqlalchemy


def lay_tables(url: str) -> None:
    package = importlib.import_module("server.store")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"server.store.{module.name}")
    base = importlib.import_module("server.store.database").Base
    engine = sqlalchemy.create_engine(url)
    base.metadata.create_all(engine)
    engine.dispose()
