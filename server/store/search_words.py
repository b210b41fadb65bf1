"""The words that the cards of an organisation have, to look for the one that was meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Index,
    Select,
    Text,
    and_,
    bindparam,
    column,
    delete,
    func,
    literal_column,
    or_,
    select,
)
from sqlalchemy import (
    table as named,
)
from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Mapped, Session

from content.search.question import SHORTEST_PART, Meaning, slips_forgiven
from server.store.base import Base, OfOrganisation, row_id, table
from server.store.bulk import insert_rows
from server.store.keeping import Keeping

ENOUGH = 100
ENOUGH_ALIKE = 500
SHORT = 7
AT_ONCE = 5000
FTS_WORDS = "search_fts_words"
INDEX = "ix_search_words_trigrams"
TRIGRAMS_ARE_THERE = sql("SELECT to_regclass('ix_search_words_trigrams') IS NOT NULL")
ADD_TRIGRAMS = (
    sql("CREATE EXTENSION IF NOT EXISTS pg_trgm"),
    sql(
        "CREATE INDEX IF NOT EXISTS ix_search_words_trigrams"
        " ON search_words USING gin (word gin_trgm_ops)"
    ),
)


class SearchWord(OfOrganisation, Base):
    """A stem that stands, or once stood, in an entry of the index.

    Not unique on purpose: two imports that bring the same new word would wait for each other.
    A word that is there twice does no harm.
    """

    __tablename__ = "search_words"
    __table_args__ = (Index("ix_search_words_organisation_id_word", "organisation_id", "word"),)

    id: Mapped[row_id]
    word: Mapped[str]


_words = table(SearchWord)
_with_trigrams: Keeping[str, bool] = Keeping(1)


def learn(db: Session, words: Iterable[str]) -> None:
    """Adds the words that are not there yet."""
    wanted = sorted(words)
    for at in range(0, len(wanted), AT_ONCE):
        some = wanted[at : at + AT_ONCE]
        known = set(db.scalars(_known(db, some)))
        insert_rows(db, _words, [{"word": word} for word in some if word not in known])


def _known(db: Session, words: Sequence[str]) -> Select[str]:
    if db.get_bind().dialect.name == "sqlite":
        return select(SearchWord.word).where(SearchWord.word.in_(words))
    # A list of thousands PostgreSQL lays beside each of a hundred thousand words, one by one, as
    # long as it does not know how many there are. This it looks up.
    asked = func.unnest(bindparam("words", list(words), ARRAY(Text)))
    return select(SearchWord.word).where(SearchWord.word.in_(select(asked)))


def forget_all(db: Session) -> None:
    """Removes the organisation's words."""
    db.execute(delete(SearchWord), execution_options={"synchronize_session": False})


def with_parts(db: Session, question: Sequence[Meaning]) -> None:
    """Teaches the words of a question the words that hold them, or that they are made of."""
    beginnings = {one for meaning in question for one in meaning.beginnings}
    pairs = [pair for meaning in question for pair in meaning.splits()]
    halves = {one for pair in pairs for half in pair for one in half}
    wanted = or_(
        *(SearchWord.word.contains(one, autoescape=True) for one in sorted(beginnings)),
        SearchWord.word.in_(sorted(halves)),
    )
    found = db.scalars(
        select(SearchWord.word)
        .where(wanted)
        .order_by(func.length(SearchWord.word), SearchWord.word)
        .limit(ENOUGH * len(question))
    ).all()
    for meaning in question:
        meaning.learn_parts(found)


def with_slips(db: Session, question: Sequence[Meaning]) -> None:
    """Teaches the words of a question the words from which they differ by a typing error."""
    forms = sorted({one for meaning in question for one in meaning.forms if slips_forgiven(one)})
    found = {word for statement in _alike(db, forms) for word in db.scalars(statement)}
    for meaning in question:
        meaning.learn_slips(found)


def has_trigrams(db: Session) -> bool:
    """Whether the database finds words that look alike by their groups of three letters."""
    if db.get_bind().dialect.name == "sqlite" or _with_trigrams.get(db, [INDEX]):
        return True
    there = bool(db.connection().execute(TRIGRAMS_ARE_THERE).scalar())
    if there:
        _with_trigrams.put(db, {INDEX: True})
    return there


def add_trigrams(db: Session) -> bool:
    """Makes sure of the above; False where PostgreSQL has no `pg_trgm` or does not let us."""
    engine = db.get_bind().engine
    if engine.dialect.name == "sqlite":
        return True
    try:
        with db.begin_nested():
            for statement in ADD_TRIGRAMS:
                db.connection().execute(statement)
    except DBAPIError:
        return False
    _with_trigrams.put(db, {INDEX: True})
    return True


def _alike(db: Session, forms: Sequence[str]) -> Iterator[Select[str]]:
    trigrams = has_trigrams(db)
    on_sqlite = db.get_bind().dialect.name == "sqlite"
    # One slip leaves a short word hardly a group of three letters that is right.
    ways = [_of_same_beginning(one) for one in forms if len(one) <= SHORT or not trigrams]
    if trigrams and not on_sqlite:
        ways += [SearchWord.word.op("%")(one) for one in forms]
    if ways:
        anyway = select(SearchWord.word).where(or_(*ways)).order_by(SearchWord.word)
        yield anyway.limit(ENOUGH_ALIKE * len(forms))
    if on_sqlite:
        yield from map(_sharing_trigrams, forms)


def _of_same_beginning(form: str) -> ColumnElement[bool]:
    slips = slips_forgiven(form)
    return and_(
        SearchWord.word.startswith(form[:slips], autoescape=True),
        func.length(SearchWord.word).between(len(form) - slips, len(form) + slips),
    )


def _sharing_trigrams(form: str) -> Select[str]:
    groups = (form[at : at + SHORTEST_PART] for at in range(len(form) - SHORTEST_PART + 1))
    index = named(FTS_WORDS, column("rowid"), column("rank"))
    return (
        select(SearchWord.word)
        .join(index, index.c.rowid == SearchWord.id)
        .where(literal_column(FTS_WORDS).op("MATCH")(" OR ".join(f'"{one}"' for one in groups)))
        .order_by(index.c.rank, SearchWord.word)
        .limit(ENOUGH)
    )
