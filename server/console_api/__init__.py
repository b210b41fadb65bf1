"""The door of trainers, managers and admins."""

from __future__ import annotations

from flask_smorest import Blueprint

from server.console_api import campaigns, cards, imports, insight, organisation, people, sets

BLUEPRINTS: tuple[Blueprint, ...] = tuple(
    module.blueprint for module in (sets, cards, imports, campaigns, people, organisation, insight)
)
