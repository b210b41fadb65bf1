"""The words by which cards are found, apart from the cards: stems, one row per card and language.

Each database has its own index over these rows, made by the migration: PostgreSQL a `tsvector`
that it generates, SQLite an FTS5 table that triggers keep. A word of every entry names its
organisation and shelf, so that looking up stays within them inside the index too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    bindparam,
    cast,
    column,
    delete,
    func,
    literal_column,
    select,
)
from sqlalchemy import table as named
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Mapped, Session, mapped_column

from content.search.question import Meaning
from content.search.ranking import Candidate
from content.search.texts import Texts
from server.store import scope
from server.store.base import Base, OfOrganisation, RowId, row_id, table
from server.store.bulk import insert_rows

Found = Select[*tuple[Any, ...]]

MAKING, RELEASED = "m", "r"
CARDS, NEW, SETS = "search_cards", "search_new_cards", "search_sets"
FTS = "search_fts"
ENOUGH = 200
VECTOR = "vector"
TEXTS = ("prompt", "answer", "explanation", "rest")
AT_ONCE = 1000


class SearchEntry(OfOrganisation, Base):
    """One language of a card: as its authors have it (`MAKING`), or as released (`RELEASED`).

    `released_in` is the number of the release that last changed the card.
    """

    __tablename__ = "search_entries"
    __table_args__ = (
        Index("ix_search_entries_card_id", "card_id", "shelf"),
        Index("ix_search_entries_card_set_id", "card_set_id", "shelf"),
    )

    id: Mapped[row_id]
    shelf: Mapped[str]
    card_set_id: Mapped[int] = mapped_column(RowId, ForeignKey("card_sets.id"))
    card_id: Mapped[int] = mapped_column(RowId, ForeignKey("cards.id"))
    language: Mapped[str]
    released_in: Mapped[int | None]
    prompt: Mapped[str]
    answer: Mapped[str]
    explanation: Mapped[str]
    rest: Mapped[str]


_entries = table(SearchEntry)


def scope_word(organisation_id: int, shelf: str) -> str:
    """The word that keeps a look-up within an organisation and shelf."""
    return f"o{organisation_id}{shelf}"


def cards_changed(db: Session, card_ids: Iterable[int]) -> None:
    """Says that the caller wrote these cards past the session's objects."""
    db.info.setdefault(CARDS, set()).update(card_ids)


def cards_added(db: Session, card_ids: Iterable[int]) -> None:
    """Says the same of cards that were not there before."""
    ids = list(card_ids)
    cards_changed(db, ids)
    db.info.setdefault(NEW, set()).update(ids)


def put(db: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Adds entries, each a mapping of all columns but id and organisation."""
    insert_rows(db, _entries, rows)


def remove(db: Session, shelf: str, card_ids: Iterable[int]) -> None:
    """Takes the entries of these cards off the shelf."""
    gone = list(card_ids)
    if gone:
        db.execute(
            delete(SearchEntry).where(SearchEntry.shelf == shelf, SearchEntry.card_id.in_(gone)),
            execution_options={"synchronize_session": False},
        )


def stems(db: Session) -> set[str]:
    """Every stem that an entry of the organisation has."""
    found: set[str] = set()
    texts = select(*(_entries.c[name] for name in TEXTS)).where(
        _entries.c.organisation_id == bindparam("organisation_id")
    )
    for row in db.execute(texts.execution_options(yield_per=AT_ONCE)):
        found.update(*(text.split() for text in row))
    return found


def candidates(
    db: Session,
    shelf: str,
    question: Sequence[Meaning],
    *,
    every_word: bool,
    card_set_ids: Sequence[int] | None = None,
) -> list[Candidate]:
    """The likeliest entries that hold every word, or most; of these sets, or of all there are."""
    own = scope_word(scope.organisation_of(db), shelf)
    statement = select(
        SearchEntry.card_id, SearchEntry.language,
        SearchEntry.prompt, SearchEntry.answer, SearchEntry.explanation, SearchEntry.rest,
    ).where(SearchEntry.shelf == shelf)  # fmt: skip
    if card_set_ids is not None:
        statement = statement.where(SearchEntry.card_set_id.in_(card_set_ids))
    on_sqlite = db.get_bind().dialect.name == "sqlite"
    look_up = _on_sqlite if on_sqlite else _on_postgres
    rows = db.execute(look_up(statement, question, every_word, own).limit(ENOUGH))
    return [
        Candidate(
            row.card_id, row.language, Texts(row.prompt, row.answer, row.explanation, row.rest)
        )
        for row in rows
    ]


def _on_postgres(
    statement: Found, question: Sequence[Meaning], every_word: bool, own: str
) -> Found:
    either = " | "
    terms = [
        _any_of(meaning, quote="'", prefix=":*", both=" & ", either=either) for meaning in question
    ]
    words = " & ".join(terms if every_word else most_of(terms, either))
    vector: ColumnElement[Any] = literal_column(f"search_entries.{VECTOR}")
    wanted = cast(f"'{own}' & ({words})", TSQUERY)
    best = func.ts_rank(vector, cast(f"({words})", TSQUERY)).desc()
    return statement.where(vector.op("@@")(wanted)).order_by(best, SearchEntry.id)


def _on_sqlite(statement: Found, question: Sequence[Meaning], every_word: bool, own: str) -> Found:
    either = " OR "
    terms = [
        _any_of(meaning, quote='"', prefix="*", both=" AND ", either=either) for meaning in question
    ]
    words = " AND ".join(terms if every_word else most_of(terms, either))
    index = named(FTS, column("rowid"))
    wanted = f'scope:"{own}" AND ({words})'
    best = func.bm25(literal_column(FTS), 8.0, 4.0, 2.0, 1.0, 0.0)
    return (
        statement.join(index, index.c.rowid == SearchEntry.id)
        .where(literal_column(FTS).op("MATCH")(wanted))
        .order_by(best, SearchEntry.id)
    )


def most_of(terms: Sequence[str], either: str) -> list[str]:
    """What a text with more than half of the terms fulfils: of these, each group has one in it.

    Texts with fewer are no answer, and common words bring thousands that would have to be ranked.
    """
    missing = (len(terms) - 1) // 2
    around = [*terms, *terms]
    return [f"({either.join(around[at : at + missing + 1])})" for at in range(len(terms))]


def _any_of(meaning: Meaning, *, quote: str, prefix: str, both: str, either: str) -> str:
    """What may stand for a word. Words hold letters and digits only, so that quotes are safe."""
    beginnings = set(meaning.beginnings)
    exact = sorted((meaning.forms | meaning.near.keys()) - beginnings)
    terms = [f"{quote}{one}{quote}{prefix}" for one in sorted(beginnings)]
    terms += [f"{quote}{one}{quote}" for one in exact]
    for pair in meaning.halves:
        head, tail = (
            "(" + either.join(f"{quote}{one}{quote}" for one in sorted(half)) + ")" for half in pair
        )
        terms.append(f"({head}{both}{tail})")
    return f"({either.join(terms)})"


def ours(name: str | None, kind: str, parents: Mapping[Any, Any]) -> bool:
    """Whether a thing of the database has to stand in our models: what serves one database
    alone, the migrations make by hand."""
    if kind == "table":
        return not (name or "").startswith(FTS)
    return parents.get("table_name") != "search_entries" or name not in {
        VECTOR, "ix_search_entries_vector",
    }  # fmt: skip
