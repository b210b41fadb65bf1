"""`beklijf search …`: the index by which cards are found."""

from __future__ import annotations

import click
from sqlalchemy.orm import Session

from server.commands import roof
from server.store import organisations, scope, search_keeping


@click.group()
def search() -> None:
    """The index by which cards are found."""


@search.command("rebuild")
def rebuild_command() -> None:
    """Makes the search index anew from the cards, organisation by organisation."""
    with roof.session() as session:
        cards = 0
        for one in organisations.all_of_them(session):
            scope.work_for(session, one.id)
            cards += search_keeping.rebuild(session)
            session.commit()
    click.echo(f"{cards} cards can be found.")


def fill(session: Session) -> None:
    """Adds the cards that the index misses: those from before there was one."""
    for one in organisations.all_of_them(session):
        scope.work_for(session, one.id)
        search_keeping.fill(session)
        session.commit()
