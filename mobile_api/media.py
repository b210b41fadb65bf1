"""Files of cards, for everybody who may see them."""

from __future__ import annotations

from io import BytesIO

from flask import Response, request, send_file
from flask_smorest import Blueprint

from server.store.database import db
from server.store.media import MediaFile, by_file
from server.web.errors import not_found
from server.web.sign_in import open_to_all_people
from server.web.world import things

YEAR = 365 * 24 * 3600
# Of a file that somebody opens by itself nothing may run, whatever got past the cleaning.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

blueprint = Blueprint("media", __name__, url_prefix="/api/v1", description="Files of cards")


@blueprint.get("/media/<file>")
@open_to_all_people
@blueprint.response(200, content_type="application/octet-stream")
@blueprint.alt_response(206, description="The part that `Range` asks for.")
def give(file: str) -> Response:
    """The bytes of a file that the organisation has; they never change under the same name."""
    about = by_file(db.session(), file)
    data = things().media.get(file) if about else None
    if about is None or data is None:
        raise not_found()
    return _kept_for_long(_sent(about, data))


def _sent(about: MediaFile, data: bytes) -> Response:
    ending = about.type.partition("/")[2].partition("+")[0]
    response = send_file(
        BytesIO(data),
        mimetype=about.type,
        as_attachment=True,
        download_name=f"{about.file}.{ending}",
        etag=about.file,
        conditional=False,
    )
    response.make_conditional(request, accept_ranges=True, complete_length=len(data))
    return response


def _kept_for_long(response: Response) -> Response:
    response.cache_control.no_cache = None
    response.cache_control.private = True
    response.cache_control.max_age = YEAR
    response.cache_control.immutable = True
    # On a shared phone the next person has another token, and so gets nothing out of the cache.
    response.vary.add("Authorization")
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
