"""Signing in and out, and choosing a password."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from mobile_api.me import account
from mobile_api.schemas import AcceptIn, ForgottenIn, RefreshIn, SignInIn, TokensOut
from server.people import invitations, sign_in
from server.people.sign_in import Tokens
from server.store import sign_ins
from server.store.database import db
from server.web.commit import commits
from server.web.errors import Problem
from server.web.limits import few_mails, few_wrong
from server.web.sign_in import caller, open_to_all_people, open_to_everyone
from server.web.world import settings, things

blueprint = Blueprint("sign_in", __name__, url_prefix="/api/v1", description="Signing in")


@blueprint.post("/sign-in")
@open_to_everyone
@few_wrong
@blueprint.arguments(SignInIn)
@blueprint.response(200, TokensOut)
@commits
def enter(given: dict[str, str]) -> dict[str, Any]:
    """Signs in with address and password."""
    tokens = sign_in.with_password(db.session(), given["email"], given["password"], things())
    if tokens is None:
        raise Problem(401, "wrong-password")
    return _shown(tokens)


@blueprint.post("/sign-in/refresh")
@open_to_everyone
@few_wrong
@blueprint.arguments(RefreshIn)
@blueprint.response(200, TokensOut)
@commits
def refresh(given: dict[str, str]) -> dict[str, Any]:
    """New tokens for a refresh token, which is spent by this."""
    tokens = sign_in.refreshed(db.session(), given["refresh_token"], things())
    if tokens is None:
        raise Problem(401, "sign-in-needed")
    return _shown(tokens)


@blueprint.delete("/sign-in")
@open_to_all_people
@blueprint.response(204)
@commits
def leave() -> None:
    """Signs this device out."""
    sign_ins.revoke(db.session(), caller().sign_in_id, things().clock.now())


@blueprint.post("/sign-in/forgotten")
@open_to_everyone
@few_mails
@blueprint.arguments(ForgottenIn)
@blueprint.response(202)
@commits
def forgotten(given: dict[str, str]) -> None:
    """Mails a link to choose a new password, if the address has an account; tells nobody."""
    invitations.invite_again(db.session(), given["email"], things(), settings().base_url)


@blueprint.post("/invitations/accept")
@open_to_everyone
@few_wrong
@blueprint.arguments(AcceptIn)
@blueprint.response(200, TokensOut)
@commits
def accept(given: dict[str, str]) -> dict[str, Any]:
    """Chooses a password by the link of an invitation, and signs in."""
    token, password = given.pop("token"), given.pop("password")
    tokens = invitations.accept(db.session(), token, password, given, things())
    if tokens is None:
        raise Problem(404, "invitation-over")
    return _shown(tokens)


def _shown(tokens: Tokens) -> dict[str, Any]:
    return {
        "access_token": tokens.access_token,
        "refresh_token": tokens.refresh_token,
        "expires_in": tokens.expires_in,
        "person": account(tokens.person),
    }
