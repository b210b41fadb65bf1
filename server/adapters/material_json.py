"""What was read of course material as JSON and back, for the way out of the sandbox."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from content.card import from_json, to_json
from content.material.blocks import Passage, Place
from content.material.proposal import Proposal, Remark
from content.material.read import Material


def packed(material: Material) -> dict[str, Any]:
    """The material as plain JSON."""
    return {
        "proposals": [
            {
                "face": to_json(one.face),
                "place": asdict(one.place),
                "why": one.why,
                "quote": one.quote,
                "topic": one.topic,
            }
            for one in material.proposals
        ],
        "remarks": [{"code": one.code, "values": dict(one.values)} for one in material.remarks],
        "passages": [asdict(one) for one in material.passages],
    }


def unpacked(data: dict[str, Any]) -> Material:
    """The material that `packed` made."""
    return Material(
        tuple(_proposal(**one) for one in data["proposals"]),
        tuple(Remark(**one) for one in data["remarks"]),
        tuple(_passage(**one) for one in data["passages"]),
    )


def _proposal(face: dict[str, Any], place: dict[str, Any], **rest: Any) -> Proposal:
    return Proposal(from_json(face), Place(**place), **rest)


def _passage(place: dict[str, Any], **rest: Any) -> Passage:
    return Passage(Place(**place), **rest)
