"""Asking a service for cards from course material, when its author wants so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from content.card import Language
from content.material.blocks import Passage
from content.material.proposal import Proposal, Remark
from server.ports import CardWriter, Written


def ask_writer(
    writer: CardWriter, passages: Sequence[Passage], language: Language
) -> tuple[Sequence[Proposal], list[Remark]]:
    """What the service makes of it, and what the author should know about that."""
    written = writer.write(passages, language)
    return written.proposals, list(_remarks(written, writer.host))


def _remarks(written: Written, host: str) -> Iterator[Remark]:
    if written.trouble is not None:
        yield Remark(f"writer-{written.trouble}", {"host": host})
    if written.unfit:
        yield Remark("writer-unfit", {"count": written.unfit, "host": host})
    if written.unsent:
        yield Remark("writer-unsent", {"count": written.unsent, "host": host})
