"""`beklijf memory …`: the review log against the memory kept."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import click

from server.commands import roof
from server.jobs.rebuild_memory import rebuild_firm
from server.jobs.runner import unit_of_work
from server.practice.rebuild import Difference, differences
from server.store import organisations
from server.store.database import of_one_moment

SHOWN = 20


@click.group()
def memory() -> None:
    """The review log and the memory it adds up to."""


@memory.command("rebuild")
@click.option("--check", is_flag=True, help="Compare only; exit 1 on any difference.")
def rebuild_command(*, check: bool) -> None:
    """Folds the review log of every learner again."""
    # A page of a log is tens of thousands of rows: with each, the garbage collector looked through
    # all that lives as long as the process, which took as long as the work.
    gc.freeze()
    if not check:
        click.echo(f"Rebuilt the memory of {_rebuilt()} cards.")
        return
    count = 0
    for count, one in enumerate(_differences(), start=1):
        if count <= SHOWN:
            click.echo(f"person {one.person_id}, card {one.card_id}: {one.what} differs", err=True)
    click.echo(f"{count} differences.")
    sys.exit(1 if count else 0)


def _rebuilt() -> int:
    app = roof.app()
    roof.require_current(app)
    with unit_of_work(app) as session:
        firms = [one.id for one in organisations.all_of_them(session)]
    return sum(rebuild_firm(app, one) for one in firms)


def _differences() -> Iterator[Difference]:
    with roof.session() as session:
        # Answers that arrive meanwhile must not look like differences.
        of_one_moment(session)
        for one in organisations.all_of_them(session):
            yield from differences(session, one.id)
