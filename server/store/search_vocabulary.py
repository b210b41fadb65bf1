"""The words that the cards of an organisation have, to look for the one that was meant.

A commit that changes cards adds a part with the words that were not there yet, or an empty one:
it tells that words may have gone too. At night the parts become one again, without those words.
Each process keeps what it read, and reads only the parts that came after.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.orm import Mapped, Session

from content.search.vocabulary import BREAK, Vocabulary
from server.store import scope
from server.store.alone import hold_alone
from server.store.base import Base, OfOrganisation, row_id, table
from server.store.keeping import Keeping
from server.store.prepared import Prepared

# Of all organisations together in a process: they must not fill its memory.
MOST_LETTERS = 8_000_000
UNCOMMITTED = "search_vocabulary"


class VocabularyPart(OfOrganisation, Base):
    """Words, a line each. One that is `whole` stands for all parts before it as well."""

    __tablename__ = "search_vocabulary"

    id: Mapped[row_id]
    words: Mapped[str]
    whole: Mapped[bool]


Known = tuple[Vocabulary, int]
"""A vocabulary, and the last part that it was made with."""

_parts = table(VocabularyPart)
_added = Prepared(
    select(_parts.c.id, _parts.c.words, _parts.c.whole)
    .where(
        _parts.c.organisation_id == bindparam("organisation_id"), _parts.c.id > bindparam("last")
    )
    .order_by(_parts.c.id)
)
_kept: Keeping[int, Known] = Keeping(MOST_LETTERS, lambda known: known[0].size() + 1)


def vocabulary(db: Session) -> Vocabulary:
    """The words of the session's organisation."""
    known, is_new = _read(db)
    # What is taken back must not stay here.
    if is_new and not db.info.get(UNCOMMITTED):
        _kept.put(db, {scope.organisation_of(db): known})
    return known[0]


def learn(db: Session, words: Iterable[str]) -> None:
    """Adds the words of cards that changed; to be the last thing before a commit."""
    known = alone(db)
    _write(db, (word for word in set(words) if word not in known), whole=False)


def keep_only(db: Session, wanted: Iterable[str]) -> None:
    """Makes the parts one, of these words."""
    alone(db)
    before = db.scalar(select(func.max(VocabularyPart.id))) or 0
    _write(db, wanted, whole=True)
    db.execute(
        delete(VocabularyPart).where(VocabularyPart.id <= before),
        execution_options={"synchronize_session": False},
    )


def in_parts(db: Session) -> list[int]:
    """The organisations whose vocabulary is in parts; for a session that sees all of them."""
    parts = select(VocabularyPart.organisation_id).group_by(VocabularyPart.organisation_id)
    return list(db.scalars(parts.having(func.count() > 1)))


def committed(db: Session) -> None:
    """Says that what the session wrote is there for all, or taken back."""
    db.info.pop(UNCOMMITTED, None)


def alone(db: Session) -> Vocabulary:
    """The words, which nobody else adds to until the commit: parts are read in their order."""
    hold_alone(db.connection(), f"vocabulary of {scope.organisation_of(db)}")
    return _read(db)[0][0]


def _read(db: Session) -> tuple[Known, bool]:
    own = scope.organisation_of(db)
    made, last = _kept.get(db, [own]).get(own, (Vocabulary(), 0))
    parts = _added.rows(db, {"last": last})
    for number, words, whole in parts:
        made = (Vocabulary() if whole else made).with_words(words.split(BREAK) if words else ())
        last = number
    return (made, last), bool(parts)


def _write(db: Session, words: Iterable[str], *, whole: bool) -> None:
    db.info[UNCOMMITTED] = True
    db.add(VocabularyPart(words=BREAK.join(sorted(words)), whole=whole))
    db.flush()
