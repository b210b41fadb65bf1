"""Shapes of an upload and its report."""

from __future__ import annotations

from flask_smorest.fields import Upload
from marshmallow import Schema, fields, validate

from server.console_api.schemas import OwnerOut, face_field
from server.progress import Stage
from server.store.imports import State
from server.web.fields import Moment, Query, text_field


class ImportQuery(Query):
    """How to go about it."""

    dry_run = fields.Boolean(load_default=False)
    partial_ = fields.Boolean(load_default=False, data_key="partial", attribute="partial")
    background = fields.Boolean(load_default=False)


class ApplyQuery(Query):
    """What to write of a file that was looked at."""

    partial_ = fields.Boolean(load_default=False, data_key="partial", attribute="partial")


class UploadIn(Query):
    """The file."""

    file = Upload(required=True)


class EncodingIn(Query):
    """How the letters of a text file are written, when we guessed wrong."""

    encoding = text_field(40, shortest=0, load_default="")


class RowProblemOut(Schema):
    """What is wrong, and where."""

    where = fields.String()
    message = fields.String()
    row = fields.Integer(allow_none=True)
    column = fields.String(allow_none=True)


class RowNoteOut(Schema):
    """Something worth knowing, and where."""

    where = fields.String()
    message = fields.String()


class PreviewRowOut(Schema):
    """What becomes of a row."""

    row = fields.Integer()
    status = fields.String(validate=validate.OneOf(["created", "updated", "unchanged"]))
    topic = fields.String()
    face = face_field()
    before = face_field(allow_none=True)


class ImportOut(Schema):
    """What an import did; with `dry_run` what it would do. The first 50 rows are shown."""

    created = fields.Integer()
    updated = fields.Integer()
    unchanged = fields.Integer()
    skipped = fields.Integer()
    problems = fields.List(fields.Nested(RowProblemOut))
    notes = fields.List(fields.Nested(RowNoteOut))
    dry_run = fields.Boolean()
    preview = fields.List(fields.Nested(PreviewRowOut))


class ImportListedOut(Schema):
    """Where an import by a worker stands, and until it is over what is being done for it.

    `done` of `of` things of the `stage` are done: rows or notes that are read, files that are
    made fit, rows that are laid beside the set or written. `of` is null where only the end will
    tell. `waits_for` is who keeps it waiting with another file for the same set.
    """

    id = fields.Integer()
    card_set_id = fields.Integer()
    file_name = fields.String()
    size = fields.Integer()
    dry_run = fields.Boolean()
    partial_ = fields.Boolean(data_key="partial", attribute="partial")
    state = fields.String(validate=validate.OneOf([one.value for one in State]))
    stage = fields.String(validate=validate.OneOf([one.value for one in Stage]), allow_none=True)
    done = fields.Integer()
    of = fields.Integer(allow_none=True)
    person = fields.Nested(OwnerOut)
    waits_for = fields.Nested(OwnerOut, allow_none=True)
    created_at = Moment()
    finished_at = Moment(allow_none=True)


class ImportStateOut(ImportListedOut):
    """The same with its report, which comes with the end."""

    report = fields.Nested(ImportOut, allow_none=True)


class ImportsOut(Schema):
    """The latest imports of a set by workers, without their reports."""

    items = fields.List(fields.Nested(ImportListedOut))
