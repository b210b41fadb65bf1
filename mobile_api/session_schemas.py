"""Shapes of practice: sessions, answers, what changed, searching, flags."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from server.web.fields import In, Moment, Query, id_field, text_field
from server.web.media_schemas import MediaOut

MOST_REVIEWS = 200


def budget_field() -> fields.Integer:
    """The most cards of the whole day."""
    return fields.Integer(metadata={"description": "cards of the whole day, 0 on a day off"})


class NextOut(Schema):
    """Days until the card comes back, per button."""

    again = fields.Integer()
    hard = fields.Integer()
    good = fields.Integer()
    easy = fields.Integer()


class FaceOut(Schema):
    """A wording. From `answer` on, each kind has its own members; `content.card` lists them.

    `correct` is a list of indexes, or for true_false a boolean.
    """

    variant_id = fields.Integer(allow_none=True)
    kind = fields.String()
    language = fields.String()
    prompt = fields.String()
    explanation = fields.String()
    source = fields.String()
    answer = fields.String()
    choices = fields.List(fields.String())
    correct = fields.Raw()
    accepted = fields.List(fields.String())
    gaps = fields.List(fields.List(fields.String()))
    items = fields.List(fields.String())
    left = fields.List(fields.String())
    right = fields.List(fields.String())
    credits = fields.List(fields.String())
    media = fields.List(fields.Nested(MediaOut))

    def get_attribute(self, obj: dict[str, Any], attr: str, default: Any) -> Any:
        """Members only: looking further, marshmallow takes the method `items` of a dict."""
        return obj.get(attr, default)


class GoalOut(Schema):
    """What is aimed at: a recall to hold, one to reach on a date, or fixed days after a date."""

    kind = fields.String(validate=validate.OneOf(["readiness", "deadline", "own_date", "booster"]))
    desired_recall = fields.Float(allow_none=True)
    on = fields.Date(allow_none=True)


class WhyOut(Schema):
    """What brought the card here; `correct_run` are study days in a row that went right.

    After `t` days recall is `(1 + (0.9 ** (-1 / decay) - 1) * t / stability) ** -decay`.
    """

    part = fields.String(validate=validate.OneOf(["campaign", "pre_test", "upkeep"]))
    last_on = fields.Date(allow_none=True)
    due_on = fields.Date(allow_none=True)
    reviews = fields.Integer()
    correct_run = fields.Integer()
    decay = fields.Float()
    goals = fields.List(fields.Nested(GoalOut))


class SessionCardOut(FaceOut):
    """A card to ask, in the wording unseen for longest; `faces` are all, in that order."""

    card_id = fields.Integer()
    card_set_id = fields.Integer()
    topic = fields.String()
    is_new = fields.Boolean()
    recall = fields.Float(allow_none=True)
    stability_days = fields.Float(allow_none=True)
    next = fields.Nested(NextOut)
    why = fields.Nested(WhyOut)
    faces = fields.List(fields.Nested(FaceOut))


class WeekDayOut(Schema):
    """A day of this week."""

    day = fields.Date()
    done = fields.Boolean()
    working_day = fields.Boolean()


class SessionOut(Schema):
    """What is for today."""

    study_day = fields.Date()
    turns_at = Moment()
    done_today = fields.Boolean()
    answered_today = fields.Integer()
    minutes = fields.Integer()
    seconds_per_card = fields.Float(
        metadata={"description": "how long a card takes the learner, by the latest answers"}
    )
    cards = fields.List(fields.Nested(SessionCardOut))
    next_date = fields.Date(allow_none=True)
    week = fields.List(fields.Nested(WeekDayOut))
    paused_until = fields.Date(allow_none=True)
    budget = budget_field()
    holiday = fields.String(
        allow_none=True, metadata={"description": "what the public holiday of today is called"}
    )
    trainer_line = fields.String(allow_none=True)


class DayOut(Schema):
    """A coming study day."""

    study_day = fields.Date()
    cards = fields.List(fields.Nested(SessionCardOut))
    budget = budget_field()


class AheadOut(Schema):
    """Today and the coming week."""

    days = fields.List(fields.Nested(DayOut))


class ReviewsIn(In):
    """A batch of answers. Each is checked alone, so that a bad one does not sink the others."""

    reviews = fields.List(
        fields.Raw(allow_none=True), required=True, validate=validate.Length(max=MOST_REVIEWS)
    )


class ReviewIn(In):
    """One answer."""

    id = fields.UUID(required=True)
    card_id = id_field(required=True)
    variant_id = id_field(allow_none=True, load_default=None)
    answer = fields.Raw(allow_none=True, load_default=None)
    rating = fields.Integer(
        allow_none=True, load_default=None, strict=True, validate=validate.Range(1, 4)
    )
    confidence = fields.String(
        allow_none=True, load_default=None, validate=validate.OneOf(["sure", "unsure"])
    )
    reviewed_at = Moment(required=True)
    took_ms = fields.Integer(load_default=0)


class MemoryOut(Schema):
    """Memory of a card: days until recall is 90 %, difficulty 1 to 10, and when it is due."""

    stability = fields.Float()
    difficulty = fields.Float()
    due_on = fields.Date()


class CardMemoryOut(Schema):
    """Memory of one card, with the chance of recall today.

    `retired`: it will be known to the end of its campaigns, and is asked no more. `rests_until`:
    the day on which a card that went wrong again and again comes back at the latest. The numbers
    are null where every answer to the card was taken back: it is new again.
    """

    card_id = fields.Integer()
    stability = fields.Float(allow_none=True)
    difficulty = fields.Float(allow_none=True)
    due_on = fields.Date(allow_none=True)
    recall = fields.Float(allow_none=True)
    retired = fields.Boolean()
    rests_until = fields.Date(allow_none=True)


class ResultOut(Schema):
    """What became of one answer; `id` is null where the item had none."""

    id = fields.String(allow_none=True)
    status = fields.String(validate=validate.OneOf(["recorded", "duplicate", "rejected"]))
    reason = fields.String()
    correct = fields.Boolean(allow_none=True)
    score = fields.Float(allow_none=True)
    rating = fields.Integer(allow_none=True)
    memory = fields.Nested(MemoryOut, allow_none=True)


class ResultsOut(Schema):
    """What became of a batch, in its order."""

    results = fields.List(fields.Nested(ResultOut))


class TakenBackOut(Schema):
    """The card after taking an answer back."""

    card_id = fields.Integer()
    memory = fields.Nested(MemoryOut, allow_none=True)


class ChangesQuery(Query):
    """Where the phone was."""

    since = text_field(100_000, shortest=0, load_default="")


class ChangedCardOut(Schema):
    """A card with all its wordings."""

    card_id = fields.Integer()
    card_set_id = fields.Integer()
    topic = fields.String()
    faces = fields.List(fields.Nested(FaceOut))


class ChangedCampaignOut(Schema):
    """A campaign of the learner."""

    id = fields.Integer()
    title = fields.String()
    course_title = fields.String()
    starts_on = fields.Date()
    ends_on = fields.Date()
    card_set_ids = fields.List(fields.Integer())


class TombstonesOut(Schema):
    """What the phone may forget."""

    card_ids = fields.List(fields.Integer())


class ChangesOut(Schema):
    """What differs from where the phone was."""

    cards = fields.List(fields.Nested(ChangedCardOut))
    memory = fields.List(fields.Nested(CardMemoryOut))
    campaigns = fields.List(fields.Nested(ChangedCampaignOut))
    tombstones = fields.Nested(TombstonesOut)
    next = fields.String()
    more = fields.Boolean()
