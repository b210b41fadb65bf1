"""`beklijf person …`: accounts from the shell."""

from __future__ import annotations

import sys

import click

from server.commands import roof
from server.people import invitations, passwords
from server.store import people
from server.store.people import Person, Role
from server.web.world import settings, things


@click.group()
def person() -> None:
    """Accounts."""


@person.command("add")
@click.argument("email")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.option("--organisation", help="Short name of the organisation.")
@click.option("--name", help="How to address the person; else what stands before the @.")
@click.option(
    "--password-stdin", is_flag=True, help="Read a password from standard input, no mail."
)
def add(
    email: str, role: str, organisation: str | None, name: str | None, *, password_stdin: bool
) -> None:
    """Adds a person and mails an invitation; an existing one gets the role."""
    email = email.strip().lower()
    if "@" not in email:
        raise click.ClickException(f"{email!r} is not a mail address")
    with roof.session() as session:
        firm = roof.organisation(session, organisation)
        found = people.by_email(session, email) or Person(
            email=email,
            name=name or email.partition("@")[0],
            role=role,
            language=firm.language,
            time_zone=firm.time_zone,
            created_at=things().clock.now(),
        )
        found.role = role
        session.add(found)
        session.flush()
        if password_stdin:
            found.password_hash = passwords.hashed(_password())
            click.echo(f"{email} can sign in as {role}.")
        else:
            links = invitations.invite(session, [found], things(), settings().base_url)
            click.echo(f"Invited {email} as {role}. The link is good for 30 days:")
            click.echo(links[found.id])


def _password() -> str:
    given = sys.stdin.readline().rstrip("\n")
    if not passwords.MIN_LENGTH <= len(given) <= passwords.MAX_LENGTH:
        raise click.ClickException(
            f"a password has {passwords.MIN_LENGTH} to {passwords.MAX_LENGTH} characters"
        )
    return given
