"""`beklijf import`: the same import as the console's, from the shell."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import click
from sqlalchemy.orm import Session

from content.card import Language
from content.exchange.reading import Counted, Problem, Reading, Unreadable
from server.commands import roof
from server.store import card_sets, people
from server.store.card_sets import CardSet
from server.store.organisations import Organisation
from server.store.people import Person, Role
from server.teaching import saying
from server.teaching.import_set import Report, import_set
from server.teaching.media import Keeper
from server.teaching.sets import create
from server.web.world import things

OWNERS = (Role.TRAINER, Role.ADMIN)
LANGUAGE = "en"  # of the shell, as all commands speak it


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--set", "title", required=True, help="Title of the set; made when there is none.")
@click.option("--organisation", help="Short name of the organisation.")
@click.option("--dry-run", is_flag=True, help="Only report what would happen.")
def import_command(file: Path, title: str, organisation: str | None, *, dry_run: bool) -> None:
    """Brings FILE into a set: all of it, or nothing and a report by row."""
    with roof.session() as session:
        firm = roof.organisation(session, organisation)
        click.echo(f"Reading {file.name}", err=True)
        reading = _read(session, firm, title, file)
        rows = len(reading.drafts)
        card_set = card_sets.by_title(session, title) or _made(session, firm, title)
        with click.progressbar(length=rows, label="Writing", file=sys.stderr) as bar:
            report = import_set(
                session, card_set.id, reading, things().clock.now(),
                partial=False, dry_run=dry_run, keeper=Keeper(things().media),
                told=lambda done, _: bar.update(done - bar.pos),
            )  # fmt: skip
            bar.update(rows - bar.pos)
        if not report.written:
            session.rollback()
    _tell(report, dry_run=dry_run)


def _made(session: Session, firm: Organisation, title: str) -> CardSet:
    owner = _owner(session)
    return create(session, owner, title, firm.language, things().clock.now())


def _owner(session: Session) -> Person:
    for role in OWNERS:
        found = people.listed(session, words="", role=role, after=None, limit=1)
        if found:
            return found[0]
    raise click.ClickException("a set needs an owner; add a trainer with `beklijf person add`")


def _read(session: Session, firm: Organisation, title: str, file: Path) -> Reading:
    card_set = card_sets.by_title(session, title)
    language = card_set.language if card_set else firm.language
    known_keys = card_sets.live_keys(session, card_set.id) if card_set else frozenset[str]()
    # Reading may take many seconds, in which SQLite would let nobody else write.
    session.commit()
    try:
        return things().reader.read(
            file.name,
            file,
            language=cast("Language", language),
            encoding=None,
            known_keys=known_keys,
        )
    except Unreadable as unfit:
        raise click.ClickException(saying.sentence(unfit, LANGUAGE)) from None


def _tell(report: Report, *, dry_run: bool) -> None:
    _list(report.problems, report.counted)
    _list(report.notes, report.counted)
    if report.refused:
        raise click.ClickException(f"{len(report.problems)} problems; nothing was written")
    verb = "Would add" if dry_run else "Added"
    click.echo(f"{verb} {report.created}, updated {report.updated}, unchanged {report.unchanged}.")


def _list(problems: Sequence[Problem], counted: Counted) -> None:
    for one in problems:
        place = saying.place(one, LANGUAGE, counted)
        click.echo(f"{place}: {saying.sentence(one, LANGUAGE)}", err=True)
