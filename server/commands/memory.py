"""`beklijf memory …`: the review log against the memory kept."""

from __future__ import annotations

import sys

import click

from server.commands import roof
from server.practice.rebuild import differences, rebuild
from server.store import organisations
from server.web.world import things

SHOWN = 20


@click.group()
def memory() -> None:
    """The review log and the memory it adds up to."""


@memory.command("rebuild")
@click.option("--check", is_flag=True, help="Compare only; exit 1 on any difference.")
def rebuild_command(*, check: bool) -> None:
    """Folds the review log of every learner again."""
    with roof.session() as session:
        now = things().clock.now()
        everyone = organisations.all_of_them(session)
        if not check:
            cards = 0
            for one in everyone:
                cards += rebuild(session, one.id, now)
                session.commit()
            click.echo(f"Rebuilt the memory of {cards} cards.")
            return
        found = [diff for one in everyone for diff in differences(session, one.id, now)]
    for diff in found[:SHOWN]:
        click.echo(f"person {diff.person_id}, card {diff.card_id}: {diff.what} differs", err=True)
    click.echo(f"{len(found)} differences.")
    sys.exit(1 if found else 0)
