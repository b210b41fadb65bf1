"""Ids in addresses: no larger than the database counts, or asking for one would be an error."""

from __future__ import annotations

from typing import Any

from flask import Flask
from werkzeug.routing import IntegerConverter

from server.web.fields import MOST


class RowIdConverter(IntegerConverter):
    """`<int:…>` of which a larger number is a row that is not there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max": MOST, **kwargs})


def install(app: Flask) -> None:
    """For every `<int:…>` of the app; called before routes are hung."""
    app.url_map.converters["int"] = RowIdConverter
