"""Releases of a set, the diff of each, and the second look before one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_smorest import Blueprint

from scheduler.turns import Effect
from server.console_api import places
from server.console_api.refusals import answer_refusals
from server.console_api.release_schemas import (
    AskLookIn,
    ChosenEffectsIn,
    LookAnswerIn,
    ReleaseDiffOut,
    ReleaseIn,
    ReleaseOut,
    ReleasePageOut,
    SecondLookOut,
    SecondLookPageOut,
    SetDiffOut,
)
from server.console_api.schemas import PageQuery
from server.store import releases, second_looks
from server.store.database import db
from server.store.people import Role
from server.store.releases import Release
from server.store.second_looks import SecondLook
from server.teaching import look_mails, release_plan, second_look
from server.teaching.changes import Change
from server.teaching.choose_effects import choose_effects
from server.teaching.release import release
from server.teaching.sets import the_set
from server.web.commit import commits
from server.web.paging import PAGE, page, seal
from server.web.sign_in import me, open_to
from server.web.world import settings, things

blueprint = Blueprint("releases", __name__, url_prefix="/api/v1", description="Releases")
answer_refusals(blueprint)
authors = open_to(Role.TRAINER, Role.ADMIN)

CHANGES_A_PAGE = 200


@blueprint.get("/card-sets/<int:card_set_id>/changes")
@authors
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, SetDiffOut)
def changes(query: dict[str, str], card_set_id: int) -> dict[str, Any]:
    """What the next release would change, with a proposal for memory of each changed card."""
    plan = release_plan.plan(db.session(), me(), card_set_id, things().clock.now())
    found = plan.found
    return {
        **_page_of(found.changes, query),
        "counts": {name: len(getattr(found.difference, name)) for name in _GROUPS},
        "reordered": found.difference.reordered,
        "text_hash": found.text_hash,
        "min_group_size": me().organisation.min_group_size,
        **{name: getattr(plan, name) for name in _OF_PLAN},
    }


@blueprint.put("/card-sets/<int:card_set_id>/effects")
@authors
@blueprint.arguments(ChosenEffectsIn)
@blueprint.response(204)
@commits
def choose(given: dict[str, Any], card_set_id: int) -> None:
    """Keeps what the next release does to memory of these cards; the others stay as they are."""
    now = things().clock.now()
    choose_effects(db.session(), me(), card_set_id, _effects(given), now)


@blueprint.get("/card-sets/<int:card_set_id>/releases")
@authors
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, ReleasePageOut)
def listed(query: dict[str, str], card_set_id: int) -> dict[str, Any]:
    """Releases, newest first."""
    the_set(db.session(), card_set_id)
    before = places.number(query["cursor"])
    rows = releases.releases_of(db.session(), card_set_id, before=before, limit=PAGE + 1)
    return page(rows, lambda one: one.number)


@blueprint.post("/card-sets/<int:card_set_id>/releases")
@authors
@blueprint.arguments(ReleaseIn)
@blueprint.response(201, ReleaseOut)
@commits
def make(given: dict[str, Any], card_set_id: int) -> Release:
    """Shows learners the set as it stands now."""
    now = things().clock.now()
    return release(db.session(), me(), card_set_id, given["note"], now, effects=_effects(given))


@blueprint.get("/card-sets/<int:card_set_id>/releases/<int:number>/changes")
@authors
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, ReleaseDiffOut)
def past_changes(query: dict[str, str], card_set_id: int, number: int) -> dict[str, Any]:
    """What a release changed, and what it did to memory."""
    made, found = release_plan.past(db.session(), card_set_id, number)
    return {**_page_of(found, query), "release": made}


@blueprint.get("/card-sets/<int:card_set_id>/looks")
@authors
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, SecondLookPageOut)
def looks(query: dict[str, str], card_set_id: int) -> dict[str, Any]:
    """Second looks, newest first."""
    the_set(db.session(), card_set_id)
    before = places.number(query["cursor"])
    rows = second_looks.looks_of(db.session(), card_set_id, before=before, limit=PAGE + 1)
    return page(rows, lambda one: one.id)


@blueprint.post("/card-sets/<int:card_set_id>/looks")
@authors
@blueprint.arguments(AskLookIn)
@blueprint.response(201, SecondLookOut)
@commits
def ask(given: dict[str, str], card_set_id: int) -> SecondLook:
    """Asks somebody else to read what changed."""
    now = things().clock.now()
    look = second_look.ask(db.session(), me(), card_set_id, given["note"], now)
    look_mails.tell_readers(db.session(), look, now, settings().base_url)
    return look


@blueprint.post("/card-sets/<int:card_set_id>/looks/<int:look_id>/approve")
@authors
@blueprint.arguments(LookAnswerIn)
@blueprint.response(200, SecondLookOut)
@commits
def approve(given: dict[str, Any], card_set_id: int, look_id: int) -> SecondLook:
    """The second reader agrees with the text that was read."""
    return _answer(card_set_id, look_id, second_look.Answer(approves=True, **given))


@blueprint.post("/card-sets/<int:card_set_id>/looks/<int:look_id>/send-back")
@authors
@blueprint.arguments(LookAnswerIn)
@blueprint.response(200, SecondLookOut)
@commits
def send_back(given: dict[str, Any], card_set_id: int, look_id: int) -> SecondLook:
    """The second reader wants something else, and says what."""
    return _answer(card_set_id, look_id, second_look.Answer(approves=False, **given))


_GROUPS = ("changed", "removed", "added")
_OF_PLAN = ("state", "second_reader", "second_look", "may_read", "nudged_a_day")


def _effects(given: dict[str, Any]) -> dict[int, Effect]:
    return {card_id: Effect(chosen) for card_id, chosen in given["effects"].items()}


def _answer(card_set_id: int, look_id: int, given: second_look.Answer) -> SecondLook:
    now = things().clock.now()
    look = second_look.answer(db.session(), me(), card_set_id, look_id, given, now=now)
    look_mails.tell_asker(db.session(), look, now, settings().base_url)
    return look


def _page_of(changes: Sequence[Change], query: dict[str, str]) -> dict[str, Any]:
    """A page of a diff; the cursor counts, as a diff has no other order that lasts."""
    first = places.number(query["cursor"]) or 0
    last = first + CHANGES_A_PAGE
    floor = me().organisation.min_group_size
    return {
        "items": release_plan.shown(db.session(), changes[first:last], floor),
        "next": seal(last) if last < len(changes) else None,
    }
