"""Answers as a phone would send them, right or wrong on purpose."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

DO_NOT_KNOW = "?"


def right_reply(face: Mapping[str, Any]) -> Any:
    """The answer that earns everything on a face in wire form; not for a self-graded one."""
    match face["kind"]:
        case "choice":
            return face["correct"][0]
        case "multiple_choice" | "true_false":
            return face["correct"]
        case "typed":
            return face["accepted"][0]
        case "cloze":
            return [accepted[0] for accepted in face["gaps"]]
        case "order":
            return list(range(len(face["items"])))
        case "match":
            return list(range(len(face["left"])))
    raise ValueError(f"no reply to a card of kind {face['kind']!r}")


def wrong_reply(face: Mapping[str, Any], dice: Random) -> Any:
    """An answer that does not earn everything: a wrong pick, a swap, or not knowing."""
    right = right_reply(face)
    match face["kind"]:
        case "choice":
            return dice.choice([i for i in range(len(face["choices"])) if i != right])
        case "multiple_choice":
            return _one_pick_wrong(face, dice)
        case "true_false":
            return not right
        case "typed":
            return DO_NOT_KNOW
        case "cloze":
            return [DO_NOT_KNOW] * len(right)
        case _:
            return _two_swapped(right, dice)


def luck(face: Mapping[str, Any]) -> float:
    """The chance, 0 to 1, that a guess is right."""
    match face["kind"]:
        case "choice":
            return 1 / len(face["choices"])
        case "true_false":
            return 0.5
    return 0.0


def _one_pick_wrong(face: Mapping[str, Any], dice: Random) -> list[int]:
    right: list[int] = face["correct"]
    missed = dice.choice(right)
    others = [i for i in range(len(face["choices"])) if i not in right]
    return sorted([i for i in right if i != missed] + others[:1])


def _two_swapped(right: list[int], dice: Random) -> list[int]:
    swapped = list(right)
    first, second = dice.sample(range(len(right)), 2)
    swapped[first], swapped[second] = swapped[second], swapped[first]
    return swapped
