"""Saying that a card is wrong, or how it could be better, and hearing what came of it."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from mobile_api.care_schemas import (
    ContributionPageOut,
    ContributionsQuery,
    FlagIn,
    MadeOut,
    ProposalIn,
    SuggestionIn,
)
from server.practice import care
from server.practice.care import Handed
from server.store import contributions, curators
from server.store.care import Contribution
from server.store.database import db
from server.web.commit import commits
from server.web.errors import not_found
from server.web.paging import PAGE, page, unseal
from server.web.sign_in import caller, open_to_all_people
from server.web.world import things

blueprint = Blueprint("care", __name__, url_prefix="/api/v1", description="Care for cards")


@blueprint.post("/cards/<int:card_id>/flags")
@open_to_all_people
@blueprint.arguments(FlagIn)
@blueprint.response(201, MadeOut)
@commits
def flag(given: dict[str, Any], card_id: int) -> Contribution:
    """Reports a problem on a card."""
    reason, handed = given["own"]["reason"], given["handed"]
    return _there(care.flag(db.session(), caller(), card_id, reason, handed))


@blueprint.post("/cards/<int:card_id>/suggestions")
@open_to_all_people
@blueprint.arguments(SuggestionIn)
@blueprint.response(201, MadeOut)
@commits
def suggest(given: dict[str, Any], card_id: int) -> Contribution:
    """Proposes a better text, and may report what is wrong with the present one in the same go."""
    own, handed = given["own"], given["handed"]
    what = {"reason": own.pop("reason"), "variant_id": own.pop("variant_id")}
    return _there(
        care.suggest(db.session(), caller(), card_id, **what, proposal=own, handed=handed)
    )


@blueprint.post("/proposals")
@open_to_all_people
@blueprint.arguments(ProposalIn)
@blueprint.response(201, MadeOut)
@commits
def propose(given: dict[str, Any]) -> Contribution:
    """Proposes a new card for a set."""
    own = given["own"]
    card_set_id, topic = own.pop("card_set_id"), own.pop("topic")
    handed: Handed = given["handed"]
    made = care.propose(
        db.session(), caller(), card_set_id, topic=topic, proposal=own, handed=handed
    )
    return _there(made)


@blueprint.get("/me/contributions")
@open_to_all_people
@blueprint.arguments(ContributionsQuery, location="query")
@blueprint.response(200, ContributionPageOut)
def mine(query: dict[str, str]) -> dict[str, Any]:
    """What the person handed in, newest first, with what became of it."""
    session, person_id = db.session(), caller().id
    before = unseal(query["cursor"], int)
    rows = contributions.of_person(session, person_id, before=before, limit=PAGE + 1)
    return {
        **page(rows, lambda one: one.id),
        "unseen": contributions.unseen(session, person_id),
        "curates": bool(curators.of_person(session, person_id)),
    }


@blueprint.post("/me/contributions/seen")
@open_to_all_people
@blueprint.response(204)
@commits
def seen() -> None:
    """The person has read the answers."""
    contributions.mark_seen(db.session(), caller().id, things().clock.now())


def _there(made: Contribution | None) -> Contribution:
    if made is None:
        raise not_found()
    return made
