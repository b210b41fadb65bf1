"""`beklijf backup` and `beklijf restore`: the database and the files of cards as one file."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path

import click
from sqlalchemy import make_url
from sqlalchemy.engine import URL

from server.adapters.disk_media import FOLDER, DiskMedia
from server.commands import bundle, roof
from server.config import Settings


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    """Writes database and files of cards to FILE; an existing file is not overwritten.

    The server may go on running. Files that are kept in S3 stay there and are not in the backup.
    """
    if file.exists():
        raise click.ClickException(f"{file} is there already; choose another name")
    settings = roof.settings()
    url = make_url(settings.database_url)
    # Made beside and renamed when whole, so that a file of that name is always a good one.
    unfinished, database = _empty(file, ".part"), _empty(file, ".database.part")
    try:
        if url.get_backend_name() == "sqlite":
            _copy_sqlite(_file_of(url), database)
        else:
            _run_postgres("pg_dump", url, "--format=custom", f"--file={database}")
        bundle.pack(unfinished, database, disk_store(settings))
        unfinished.rename(file)
    finally:
        database.unlink()
        unfinished.unlink(missing_ok=True)
    click.echo(f"Wrote {file} ({file.stat().st_size:,} bytes).")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.confirmation_option(prompt="This replaces everything in the database. Go on?")
def restore(file: Path) -> None:
    """Replaces the database by FILE. Stop the server, worker and clock first."""
    settings = roof.settings()
    if not bundle.is_bundle(file):
        _restore_database(file, settings)
    else:
        try:
            _restore_bundle(file, settings)
        except bundle.NotABundle as broken:
            raise click.ClickException(str(broken)) from broken
    click.echo("Restored. Run `beklijf db upgrade` if the backup is of an older version.")


def _restore_bundle(file: Path, settings: Settings) -> None:
    """The files first: with them alone nothing has changed."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder, "database")
        bundle.unpack_database(file, database)
        store = disk_store(settings)
        if store is not None:
            count = bundle.unpack_media(file, store)
            click.echo(f"Put back {count:,} files of cards.")
        _restore_database(database, settings)


def _restore_database(database: Path, settings: Settings) -> None:
    url = make_url(settings.database_url)
    if url.get_backend_name() == "sqlite":
        _restore_sqlite(database, _file_of(url))
    else:
        options = ("--clean", "--if-exists", "--single-transaction")
        _run_postgres("pg_restore", url, *options, database)


def disk_store(settings: Settings) -> DiskMedia | None:
    """The files of cards, where they are on this machine's disk."""
    return None if settings.media_s3_url else DiskMedia(settings.data_dir / FOLDER)


def _empty(file: Path, ending: str) -> Path:
    """A file beside it, for its owner alone: it will hold everybody's answers and addresses."""
    beside = file.with_name(file.name + ending)
    beside.unlink(missing_ok=True)
    beside.touch(mode=0o600)
    return beside


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
