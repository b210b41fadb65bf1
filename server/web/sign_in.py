"""Who may enter a route, decided on the route and enforced before it runs.

A view without a decision is refused: forgetting one closes the door instead of opening it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, current_app, g, request

from server.people import sign_in as signing_in
from server.store import people, scope
from server.store.database import db, only_reads
from server.store.people import Person, Role
from server.store.sign_ins import Caller
from server.web.errors import Problem, not_found
from server.web.world import things

View = TypeVar("View", bound=Callable[..., Any])

EVERYONE = "everyone"
SAFE = frozenset({"GET", "HEAD"})
SIGNED_IN = tuple(Role)


def open_to_everyone(view: View) -> View:
    """No sign-in needed."""
    view.open_to = EVERYONE  # type: ignore[attr-defined]  # the mark that install() reads
    return view


def open_to(*roles: Role) -> Callable[[View], View]:
    """Only people with one of these roles."""

    def mark(view: View) -> View:
        view.open_to = roles  # type: ignore[attr-defined]  # the mark that install() reads
        return view

    return mark


open_to_all_people = open_to(*SIGNED_IN)


def reads_first(view: View) -> View:
    """The view begins by reading and ends that transaction itself before it writes.

    On SQLite a request that may write waits for whoever writes, already to see who is asking.
    """
    view.reads_first = True  # type: ignore[attr-defined]  # the mark that _signed_in() reads
    return view


def caller() -> Caller:
    """Who is asking, as far as the sign-in tells."""
    asking: Caller = g.caller
    return asking


def me() -> Person:
    """Who is asking, whole and to be changed; read at the first call."""
    if "me" not in g:
        g.me = people.by_id(db.session(), caller().id)
    if g.me is None:  # removed since the sign-in was read
        raise Problem(401, "sign-in-needed")
    person: Person = g.me
    return person


def install(app: Flask) -> None:
    """Checks every request against the decision on its view."""

    @app.before_request
    def check() -> None:
        if request.endpoint is None:
            raise not_found() if request.routing_exception is None else request.routing_exception
        allowed = decision(request.endpoint)
        if allowed == EVERYONE:
            return
        if _signed_in().role not in allowed:
            raise Problem(403, "not-allowed")


def decision(endpoint: str) -> Any:
    """Who may enter the endpoint. Raises `LookupError` where nobody decided."""
    view = current_app.view_functions[endpoint]
    if not hasattr(view, "open_to"):
        raise LookupError(f"{endpoint} does not say who may enter")
    return view.open_to


def _signed_in() -> Caller:
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    session = db.session()
    view = current_app.view_functions.get(request.endpoint or "")
    if request.method in SAFE or hasattr(view, "reads_first"):
        only_reads(session)
    asking = None
    if kind.lower() == "bearer" and token:
        asking = signing_in.of_token(session, token, things().clock.now())
    if asking is None:
        raise Problem(401, "sign-in-needed")
    scope.work_for(session, asking.organisation_id)
    g.caller = asking
    return asking
