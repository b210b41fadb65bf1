"""What could be better in the cards of a set."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from content.lint.finding import Finding
from server.console_api.lint_schemas import LintIn, LintOut
from server.console_api.refusals import answer_refusals
from server.store.database import db
from server.store.people import Role
from server.teaching.lint_set import lint
from server.texts import text
from server.web.commit import commits
from server.web.language import language
from server.web.sign_in import open_to

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
    found = lint(db.session(), card_set_id, given["face"], given["variants"])
    return {"findings": [{"variant": one.variant, **said(one.finding)} for one in found]}


def said(finding: Finding) -> dict[str, Any]:
    """A finding in the reader's language."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "field": finding.field,
        "message": text(f"lint-{finding.code}", language(), **finding.values),
        "remedy": text(f"lint-{finding.code}-remedy", language(), **finding.values),
    }
