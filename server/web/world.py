"""The things the roof picked, for the request at hand."""

from __future__ import annotations

from typing import cast

from flask import current_app

from server.config import Settings
from server.ports import Things


def things() -> Things:
    """Clock, dice, push and mail of this app."""
    return cast("Things", current_app.extensions["beklijf_things"])


def settings() -> Settings:
    """The settings of this app."""
    return cast("Settings", current_app.extensions["beklijf_settings"])
