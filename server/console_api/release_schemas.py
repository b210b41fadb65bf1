"""Shapes of releases, their diffs and second looks."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from scheduler.turns import Effect
from server.console_api.edit_schemas import MOST_AT_ONCE, cards_field
from server.console_api.schemas import OwnerOut, day_field, face_field
from server.store.second_looks import LookState
from server.teaching.changes import ADDED, CHANGED, REMOVED
from server.teaching.release_plan import STATES
from server.web.fields import MOST, In, Moment, id_field, text_field

EFFECTS = [effect.value for effect in Effect]
MOST_REMARKS = 1000


class ReleaseIn(In):
    """What changed, in the author's words, and what happens to memory of changed cards by id.

    Memory of a card that is not named is kept, unless another effect was chosen for it before.
    """

    note = text_field(2000, shortest=0, load_default="")
    effects = fields.Dict(
        keys=fields.Integer(),
        values=fields.String(validate=validate.OneOf(EFFECTS)),
        load_default=dict,
    )


class ChosenEffectsIn(In):
    """What is chosen to happen to memory of these changed cards, by id."""

    effects = fields.Dict(
        keys=fields.Integer(validate=validate.Range(1, MOST)),
        values=fields.String(validate=validate.OneOf(EFFECTS)),
        required=True,
        validate=validate.Length(1, MOST_AT_ONCE),
    )


class ReleaseOut(Schema):
    """A release, and what it brought against the one before."""

    number = fields.Integer()
    released_at = Moment()
    released_by = fields.Nested(OwnerOut)
    note = fields.String()
    cards = fields.Integer()
    added = fields.Integer()
    changed = fields.Integer()
    removed = fields.Integer()


class ReleasePageOut(Schema):
    """A page of releases, newest first."""

    items = fields.List(fields.Nested(ReleaseOut))
    next = fields.String(allow_none=True)


class CardTextOut(Schema):
    """A card as it reads, all wordings, its own first."""

    topic = fields.String()
    tags = fields.List(fields.String())
    faces = fields.List(face_field())
    valid_until = fields.Date(allow_none=True)


class ChosenEffectOut(Schema):
    """What an author chose instead of what is proposed."""

    effect = fields.String(validate=validate.OneOf(EFFECTS))
    by = fields.Nested(OwnerOut, attribute="chosen_by")


class CardChangeOut(Schema):
    """One card of a diff. `effect` is null where nobody can have a memory of another text.

    `effect` is what is proposed, or what a release that was made did; `chosen` goes before it.
    `learners` know the card; suppressed where they are fewer than the minimum group size.
    """

    card_id = fields.Integer(attribute="change.card_id")
    status = fields.String(
        attribute="change.status", validate=validate.OneOf([CHANGED, REMOVED, ADDED])
    )
    before = fields.Nested(CardTextOut, attribute="change.before", allow_none=True)
    after = fields.Nested(CardTextOut, attribute="change.after", allow_none=True)
    effect = fields.Enum(Effect, by_value=True, attribute="change.effect", allow_none=True)
    chosen = fields.Nested(ChosenEffectOut, attribute="change.choice", allow_none=True)
    learners = fields.Integer(attribute="learners.n", allow_none=True)
    suppressed = fields.Boolean(attribute="learners.suppressed")


class RemarkOut(Schema):
    """What the second reader says about a card."""

    card_id = fields.Integer()
    remark = fields.String()


class SecondLookOut(Schema):
    """A time that a second look was asked for, and what came of it."""

    id = fields.Integer()
    state = fields.String(validate=validate.OneOf([state.value for state in LookState]))
    note = fields.String()
    asked_by = fields.Nested(OwnerOut)
    asked_at = Moment()
    reader = fields.Nested(OwnerOut, allow_none=True)
    answered_at = Moment(allow_none=True)
    remark = fields.String()
    remarks = fields.List(fields.Nested(RemarkOut))


class SecondLookPageOut(Schema):
    """A page of second looks, newest first."""

    items = fields.List(fields.Nested(SecondLookOut))
    next = fields.String(allow_none=True)


class DiffCountsOut(Schema):
    """How many cards are in each group of a diff."""

    changed = fields.Integer()
    removed = fields.Integer()
    added = fields.Integer()


class SetDiffOut(Schema):
    """What the next release would change, with what is proposed to happen to memory.

    `text_hash` stands for the text that was read; `nudged_a_day` is how many nudged cards are
    asked again on one day; `may_read` says whether the one who asks may be the second reader.
    """

    items = fields.List(fields.Nested(CardChangeOut))
    next = fields.String(allow_none=True)
    counts = fields.Nested(DiffCountsOut)
    reordered = fields.Boolean()
    text_hash = fields.String()
    state = fields.String(validate=validate.OneOf(STATES))
    second_reader = fields.Boolean()
    second_look = fields.Nested(SecondLookOut, allow_none=True)
    may_read = fields.Boolean()
    nudged_a_day = fields.Integer()
    min_group_size = fields.Integer()


class ReleaseDiffOut(Schema):
    """What a release changed."""

    items = fields.List(fields.Nested(CardChangeOut))
    next = fields.String(allow_none=True)
    release = fields.Nested(ReleaseOut)


class AskLookIn(In):
    """What the second reader should know."""

    note = text_field(2000, shortest=0, load_default="")


class RemarkIn(In):
    """What is wrong with a card."""

    card_id = id_field(required=True)
    remark = text_field(2000, required=True)


class LookAnswerIn(In):
    """What the second reader says of the text with this hash."""

    text_hash = text_field(64, required=True)
    remark = text_field(2000, shortest=0, load_default="")
    remarks = fields.List(
        fields.Nested(RemarkIn), load_default=list, validate=validate.Length(max=MOST_REMARKS)
    )


class ValidUntilIn(In):
    """The last day on which these cards are asked; null for no such day."""

    card_ids = cards_field()
    valid_until = day_field(required=True, allow_none=True)


class ValidUntilOut(Schema):
    """How many cards changed."""

    changed = fields.Integer()
