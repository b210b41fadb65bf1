"""`beklijf work` and `beklijf clock`: jobs and time in processes of their own."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace

import click
from flask import Flask
from sqlalchemy.exc import OperationalError

from server.app import without_doors
from server.commands import roof
from server.commands.orphans import leave_with_parent


@click.command()
@click.option("--only", type=click.Choice(["messages", "heavy"]), help="One queue, not both.")
def work(only: str | None) -> None:
    """Works on the jobs of the broker until stopped; start as many as needed."""
    from server.jobs import running, worker

    app = _app()
    click.echo("Working. Stop with Ctrl-C or SIGTERM; what is at hand is finished.")
    running.work(app, [only] if only else worker.QUEUES)


@click.command()
def clock() -> None:
    """Keeps the timetable until stopped; of several clocks one leads."""
    from server.jobs import running

    app = _app()
    click.echo("Keeping time. Stop with Ctrl-C or SIGTERM.")
    running.clock(app)


@click.command("bring-in", hidden=True)
@click.argument("import_id", type=int)
@click.argument("attempt", type=int)
def bring_in(import_id: int, attempt: int) -> None:
    """Does one import that a worker has claimed. Workers start it themselves.

    Exits 75 where the database is not there or not of this version: another attempt may do.
    """
    from server.jobs.bring_in import bring_in as do

    leave_with_parent()
    # Whoever waits for a page goes before whoever watches a bar.
    os.nice(10)
    # Rows and cards are kept to the end, so looking for what could go only takes time.
    gc.disable()
    settings = roof.settings()
    seconds, mib = settings.long_import_seconds, settings.long_import_mib
    app = without_doors(replace(settings, import_seconds=seconds, import_mib=mib))
    try:
        roof.require_current(app)
        do(app, import_id, attempt)
    except (click.ClickException, OperationalError) as trouble:
        click.echo(str(trouble), err=True)
        sys.exit(os.EX_TEMPFAIL)


@click.command("index-cards", hidden=True)
def index_cards() -> None:
    """Indexes cards that imports left to later. Workers start it themselves."""
    from server.jobs.index_cards import index_parts

    leave_with_parent()
    os.nice(10)
    index_parts(without_doors(roof.settings()))


@click.command("fit-models", hidden=True)
def fit_models() -> None:
    """Fits the memory model where a task waits. Workers start it themselves."""
    from server.jobs.fit_models import do_tasks

    leave_with_parent()
    os.nice(10)
    app = without_doors(roof.settings())
    gc.freeze()  # a log is thousands of rows: all else would be looked through again with each
    do_tasks(app)


def _app() -> Flask:
    settings = roof.settings(embedded=False)
    if not settings.broker_url:
        raise click.ClickException(
            "BEKLIJF_BROKER_URL is not set: without a broker run `beklijf serve --embedded`, "
            "which works and keeps time itself"
        )
    app = without_doors(settings)
    roof.require_current(app)
    return app
