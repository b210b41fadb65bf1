"""The demo, made at the first start with `--demo`."""

from __future__ import annotations

import click
from flask import Flask

from server.demo.build import WHOLE, Scale, build
from server.demo.cast import LEARNER, PASSWORD, SLUG, STAFF
from server.store import organisations
from server.store.alone import hold_alone
from server.store.database import db
from server.web.world import things


def make(app: Flask, scale: Scale = WHOLE) -> None:
    """Makes the demo if it is not there, in one transaction, and tells how to sign in."""
    with app.app_context():
        session = db.session()
        hold_alone(session.connection(), "demo")
        if organisations.by_slug(session, SLUG) is None:
            build(session, things(), click.echo, scale)
            session.commit()
    for part in (LEARNER, *STAFF):
        click.echo(f"{part.role.capitalize():<10} {part.email}")
    click.echo(f"Password   {PASSWORD}")
