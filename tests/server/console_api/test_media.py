"""Files for cards: Daan attaches them, everybody in his firm sees them, and nobody else."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from sqlalchemy import func, select

from server.store.media import MediaFile
from tests.support.media import SECRET, huge_png, mp4, photograph, picture, svg, wav
from tests.support.phone import Phone, ok, refused
from tests.support.town import Town

HELMET = picture("PNG")


def attach(phone: Phone, data: bytes, name: str = "helm.png") -> Any:
    return phone.ask("POST", "/media", data={"file": (BytesIO(data), name)})


def get(phone: Phone, file: str, **headers: str) -> Any:
    return replace(phone, headers=headers).ask("GET", f"/media/{file}")


def test_a_picture_that_daan_attaches_is_seen_by_fatima(town: Town) -> None:
    file = ok(attach(town.phone(town.daan), HELMET))

    assert file == {
        "file": sha256(HELMET).hexdigest(), "type": "image/png", "bytes": len(HELMET),
        "width": 8, "height": 6, "seconds": None,
    }  # fmt: skip
    seen = get(town.phone(town.fatima), file["file"])
    assert (seen.status_code, seen.mimetype, seen.data) == (200, "image/png", HELMET)


def test_a_photograph_forgets_where_it_was_taken(town: Town) -> None:
    daan = town.phone(town.daan)
    file = ok(attach(daan, photograph()))["file"]

    assert SECRET not in get(daan, file).data


def test_a_file_is_sent_so_that_nothing_in_it_runs_and_caches_keep_it(town: Town) -> None:
    daan = town.phone(town.daan)
    file = ok(attach(daan, svg("<script>harm()</script>")))["file"]

    seen = get(daan, file)

    assert b"harm" not in seen.data
    assert "sandbox" in seen.headers["Content-Security-Policy"]
    assert seen.headers["Content-Disposition"].startswith("attachment")
    assert seen.headers["X-Content-Type-Options"] == "nosniff"
    assert seen.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert "Authorization" in seen.headers["Vary"]
    again = get(daan, file, **{"If-None-Match": seen.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_film_is_sent_in_parts(town: Town) -> None:
    daan = town.phone(town.daan)
    file = ok(attach(daan, mp4(), "film.mp4"))["file"]

    part = get(daan, file, Range="bytes=4-7")

    assert (part.status_code, part.data) == (206, b"ftyp")
    assert part.headers["Content-Range"] == f"bytes 4-7/{len(mp4())}"
    assert get(daan, file, Range="bytes=999999-").status_code == 416


def test_the_same_file_twice_is_kept_once(town: Town) -> None:
    daan = town.phone(town.daan)
    first = ok(attach(daan, HELMET))

    assert ok(attach(town.phone(town.noor), HELMET, "anders.png")) == first
    assert town.firm.db.scalar(select(func.count()).select_from(MediaFile)) == 1


def test_viktor_does_not_see_it_even_when_he_knows_its_name(town: Town) -> None:
    file = ok(attach(town.phone(town.daan), HELMET))["file"]
    viktor = town.phone(town.viktor)

    refused(get(viktor, file), 404)


def test_viktor_who_has_the_same_picture_keeps_his_own(town: Town) -> None:
    file = ok(attach(town.phone(town.daan), HELMET))["file"]
    boss = town.elsewhere.person("Victoria", "admin", organisation=town.elsewhere.organisation)
    assert ok(attach(town.phone(boss), HELMET))["file"] == file

    assert get(town.phone(town.viktor), file).status_code == 200


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "leeg"),
        (b"MZ\x90", "Dit soort bestand"),
        (HELMET[:40], "beschadigd"),
        (huge_png(60_000), "beeldpunten"),
        (svg("<g>" * 100_000), "niet veilig"),
    ],
)
def test_what_does_not_fit_on_a_card_is_refused_with_a_remedy(
    town: Town, data: bytes, said: str
) -> None:
    problem = refused(attach(town.phone(town.daan), data), 422)

    assert problem["errors"][0]["where"] == "file"
    assert said in problem["errors"][0]["message"]
    assert town.world.media.files == {}


@pytest.mark.parametrize("name", ["fatima", "marit"])
def test_who_makes_no_cards_attaches_nothing(town: Town, name: str) -> None:
    refused(attach(town.phone(getattr(town, name)), wav()), 403)


@pytest.mark.parametrize("name", ["0" * 64, "..%2f..%2fsecret_key", "x", "%00", "é" * 300])
def test_a_name_of_nothing_finds_nothing(town: Town, name: str) -> None:
    refused(get(town.phone(town.daan), name), 404)


def test_a_file_that_the_store_lost_is_not_found(town: Town) -> None:
    daan = town.phone(town.daan)
    file = ok(attach(daan, HELMET))["file"]
    town.world.media.files.clear()

    refused(get(daan, file), 404)


def test_a_form_without_a_file_is_refused(town: Town) -> None:
    form = {"data": {"other": "x"}, "content_type": "multipart/form-data"}

    refused(town.phone(town.daan).ask("POST", "/media", **form), 422)


def _card(daan: Phone, card_set_id: int, **media: Any) -> Any:
    face = {"kind": "recall", "language": "nl", "prompt": "Wat?", "answer": "Een helm"}
    shown = {"place": "prompt", "alt": "Een helm", "type": "image/png", "bytes": 1, **media}
    body = {"face": {**face, "media": [shown]}, "topic": "", "tags": []}
    return daan.ask("POST", f"/card-sets/{card_set_id}/cards", json=body)


def test_a_card_shows_a_file_with_what_is_known_of_it(town: Town) -> None:
    daan = town.phone(town.daan)
    file = ok(attach(daan, HELMET))
    card_set = daan.post("/card-sets", {"title": "Helmen", "language": "nl"})

    face = ok(_card(daan, card_set["id"], file=file["file"], bytes=7, width=9_999))["face"]

    assert face["media"] == [
        {
            "file": file["file"], "type": "image/png", "place": "prompt", "alt": "Een helm",
            "bytes": len(HELMET), "width": 8, "height": 6,
        }
    ]  # fmt: skip


def test_a_card_cannot_show_a_file_that_only_viktors_firm_has(town: Town) -> None:
    victoria = town.elsewhere.person("Victoria", "admin", organisation=town.elsewhere.organisation)
    file = ok(attach(town.phone(victoria), HELMET))["file"]
    daan = town.phone(town.daan)
    card_set = daan.post("/card-sets", {"title": "Helmen", "language": "nl"})

    problem = refused(_card(daan, card_set["id"], file=file), 422)

    assert problem["errors"][0]["where"] == "face.media"
