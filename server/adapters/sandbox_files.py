"""Makes single files fit for cards in a process of their own."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from content.files.file import Most, ReadyFile
from content.files.unfit import UnfitFile
from server.adapters import sandbox_files_child
from server.adapters.child import Child, TooHeavy, TooSlow
from server.adapters.files_json import unpacked


@dataclass(frozen=True, slots=True)
class SandboxFiles:
    """At most `seconds` and `mebibytes` for each file, which may come in as `most` says."""

    seconds: int
    mebibytes: int
    most: Most

    def ready(self, name: str, data: bytes) -> ReadyFile:
        """The file; raises `UnfitFile`, also where it takes too much time or memory."""
        child = Child(sandbox_files_child.__name__, self.seconds, self.mebibytes)
        try:
            answer, made = child.ask({"name": name, "most": asdict(self.most)}, data)
        except (TooSlow, TooHeavy) as beyond:
            raise UnfitFile("too-heavy") from beyond
        if "unfit" in answer:
            raise UnfitFile(answer["unfit"], answer["values"])
        (file,) = unpacked(answer["files"], made)
        return file
