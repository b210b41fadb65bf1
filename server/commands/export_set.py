"""`beklijf export`: the same files as the console's, from the shell."""

from __future__ import annotations

from pathlib import Path

import click

from content.exchange.write import FORMATS
from server.commands import roof
from server.store import card_sets
from server.teaching.export import export
from server.web.world import things

LABELS = "en"  # of the shell, as all commands speak it


@click.command("export")
@click.argument("title", metavar="SET")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--organisation", help="Short name of the organisation.")
def export_command(title: str, file: Path, organisation: str | None) -> None:
    """Writes SET, named by its title, to FILE, whose ending names the format.

    An existing file is not overwritten.
    """
    kind = file.suffix.removeprefix(".").lower()
    if kind not in FORMATS:
        raise click.ClickException(f"the name of the file must end in .{', .'.join(FORMATS)}")
    if file.exists():
        raise click.ClickException(f"{file} is there already; choose another name")
    with roof.session() as session:
        roof.organisation(session, organisation)
        card_set = card_sets.by_title(session, title)
        if card_set is None:
            raise click.ClickException(f"there is no set {title!r}")
        unfinished = file.with_name(f"{file.name}.part")
        try:
            with unfinished.open("wb") as out:
                export(
                    session, card_set, kind, out,
                    labels=LABELS, media=things().media.get, now=things().clock.now(),
                )  # fmt: skip
            unfinished.rename(file)
        finally:
            unfinished.unlink(missing_ok=True)
    click.echo(f"Wrote {file}.")
