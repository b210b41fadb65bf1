"""Viktor of another firm knows every id of this one, and walks along every route with them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, cast

from fsrs.scheduler import DEFAULT_PARAMETERS
from sqlalchemy import Table, select

from content.files.file import Most
from content.files.ready import ready
from server.people import devices
from server.practice import care
from server.practice.care import Handed
from server.store import scope
from server.store.base import Base, OfOrganisation
from server.store.card_drafts import CardDraft
from server.store.card_sets import CardVariant
from server.store.card_versions import CardVersion
from server.store.curators import Curator
from server.store.devices import Device
from server.store.dismissals import Dismissal
from server.store.imports import Import
from server.store.parameter_sets import ParameterSet, State
from server.store.pauses import StoredPause
from server.store.people import Person, Role
from server.store.refresh_dates import RefreshDate
from server.store.search_requests import SearchRequest
from server.store.second_looks import SecondLook
from server.teaching.media import Keeper
from tests.mobile_api.uploads import review, send
from tests.server.firm import TODAY
from tests.server.practice.desk import review_id
from tests.server.web.routes import guarded
from tests.support import sets
from tests.support.media import picture
from tests.support.phone import Phone
from tests.support.town import Town

DEVICE = review_id("device")
MARK = "molenwerk"
# The phone makes the id of its device and keeps it when it changes hands, so these answer 204
# whosever the device was; tests/server/people/test_devices.py says what they do.
BY_PHONES = {"PUT /api/v1/devices/<uuid:device_id>", "DELETE /api/v1/devices/<uuid:device_id>"}


def furnish(town: Town) -> dict[str, object]:
    """Something of everything in Fatima's firm, all of it marked; gives the ids."""
    firm = town.firm
    card_set = firm.card_set(f"Set van {MARK}")
    cards = sets.every_kind(firm, card_set)
    for card in cards.values():
        card.face = {**card.face, "source": MARK}
    made = sets.release(firm, card_set)
    variant = firm.add(
        CardVariant(card_id=cards["recall"].id, key="v", face=cards["recall"].face, deleted_at=None)
    )
    version = firm.add(
        CardVersion(card_id=cards["recall"].id, version=1, face=cards["recall"].face,
                    variants=[{"variant_id": variant.id, **cards["recall"].face}],
                    topic=MARK, tags=[], edited_by_id=None, edited_at=None, begun_at=None)
    )  # fmt: skip
    look = firm.add(
        SecondLook(card_set_id=card_set.id, state="asked", note=MARK, asked_by_id=town.daan.id,
                   asked_at=town.world.clock.now(), text_hash="x", remark="", remarks=[])
    )  # fmt: skip
    title = f"Campagne van {MARK}"
    campaign = sets.campaign(firm, card_set, people=(town.fatima, town.marit), title=title)
    team = firm.team(f"Team van {MARK}")
    devices.register(
        firm.db, town.fatima, DEVICE, channel="fcm", address={"token": "t"},
        place="t", now=town.world.clock.now(),
    )  # fmt: skip
    curator = firm.add(Curator(person_id=town.fatima.id, topic=MARK))
    handed = Handed(town.world.clock.now(), note=MARK)
    flag = care.flag(firm.db, town.fatima, cards["typed"].id, "wrong", handed)
    assert flag is not None
    upload = Import(
        card_set_id=card_set.id, person_id=town.daan.id, file_name=MARK, size=1, sha="x",
        dry_run=False, partial=False, encoding="", created_at=town.world.clock.now(),
    )  # fmt: skip
    firm.add(upload)
    meant = firm.add(
        Dismissal(card_id=cards["recall"].id, code="no-source", wording="x", reason=MARK,
                  dismissed_by_id=town.daan.id, dismissed_at=town.world.clock.now())
    )  # fmt: skip
    draft = firm.add(
        CardDraft(card_set_id=card_set.id, file_name=MARK, place_kind="slide", place_number=1,
                  identity="x", face=cards["recall"].face, topic=MARK, quote=MARK, why="point",
                  origin="", state="open", created_at=town.world.clock.now())
    )  # fmt: skip
    helmet = ready(MARK, picture(), Most())
    Keeper(town.world.media, town.daan).keep(firm.db, [helmet], town.world.clock.now())
    request = firm.add(
        SearchRequest(uuid=review_id("request"), person_id=town.fatima.id, question=MARK,
                      words=MARK, note=MARK, asked_at=town.world.clock.now())
    )  # fmt: skip
    pause = firm.add(
        StoredPause(person_id=town.fatima.id, kind="leave", first_day=TODAY + timedelta(days=5),
                    last_day=TODAY + timedelta(days=9), created_at=town.world.clock.now())
    )  # fmt: skip
    dated = firm.add(
        RefreshDate(person_id=town.fatima.id, topic=MARK, before=TODAY + timedelta(days=30),
                    desired_recall=0.9, price=20.0, created_at=town.world.clock.now())
    )  # fmt: skip
    fitted = firm.add(
        ParameterSet(person_id=None, version=1, parameters=[*DEFAULT_PARAMETERS], n=5000,
                     evaluation={}, state=State.WAITING.value, made_at=town.world.clock.now())
    )  # fmt: skip
    send(town.phone(town.fatima), review("a", cards["recall"]))
    return {
        "card_set_id": card_set.id, "card_id": cards["recall"].id, "campaign_id": campaign.id,
        "person_id": town.fatima.id, "team_id": team.id, "review_id": review_id("a"),
        "device_id": DEVICE, "inbox_item_id": flag.item_id, "curator_id": curator.id,
        "import_id": upload.id, "number": made.number, "look_id": look.id,
        "file": helmet.file, "dismissal_id": meant.id, "variant_id": variant.id,
        "draft_id": draft.id,
        "version": version.version, "request_id": request.id,
        "pause_id": pause.id, "parameter_set_id": fitted.id, "date_id": dated.id,
    }  # fmt: skip


def everything(town: Town) -> dict[str, list[Any]]:
    """Every row of Fatima's firm."""
    found = {}
    for mapper in Base.registry.mappers:
        if issubclass(mapper.class_, OfOrganisation):
            rows = cast("Table", mapper.local_table)
            mine = rows.c.organisation_id == town.firm.organisation.id
            with scope.across_organisations(town.firm.db):
                found[rows.name] = sorted(map(str, town.firm.db.execute(select(rows).where(mine))))
    return found


def outsiders(town: Town) -> dict[str, Phone]:
    """A phone of each role in the other firm."""
    firm = town.elsewhere
    team, organisation = firm.team("Balie"), firm.organisation
    people: dict[str, Person] = {
        str(role): firm.person(f"Viktor{role}", role, team=team, organisation=organisation)
        for role in Role
    }
    return {role: town.phone(person) for role, person in people.items()}


def test_no_route_lets_an_id_of_another_firm_through(town: Town) -> None:
    ids = furnish(town)
    strangers = outsiders(town)
    before = everything(town)
    passed = []
    for route in guarded(town.app):
        if not route.ids or str(route) in BY_PHONES:
            continue
        for role in route.open_to:
            status = strangers[role].ask(route.method, route.path(ids), **route.body()).status_code
            if status != 404:
                passed.append(f"{route} for a {role}: {status}")
    assert passed == []
    assert everything(town) == before


def test_the_same_ids_are_there_for_those_whose_they_are(town: Town) -> None:
    ids = furnish(town)
    own = {
        str(role): town.phone(person)
        for role, person in zip(Role, (town.fatima, town.daan, town.marit, town.noor), strict=True)
    }
    # What is taken away is gone for the routes after it: those go last, the deepest first.
    for route in sorted(guarded(town.app), key=lambda r: (r.method == "DELETE", -len(r.ids))):
        if route.ids:
            statuses = {
                own[role].ask(route.method, route.path(ids), **route.body()).status_code
                for role in route.open_to
            }
            assert statuses - {404}, str(route)


def test_no_query_lets_an_id_of_another_firm_through(town: Town) -> None:
    ids = furnish(town)
    strangers = outsiders(town)
    spec = town.stranger().get("/openapi.json")
    walked = 0
    for route in guarded(town.app):
        operation = spec["paths"].get(route.rule.rule, {}).get(route.method.lower(), {})
        for parameter in operation.get("parameters", []):
            if parameter["in"] != "query" or not parameter["name"].endswith("_id"):
                continue
            walked += 1
            query = {parameter["name"]: ids[parameter["name"]]}
            for role in route.open_to:
                response = strangers[role].ask("GET", route.path({}), query_string=query)
                assert response.status_code == 404, (str(route), role)
    assert walked


def test_no_list_shows_anything_of_another_firm(town: Town) -> None:
    furnish(town)
    strangers = outsiders(town)
    for route in guarded(town.app):
        if route.method == "GET" and not route.ids:
            for role in route.open_to:
                text = strangers[role].ask("GET", route.path({})).get_data(as_text=True)
                assert MARK not in text.lower(), (str(route), role)


def test_fatimas_device_stays_hers_when_viktor_removes_it(town: Town) -> None:
    furnish(town)
    town.phone(town.viktor).ask("DELETE", f"/devices/{DEVICE}")
    assert [device.id for device in town.firm.db.query(Device)] == [DEVICE]
