"""The words that the cards of an organisation have, to look for the one that was meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from weakref import WeakKeyDictionary

from sqlalchemy import (
    Engine,
    Index,
    Select,
    column,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    text,
)
from sqlalchemy import (
    table as named,
)
from sqlalchemy.orm import Mapped, Session

from content.search.question import SHORTEST_PART, Meaning, slips_forgiven
from server.store.base import Base, OfOrganisation, row_id, table

ENOUGH = 100
ENOUGH_SHORT = 500
SHORT = 7
AT_ONCE = 5000
FTS_WORDS = "search_fts_words"
TRIGRAMS_ARE_THERE = text("SELECT to_regclass('ix_search_words_trigrams') IS NOT NULL")


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
_trigrams: WeakKeyDictionary[Engine, bool] = WeakKeyDictionary()


def learn(db: Session, words: Iterable[str]) -> None:
    """Adds the words that are not there yet."""
    wanted = sorted(set(words))
    for at in range(0, len(wanted), AT_ONCE):
        some = wanted[at : at + AT_ONCE]
        known = set(db.scalars(select(SearchWord.word).where(SearchWord.word.in_(some))))
        new = [{"word": word} for word in some if word not in known]
        if new:
            db.execute(insert(_words), new)


def forget_all(db: Session) -> None:
    """Removes the organisation's words."""
    db.execute(delete(SearchWord), execution_options={"synchronize_session": False})


def with_parts(db: Session, question: Iterable[Meaning]) -> None:
    """Teaches each word of the question the words that hold it, and those that it is made of."""
    for meaning in question:
        holding = [SearchWord.word.contains(one, autoescape=True) for one in meaning.beginnings]
        shortest_first = select(SearchWord.word).order_by(
            func.length(SearchWord.word), SearchWord.word
        )
        found = set(db.scalars(shortest_first.where(or_(False, *holding)).limit(ENOUGH)))
        halves = {one for pair in meaning.splits() for half in pair for one in half}
        if halves:
            found |= set(db.scalars(select(SearchWord.word).where(SearchWord.word.in_(halves))))
        meaning.learn_parts(found)


def with_slips(db: Session, question: Iterable[Meaning]) -> None:
    """Teaches each word of the question the words from which it differs by a typing error."""
    for meaning in question:
        wanted = [one for one in sorted(meaning.forms) if slips_forgiven(one)]
        statements = [statement for form in wanted for statement in _alike(db, form)]
        meaning.learn_slips(word for statement in statements for word in db.scalars(statement))


def has_trigrams(db: Session) -> bool:
    """Whether the database finds words that look alike by their groups of three letters."""
    engine = db.get_bind().engine
    if engine.dialect.name == "sqlite":
        return True
    if engine not in _trigrams:
        _trigrams[engine] = bool(db.connection().execute(TRIGRAMS_ARE_THERE).scalar())
    return _trigrams[engine]


def _alike(db: Session, form: str) -> Iterator[Select[str]]:
    trigrams = has_trigrams(db)
    if len(form) <= SHORT or not trigrams:
        # One slip leaves a short word hardly a group of three letters that is right.
        yield _of_same_beginning(form)
    if not trigrams:
        return
    if db.get_bind().dialect.name == "sqlite":
        yield _sharing_trigrams(form)
        return
    alike = SearchWord.word.op("%")(form)
    nearest = func.similarity(SearchWord.word, form).desc()
    yield select(SearchWord.word).where(alike).order_by(nearest, SearchWord.word).limit(ENOUGH)


def _of_same_beginning(form: str) -> Select[str]:
    slips = slips_forgiven(form)
    length = func.length(SearchWord.word)
    return (
        select(SearchWord.word)
        .where(
            SearchWord.word.startswith(form[:slips], autoescape=True),
            length.between(len(form) - slips, len(form) + slips),
        )
        .limit(ENOUGH_SHORT)
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
