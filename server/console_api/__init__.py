"""The door of trainers, managers and admins."""

from __future__ import annotations

from flask_smorest import Blueprint

from server.console_api import (
    campaign_cost,
    campaigns,
    card_edits,
    card_variants,
    card_versions,
    cards,
    curators,
    drafts,
    exports,
    imports,
    inbox,
    insight,
    lint,
    long_imports,
    media,
    operation,
    organisation,
    parameters,
    people,
    releases,
    reminders,
    search,
    sets,
)

BLUEPRINTS: tuple[Blueprint, ...] = tuple(
    module.blueprint
    for module in (
        sets,
        releases,
        exports,
        cards,
        card_edits,
        card_variants,
        card_versions,
        lint,
        imports,
        long_imports,
        drafts,
        media,
        campaigns,
        campaign_cost,
        people,
        reminders,
        search,
        organisation,
        operation,
        insight,
        parameters,
        inbox,
        curators,
    )
)
