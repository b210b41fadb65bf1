"""`beklijf mail …`: what comes back from the mail that was sent."""

from __future__ import annotations

import sys

import click

from server.commands import roof
from server.reminding import bounces
from server.web.world import settings, things

# Reports quote the mail they are about; ours are small.
MOST_BYTES = 2_000_000


@click.group()
def mail() -> None:
    """Mail that comes back."""


@mail.command("bounced")
def bounced() -> None:
    """Reads one delivery report on standard input, as a mail server hands it to a program.

    Any other mail is left alone, and no error: the mail server would report that to somebody.
    """
    report = sys.stdin.buffer.read(MOST_BYTES)
    with roof.session() as session:
        key, now = settings().secret_key, things().clock.now()
        person = bounces.take_report(session, key, report, now)
        if person is None:
            click.echo("No report of a mail of ours that can never arrive.")
        else:
            click.echo(f"No more mail to {person.email} until the address is looked after.")
