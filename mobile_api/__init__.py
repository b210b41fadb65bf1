"""The learner's door: JSON for the phone app."""

from mobile_api import care, changes, devices, me, media, pauses, reviews, search, session, sign_in

BLUEPRINTS = tuple(
    module.blueprint
    for module in (sign_in, me, pauses, session, reviews, changes, media, search, care, devices)
)
