"""Unguessable tokens from the operating system."""

from __future__ import annotations

import secrets

TOKEN_BYTES = 32


class SystemDice:
    """Dice that nobody can load."""

    def token(self) -> str:
        """256 random bits as URL-safe text."""
        return secrets.token_urlsafe(TOKEN_BYTES)
