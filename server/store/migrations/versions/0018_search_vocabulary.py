"""The words of each organisation in a few rows, which a process reads once."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OLD, NEW = "search_words", "search_vocabulary"
old = sa.table(OLD, sa.column("organisation_id"), sa.column("word"))
new = sa.table(NEW, sa.column("organisation_id"), sa.column("words"), sa.column("whole"))


def upgrade() -> None:
    """Applies the change. An index on groups of three letters goes with its table."""
    _make(NEW, sa.Column("words", sa.String(), nullable=False),
          sa.Column("whole", sa.Boolean(), nullable=False))  # fmt: skip
    connection = op.get_bind()
    for organisation_id in connection.scalars(sa.select(old.c.organisation_id).distinct()).all():
        words = sa.select(old.c.word).where(old.c.organisation_id == organisation_id).distinct()
        said = "\n".join(sorted(connection.scalars(words)))
        row = {"organisation_id": organisation_id, "words": said, "whole": True}
        connection.execute(new.insert(), row)
    if connection.dialect.name == "sqlite":
        op.execute("DROP TABLE search_fts_words")
    op.drop_table(OLD)


def downgrade() -> None:
    """Takes it back. `beklijf search rebuild` makes PostgreSQL's index of typing errors."""
    _make(OLD, sa.Column("word", sa.String(), nullable=False))
    op.create_index("ix_search_words_organisation_id_word", OLD, ["organisation_id", "word"])
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        _index_on_sqlite()
    parts = sa.select(new.c.organisation_id, new.c.words)
    for organisation_id, words in connection.execute(parts).all():
        rows = [{"organisation_id": organisation_id, "word": one} for one in words.split()]
        if rows:
            connection.execute(old.insert(), rows)
    op.drop_table(NEW)


def _make(table: str, *columns: sa.Column[object]) -> None:
    op.create_table(
        table,
        sa.Column("id", ROW_ID, nullable=False),
        *columns,
        sa.Column("organisation_id", ROW_ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f(f"fk_{table}_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(f"ix_{table}_organisation_id", table, ["organisation_id"])


def _index_on_sqlite() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE search_fts_words USING fts5(word, content='', tokenize='trigram')"
    )
    op.execute(
        "CREATE TRIGGER search_words_insert AFTER INSERT ON search_words BEGIN"
        " INSERT INTO search_fts_words(rowid, word) VALUES (new.id, new.word); END"
    )
    op.execute(
        "CREATE TRIGGER search_words_delete AFTER DELETE ON search_words BEGIN INSERT INTO"
        " search_fts_words(search_fts_words, rowid, word) VALUES ('delete', old.id, old.word); END"
    )
