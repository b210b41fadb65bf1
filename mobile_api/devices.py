"""Opting in to push, per device."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask_smorest import Blueprint

from mobile_api.device_schemas import ADDRESS_FIELDS, DeviceIn, PushOut
from server.people.devices import register
from server.reminding.plan_reminders import reconsider
from server.store import devices
from server.store.database import db
from server.web.commit import commits
from server.web.errors import wrong_field
from server.web.sign_in import caller, me, open_to_all_people
from server.web.world import things

blueprint = Blueprint("devices", __name__, url_prefix="/api/v1", description="Push")


@blueprint.put("/devices/<uuid:device_id>")
@open_to_all_people
@blueprint.arguments(DeviceIn)
@blueprint.response(204)
@commits
def put(given: dict[str, Any], device_id: UUID) -> None:
    """Sends messages to this device or webhook from now on."""
    channel, now = given["channel"], things().clock.now()
    field = ADDRESS_FIELDS[channel]
    address = given[field] if field == "subscription" else {field: given[field]}
    sender = things().push.get(channel)
    place = sender.place(address) if sender else None
    if place is None:
        raise wrong_field(field, f"device-not-{channel}")
    register(db.session(), me(), device_id, channel=channel, address=address, place=place, now=now)
    reconsider(db.session(), me(), now)


@blueprint.delete("/devices/<uuid:device_id>")
@open_to_all_people
@blueprint.response(204)
@commits
def delete(device_id: UUID) -> None:
    """Sends none any more."""
    devices.remove(db.session(), caller().id, device_id)


@blueprint.get("/push")
@open_to_all_people
@blueprint.response(200, PushOut)
def show() -> dict[str, Any]:
    """What a browser needs to subscribe."""
    return {"vapid_public_key": things().vapid_public_key, "fcm": None}
