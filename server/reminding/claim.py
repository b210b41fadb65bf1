"""The claim of a letter, by which one worker at a time handles it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Claim:
    """A letter that one worker holds. `attempt` numbers the claim: only it may close the row."""

    message_id: int
    attempt: int
    organisation_id: int
    expires_at: datetime
