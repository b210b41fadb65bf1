"""The learner's door: JSON for the phone app."""

from mobile_api import (
    care,
    changes,
    devices,
    me,
    media,
    pauses,
    receipts,
    refresh_dates,
    reminders,
    reviews,
    search,
    session,
    sign_in,
)

BLUEPRINTS = tuple(
    module.blueprint
    for module in (
        sign_in,
        me,
        pauses,
        refresh_dates,
        reminders,
        session,
        reviews,
        changes,
        media,
        search,
        care,
        devices,
        receipts,
    )
)
