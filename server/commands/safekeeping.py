"""`beklijf backup` and `beklijf restore`: the database as one file."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import click
from sqlalchemy import make_url
from sqlalchemy.engine import URL

from server.commands import roof


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    """Writes the database to FILE while the server runs; an existing file is not overwritten."""
    if file.exists():
        raise click.ClickException(f"{file} is there already; choose another name")
    url = make_url(roof.settings().database_url)
    # Made beside and renamed when whole, so that a file of that name is always a good one.
    unfinished = file.with_name(file.name + ".part")
    unfinished.unlink(missing_ok=True)
    unfinished.touch(mode=0o600)  # it holds everybody's answers and addresses
    if url.get_backend_name() == "sqlite":
        _copy_sqlite(_file_of(url), unfinished)
    else:
        _run_postgres("pg_dump", url, "--format=custom", f"--file={unfinished}")
    unfinished.rename(file)
    click.echo(f"Wrote {file} ({file.stat().st_size:,} bytes).")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.confirmation_option(prompt="This replaces everything in the database. Go on?")
def restore(file: Path) -> None:
    """Replaces the database by FILE. Stop the server, worker and clock first."""
    url = make_url(roof.settings().database_url)
    if url.get_backend_name() == "sqlite":
        _restore_sqlite(file, _file_of(url))
    else:
        _run_postgres("pg_restore", url, "--clean", "--if-exists", "--single-transaction", file)
    click.echo("Restored. Run `beklijf db upgrade` if the backup is of an older version.")


def _file_of(url: URL) -> Path:
    if not url.database:
        raise click.ClickException("a database in memory cannot be kept")
    return Path(url.database)


def _copy_sqlite(source: Path, target: Path) -> None:
    if not source.is_file():
        raise click.ClickException(f"there is no database at {source}")
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
        one.backup(other)


def _restore_sqlite(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as one:
        try:
            sound = one.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            ours = one.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.DatabaseError:
            sound, ours = False, None
        if not (sound and ours):
            raise click.ClickException(f"{source} is not a whole backup of Beklijf")
        target.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(target)) as other:
            one.backup(other)


def _run_postgres(program: str, url: URL, *arguments: str | Path) -> None:
    # The password goes through the environment: arguments are seen by every user of the machine.
    environment = {**os.environ, "PGPASSWORD": url.password or ""}
    plain = url.set(drivername="postgresql", password=None).render_as_string()
    try:
        subprocess.run(  # noqa: S603 # arguments of our own, no shell
            [program, f"--dbname={plain}", *map(str, arguments)], env=environment, check=True
        )
    except FileNotFoundError:
        raise click.ClickException(
            f"{program} is not installed; it comes with PostgreSQL"
        ) from None
    except subprocess.CalledProcessError as error:
        raise click.ClickException(f"{program} failed with status {error.returncode}") from None
