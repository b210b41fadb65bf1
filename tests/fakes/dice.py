"""Dice that count, so that a test knows what was thrown."""

from __future__ import annotations


class CountingDice:
    def __init__(self) -> None:
        self.thrown = 0

    def token(self) -> str:
        self.thrown += 1
        return self.latest

    @property
    def latest(self) -> str:
        return f"token-{self.thrown:032}"
