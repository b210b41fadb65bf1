"""`beklijf …`: everything an operator does from the shell."""

from __future__ import annotations

import server.counted_together  # isort: skip # noqa: F401 # before anything that counts

import click

from server.commands.database import database
from server.commands.export_set import export_command
from server.commands.import_set import import_command
from server.commands.mail import mail
from server.commands.memory import memory
from server.commands.organisation import organisation
from server.commands.person import person
from server.commands.reminders import reminders
from server.commands.running import bring_in, clock, fit_models, index_cards, work
from server.commands.safekeeping import backup, restore
from server.commands.search import search
from server.commands.serve import serve
from server.config import BadSettings


class Commands(click.Group):
    """Tells of a setting that cannot be used in a sentence, whichever command met it."""

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except BadSettings as error:
            raise click.ClickException(str(error)) from None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="beklijf")
def main() -> None:
    """Practice after the course: a few minutes a day that make training stick."""


for command in (
    serve, work, bring_in, index_cards, fit_models, clock, database, organisation, person,
    import_command, export_command, memory, search, reminders, mail, backup, restore,
):  # fmt: skip
    main.add_command(command)

if __name__ == "__main__":
    main()
