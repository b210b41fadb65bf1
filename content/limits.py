"""How long and how many: the limits that every card keeps, wherever it comes from.

Lengths are in characters. They are wide enough for real material and tight enough that a card
stays fit for a phone, a table row and one request.
"""

from typing import Final

PROMPT: Final = 2_000
ANSWER: Final = 2_000
EXPLANATION: Final = 4_000
SOURCE: Final = 500
CHOICE: Final = 500
ACCEPTED: Final = 200

CHOICES: Final = 12
"""Most choices, order items or match pairs of one card."""
ACCEPTED_ANSWERS: Final = 20
GAPS: Final = 12
MEDIA: Final = 4
"""Most pictures, sounds and films of one face: more do not fit on a phone."""
ALT: Final = 500
ENDLESS: Final = 10**12
"""Beyond any size in bytes or pixels that is meant."""

KEY: Final = 200
TOPIC: Final = 200
TAG: Final = 60
TAGS: Final = 20
