from __future__ import annotations

import uuid
from collections import defaultdict

import pytest
from flask import Flask

from server.store.curators import Curator
from server.store.people import Role
from server.web import sign_in
from server.web.commit import commits
from tests.server.web.routes import API, guarded, routes
from tests.support import sets
from tests.support.phone import refused
from tests.support.town import Town

# What anybody may see. A route that is opened to everyone is added here on purpose.
OPEN = {
    *("GET /", "GET /app/", "GET /app/<path:name>", "GET /console/", "GET /console/<path:name>"),
    *("GET /assets/<path:name>", "GET /healthz", "GET /readyz", "GET /metrics", "GET /api/docs"),
    *("GET /unsubscribe/<token>", "POST /unsubscribe/<token>", "GET /api/v1/openapi.json"),
    *("POST /api/v1/sign-in", "POST /api/v1/sign-in/refresh", "POST /api/v1/sign-in/forgotten"),
    *("POST /api/v1/invitations/accept", "POST /api/v1/receipts"),
}
ANY: dict[str, object] = defaultdict(lambda: 1)
ANY |= {"device_id": uuid.UUID(int=1), "review_id": uuid.UUID(int=1)}


def test_every_route_says_who_may_enter(town: Town) -> None:
    assert {str(route) for route in routes(town.app) if route.open_to == "everyone"} == OPEN
    for route in guarded(town.app):
        assert set(route.open_to) <= set(Role), route
        assert route.open_to, route


def test_without_signing_in_no_other_door_opens(town: Town) -> None:
    for bearer in ("", "Bearer", "Bearer x", "Basic eDp5", "Bearer \x00", "bearer " + "x" * 5000):
        stranger = town.stranger(Authorization=bearer)
        for route in guarded(town.app)[:: 1 if not bearer else 12]:
            response = stranger.ask(route.method, route.path(ANY), **route.body())
            refused(response, 401)
            assert response.headers["WWW-Authenticate"] == "Bearer"


def test_each_door_opens_to_the_roles_it_names_and_to_no_other(town: Town) -> None:
    people = {"learner": town.fatima, "trainer": town.daan, "manager": town.marit,
              "admin": town.noor}  # fmt: skip
    for person in (town.fatima, town.marit):  # whose role alone does not open the inbox
        town.firm.add(Curator(person_id=person.id, topic="Ladders"))
    sets.campaign(town.firm, town.firm.card_set(), people=())  # the first, as the queries have it
    for role, person in people.items():
        phone = town.phone(person)
        for route in guarded(town.app):
            if role not in route.open_to:
                refused(phone.ask(route.method, route.path(ANY), **route.body()), 403)
            elif route.method == "GET" and not route.ids:
                assert phone.ask("GET", route.path({}), **route.body()).status_code == 200, (
                    role,
                    str(route),
                )


def test_every_route_that_writes_commits_and_no_other(town: Town) -> None:
    wrong = [
        str(route)
        for route in routes(town.app)
        if hasattr(town.app.view_functions[route.rule.endpoint], "commits")
        is not (route.method != "GET")
    ]
    assert wrong == []


def test_a_view_without_a_decision_lets_nobody_in() -> None:
    app = Flask("forgotten")
    sign_in.install(app)
    app.add_url_rule(f"{API}/forgotten", "forgotten", lambda: "secret")
    app.testing = True
    with pytest.raises(LookupError, match="forgotten does not say who may enter"):
        app.test_client().get(f"{API}/forgotten")


def test_what_commits_keeps_its_name_and_marks() -> None:
    @sign_in.open_to_everyone
    def view() -> None:
        """Does something."""

    assert commits(view).__doc__ == "Does something."
    assert commits(view).open_to == "everyone"  # type: ignore[attr-defined]  # the mark
