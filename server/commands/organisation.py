"""`beklijf organisation …`: customer firms from the shell."""

from __future__ import annotations

import re

import click
from sqlalchemy.orm import Session

from server.calendars import NO_COUNTRY, countries
from server.commands import roof
from server.store import organisations
from server.store.organisations import Organisation
from server.web.fields import is_time_zone
from server.web.world import things

SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")


@click.group()
def organisation() -> None:
    """Organisations."""


@organisation.command("add")
@click.argument("slug")
@click.option("--name", required=True, help="What people call it.")
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True)
@click.option("--time-zone", default="Europe/Amsterdam", show_default=True)
@click.option(
    "--country", default="NL", show_default=True, help="Whose public holidays are days off."
)
def add(slug: str, name: str, language: str, time_zone: str, country: str) -> None:
    """Adds an organisation; SLUG is its short name for commands."""
    if not SLUG.fullmatch(slug):
        raise click.ClickException("a short name has small letters, digits and dashes, at most 40")
    if not is_time_zone(time_zone):
        raise click.ClickException(f"{time_zone!r} is not a time zone such as Europe/Amsterdam")
    if country not in (NO_COUNTRY, *countries()):
        raise click.ClickException(f"{country!r} is not a country such as NL, nor empty for none")
    with roof.session() as session:
        if organisations.by_slug(session, slug) is not None:
            raise click.ClickException(f"there is an organisation {slug!r} already")
        make(session, slug, name, language=language, time_zone=time_zone, country=country)
    click.echo(f"Added {name}. Next: beklijf person add EMAIL --role admin --organisation {slug}")


def make(session: Session, slug: str, name: str, **settings: str) -> Organisation:
    """A new organisation, in the session."""
    made = Organisation(slug=slug, name=name, created_at=things().clock.now(), **settings)
    session.add(made)
    session.flush()
    return made
