"""Shapes of what learners hand in about cards."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, ValidationError, fields, post_load, validates_schema
from marshmallow.validate import OneOf

from server.practice.care import Handed
from server.web.fields import In, Moment, Query, id_field, text_field
from server.web.world import things

REASONS = ("wrong", "unclear", "outdated", "not_my_job")


class HandedIn(In):
    """What goes with everything that is handed in; `id` is made by the phone."""

    id = fields.UUID(load_default=None, allow_none=True)
    note = text_field(2000, shortest=0, load_default="")
    named = fields.Boolean(
        load_default=False, metadata={"description": "the name may be told, also on the card"}
    )

    @post_load
    def together(self, data: dict[str, Any], **_: object) -> dict[str, Any]:
        """Takes what all share apart from what each kind has of its own."""
        own = {name: value for name, value in data.items() if name not in {"id", "note", "named"}}
        handed = Handed(things().clock.now(), data["id"], data["note"], data["named"])
        return {"own": own, "handed": handed}


class FlagIn(HandedIn):
    """A problem on a card."""

    reason = fields.String(required=True, validate=OneOf(REASONS))


class SuggestionIn(HandedIn):
    """A better text for a card, or for one variant; `reason` is what is wrong with the old one."""

    variant_id = id_field(load_default=None, allow_none=True)
    reason = fields.String(load_default="", validate=OneOf(["", *REASONS]))
    prompt = text_field(2000)
    answer = text_field(2000)
    explanation = text_field(4000)

    @validates_schema
    def says_something(self, data: dict[str, Any], **_: object) -> None:
        """Refuses a proposal that proposes nothing."""
        if not any(data.get(name) for name in ("prompt", "answer", "explanation", "note")):
            raise ValidationError("field-required", "note")


class ProposalIn(HandedIn):
    """A new card: what it asks and what is right, in a set of the learner's."""

    card_set_id = id_field(required=True)
    topic = text_field(200, shortest=0, load_default="")
    prompt = text_field(2000, required=True)
    answer = text_field(2000, required=True)
    explanation = text_field(4000)


class MadeOut(Schema):
    """The id of what was made."""

    id = fields.Integer()


class ContributionsQuery(Query):
    """Where the page begins."""

    cursor = text_field(1000, shortest=0, load_default="")


class ContributionOut(Schema):
    """What the person handed in, and what became of it.

    `answer` is what the author said with the decision; `about` the question as it was then.
    """

    id = fields.Integer()
    kind = fields.String(validate=OneOf(["flag", "suggestion", "proposal"]))
    card_id = fields.Integer(allow_none=True)
    about = fields.String()
    reason = fields.String()
    note = fields.String()
    proposal = fields.Dict(keys=fields.String())
    created_at = Moment()
    state = fields.String(attribute="item.state", validate=OneOf(["open", "accepted", "declined"]))
    answer = fields.String(attribute="item.reason")
    decided_at = Moment(attribute="item.decided_at", allow_none=True)


class ContributionPageOut(Schema):
    """A page of the person's own, newest first, and how many answers wait to be seen.

    `curates` says that the person may open the inbox of the console for some cards.
    """

    items = fields.List(fields.Nested(ContributionOut))
    next = fields.String(allow_none=True)
    unseen = fields.Integer()
    curates = fields.Boolean()
