"""A set as a file that comes back in as the same set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import IO, cast

from sqlalchemy.orm import Session

from content.card import Language, from_json
from content.exchange.outgoing import Outgoing, PastCard, PastRelease
from content.exchange.reading import Draft
from content.exchange.write import FORMATS
from server.store import exporting
from server.store.card_sets import CardSet
from server.store.exporting import Shown


def export(
    db: Session,
    card_set: CardSet,
    kind: str,
    out: IO[bytes],
    *,
    labels: str,
    media: Callable[[str], bytes | None],
    now: datetime,
) -> None:
    """Writes the cards as their authors last wrote them, each with its variants behind it.

    `kind` is one of `FORMATS`, `labels` the language of who asked. At no time more than a part of
    the set is held in memory, save for the database within an Anki package.
    """
    given = Outgoing(
        title=card_set.title,
        language=cast("Language", card_set.language),
        drafts=_drafts(db, card_set.id),
        media=media,
        releases=_releases(db, card_set.id),
        labels=cast("Language", labels),
        now=now,
    )
    FORMATS[kind].write(given, out)


def _drafts(db: Session, card_set_id: int) -> Iterator[Draft]:
    """A variant's key that others in the set have is left off: a file takes each key once."""
    row = 1
    repeated = exporting.repeated_keys(db, card_set_id)
    for card in exporting.cards(db, card_set_id):
        row += 1
        yield Draft(
            card.key, None, from_json(card.face), card.topic, tuple(card.tags), row,
            valid_until=card.valid_until,
        )  # fmt: skip
        for variant in card.variants:
            if variant.deleted_at is None:
                row += 1
                key = None if variant.key in repeated else variant.key
                yield Draft(key, card.key, from_json(variant.face), "", (), row)


def _releases(db: Session, card_set_id: int) -> Iterator[PastRelease]:
    keys = exporting.variant_keys(db, card_set_id)
    for release in exporting.releases(db, card_set_id):
        yield PastRelease(
            number=release.number,
            note=release.note,
            released_at=release.released_at,
            keys=tuple(exporting.keys_in(db, release.id)),
            changed=(_past(one, keys) for one in exporting.changed_in(db, release)),
        )


def _past(shown: Shown, keys: dict[int, str]) -> PastCard:
    faces = ((keys.get(face["variant_id"]), from_json(face)) for face in shown.faces)
    return PastCard(
        shown.key, shown.topic, tuple(shown.tags), tuple(faces), shown.valid_until
    )  # fmt: skip
