"""What could be better in the cards of a set."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from content.lint.finding import Finding
from server.console_api.health_schemas import (
    DismissalIn,
    DismissalOut,
    HealthOut,
    HealthQuery,
    KnownCardsOut,
)
from server.console_api.lint_schemas import LintIn, LintOut
from server.console_api.refusals import answer_refusals
from server.store.database import db
from server.store.dismissals import Dismissal
from server.store.people import Role
from server.teaching import dismiss as dismissing
from server.teaching.first_sight import CODE, known
from server.teaching.lint_set import lint
from server.teaching.resembling_cards import NEAR_DUPLICATE
from server.teaching.set_health import CardFinding, health
from server.texts import text
from server.web.commit import commits
from server.web.language import language
from server.web.sign_in import me, open_to
from server.web.world import things

SHOWN = 500
"""Most findings in one answer; who has more of them filters, or mends some first."""

blueprint = Blueprint("lint", __name__, url_prefix="/api/v1", description="Better cards")
answer_refusals(blueprint)
authors = open_to(Role.TRAINER, Role.ADMIN)


@blueprint.post("/card-sets/<int:card_set_id>/lint")
@authors
@blueprint.arguments(LintIn)
@blueprint.response(200, LintOut)
@commits
def look_at(given: dict[str, Any], card_set_id: int) -> dict[str, Any]:
    """Looks at a card while it is written; keeps nothing."""
    found = lint(db.session(), card_set_id, **given)
    return {"findings": [{"variant": one.variant, **_said(one.finding)} for one in found]}


@blueprint.get("/card-sets/<int:card_set_id>/health")
@authors
@blueprint.arguments(HealthQuery, location="query")
@blueprint.response(200, HealthOut)
def show_health(query: dict[str, str], card_set_id: int) -> dict[str, Any]:
    """What to look at in all cards of the set; counts are of all findings, filtered or not."""
    told = health(db.session(), card_set_id)
    asked = [one for one in told.found if _matches(one.finding, query)]
    return {
        "cards": told.cards,
        "counts": told.by_severity,
        "codes": [
            {"code": code, "name": text(f"lint-{code}-name", language()), "count": count}
            for code, count in told.by_code.items()
        ],
        "languages": told.languages,
        "findings": [_about_card(one) for one in asked[:SHOWN]],
        "more": max(0, len(asked) - SHOWN),
        "dismissed": [
            {**_about_card(one), "dismissal": dismissal}
            for one, dismissal in told.dismissed[:SHOWN]
        ],
    }


@blueprint.get("/card-sets/<int:card_set_id>/health/known")
@authors
@blueprint.response(200, KnownCardsOut)
def show_known(card_set_id: int) -> dict[str, Any]:
    """Cards that everybody knows at first sight, to take out or to leave as they are."""
    found = known(db.session(), card_set_id, me().organisation.min_group_size)
    return {
        "code": CODE,
        "items": [
            {
                "card_id": one.card.id,
                "prompt": one.card.face["prompt"],
                "learners": one.figure.n,
                "right_rate": one.figure.recall_rate,
                "low": one.figure.low,
                "high": one.figure.high,
            }
            for one in found
        ],
    }


@blueprint.post("/card-sets/<int:card_set_id>/health/dismissals")
@authors
@blueprint.arguments(DismissalIn)
@blueprint.response(201, DismissalOut)
@commits
def dismiss(given: dict[str, Any], card_set_id: int) -> Dismissal:
    """Leaves a finding as it is, until that text changes."""
    now = things().clock.now()
    return dismissing.dismiss(db.session(), me(), card_set_id, **given, now=now)


@blueprint.delete("/card-sets/<int:card_set_id>/health/dismissals/<int:dismissal_id>")
@authors
@blueprint.response(204)
@commits
def take_back(card_set_id: int, dismissal_id: int) -> None:
    """Opens the finding again."""
    dismissing.take_back(db.session(), card_set_id, dismissal_id)


def _matches(finding: Finding, query: dict[str, str]) -> bool:
    return query["severity"] in {"", finding.severity} and query["code"] in {"", finding.code}


def _about_card(one: CardFinding) -> dict[str, Any]:
    where = {"card_id": one.card.id, "variant_id": one.variant_id, "prompt": one.prompt}
    return {**where, **_said(one.finding)}


def _said(finding: Finding) -> dict[str, Any]:
    """A finding in the reader's language."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "field": finding.field,
        "message": text(f"lint-{finding.code}", language(), **finding.values),
        "remedy": text(f"lint-{finding.code}-remedy", language(), **finding.values),
        "other": finding.values if finding.code == NEAR_DUPLICATE else None,
    }
