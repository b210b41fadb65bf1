"""Reads course material in a process of its own, which may run out of memory or time alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO

from content.card import Language
from content.exchange.reading import Unreadable
from content.material.read import Material
from server.adapters import sandbox_material_child
from server.adapters.child import Child, TooHeavy, TooSlow
from server.adapters.material_json import unpacked


@dataclass(frozen=True, slots=True)
class SandboxMaterial:
    """At most `seconds` by the clock and on the processor, and `mebibytes` of memory."""

    seconds: int
    mebibytes: int

    def read(self, data: IO[bytes], language: Language) -> Material:
        """The material. Raises `Unreadable`: `too-slow` or `too-heavy` beyond the bounds."""
        child = Child(sandbox_material_child.__name__, self.seconds, self.mebibytes)
        try:
            answer, _ = child.ask({"language": language}, data)
        except TooSlow:
            raise Unreadable("too-slow", {"most": self.seconds}) from None
        except TooHeavy:
            raise Unreadable("too-heavy") from None
        if "unreadable" in answer:
            raise Unreadable(answer["unreadable"], answer["values"])
        return unpacked(answer)
