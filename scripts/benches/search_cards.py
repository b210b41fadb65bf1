"""Ten thousand cards that speak as real ones do, in other words."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from random import Random
from typing import Final

from content.search.words import plain_words
from scripts.benches.firm import SEED
from server.demo.courses import SETS

COMMON: Final = "werkwijze"
"""Stands in nearly every card."""
COMMON_SHARE = 0.95
COMPOUND_SHARE = 0.08
SHORTEST_HALF = 5


def table(cards: int, turn: int) -> bytes:
    """A table of cards whose words come as often as in the demo's sets, some of them joined."""
    dice = Random(SEED + turn)
    said = [word for text in _texts() for word in plain_words(text)]
    halves = sorted({word for word in said if len(word) >= SHORTEST_HALF})

    def sentence(fewest: int, most: int) -> str:
        return " ".join(_words(dice, said, halves, dice.randint(fewest, most)))

    text = StringIO()
    out = csv.writer(text)
    out.writerow(["key", "prompt", "answer", "explanation", "topic"])
    for number in range(cards):
        common = f" {COMMON}" if dice.random() < COMMON_SHARE else ""
        out.writerow(
            [f"k{number}", f"{sentence(6, 12)}?", sentence(2, 8), sentence(8, 25) + common,
             f"Onderwerp {number % 40}"]
        )  # fmt: skip
    return text.getvalue().encode()


def _words(dice: Random, said: Sequence[str], halves: Sequence[str], many: int) -> Iterator[str]:
    for _ in range(many):
        joined = dice.random() < COMPOUND_SHARE
        yield dice.choice(halves) + dice.choice(halves) if joined else dice.choice(said)


def _texts() -> Iterator[str]:
    for file in sorted(SETS.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                yield from (row["prompt"], row["answer"], row["choices"], row["explanation"])
