"""The door of trainers, managers and admins."""

from __future__ import annotations

from flask_smorest import Blueprint

BLUEPRINTS: tuple[Blueprint, ...] = ()
