"""Taking in files for cards from authors."""

from __future__ import annotations

from flask_smorest import Blueprint
from werkzeug.datastructures import FileStorage

from content.files.file import ReadyFile
from content.files.unfit import UnfitFile
from server.console_api.import_schemas import UploadIn
from server.console_api.media_schemas import MediaFileOut
from server.store.database import db
from server.store.media import MediaFile
from server.store.people import Role
from server.teaching.media import Keeper, the_file
from server.web.commit import commits
from server.web.errors import wrong_field
from server.web.sign_in import me, open_to
from server.web.world import things

blueprint = Blueprint("media_uploads", __name__, url_prefix="/api/v1", description="Files of cards")


@blueprint.post("/media")
@open_to(Role.TRAINER, Role.ADMIN)
@blueprint.arguments(UploadIn, location="files")
@blueprint.response(201, MediaFileOut)
@commits
def take_in(upload: dict[str, FileStorage]) -> MediaFile:
    """Keeps a picture, sound or film for cards, made fit; the same file twice is kept once."""
    author = me()
    # Making it fit may take seconds, in which SQLite would let nobody else write.
    db.session.commit()
    file = _ready(upload["file"])
    Keeper(things().media, author).keep(db.session(), [file], things().clock.now())
    return the_file(db.session(), file.file)


def _ready(file: FileStorage) -> ReadyFile:
    try:
        return things().files.ready(file.filename or "", file.stream.read())
    except UnfitFile as unfit:
        raise wrong_field("file", f"media-{unfit.code}", **unfit.values) from unfit
