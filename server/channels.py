"""Through what people are reached: the names of the channels, in the order of trying."""

from __future__ import annotations

from typing import Final

MAIL: Final = "mail"
WEBHOOKS: Final = ("teams", "slack")
"""Those whose address a learner pastes in."""
ORDER: Final = ("fcm", "web_push", *WEBHOOKS, MAIL)
