"""The words by which cards are found, with each database's own index, and requests to trainers."""

import logging

import sqlalchemy as sa
from alembic import op
from sqlalchemy.exc import DBAPIError

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
TEXTS = ("prompt", "answer", "explanation", "rest")
log = logging.getLogger("alembic.runtime.migration")


def upgrade() -> None:
    """Applies the change. `beklijf db upgrade` fills the index afterwards."""
    _make_entries()
    _make_words()
    _make_requests()
    with op.batch_alter_table("released_cards") as batch_op:
        batch_op.drop_column("search_text")
    if op.get_bind().dialect.name == "sqlite":
        _index_on_sqlite()
    else:
        _index_on_postgres()


def downgrade() -> None:
    """Takes the change back. The extension stays: others may use it."""
    with op.batch_alter_table("released_cards") as batch_op:
        batch_op.add_column(sa.Column("search_text", sa.String(), server_default="", nullable=False))
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_fts_words")
        op.execute("DROP TABLE search_fts")
    for table in ("search_requests", "search_words", "search_entries"):
        op.drop_table(table)


def _make_entries() -> None:
    op.create_table(
        "search_entries",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("shelf", sa.String(), nullable=False),
        sa.Column("card_set_id", ROW_ID, nullable=False),
        sa.Column("card_id", ROW_ID, nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("released_in", sa.Integer(), nullable=True),
        *(sa.Column(text, sa.String(), nullable=False) for text in TEXTS),
        sa.Column("organisation_id", ROW_ID, nullable=False),
        *_refer("search_entries", card_set_id="card_sets", card_id="cards"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entries")),
    )
    op.create_index("ix_search_entries_card_id", "search_entries", ["card_id", "shelf"])
    op.create_index("ix_search_entries_card_set_id", "search_entries", ["card_set_id", "shelf"])
    op.create_index("ix_search_entries_organisation_id", "search_entries", ["organisation_id"])


def _make_words() -> None:
    op.create_table(
        "search_words",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("organisation_id", ROW_ID, nullable=False),
        *_refer("search_words"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_words")),
    )
    op.create_index("ix_search_words_organisation_id", "search_words", ["organisation_id"])
    op.create_index(
        "ix_search_words_organisation_id_word", "search_words", ["organisation_id", "word"]
    )


def _make_requests() -> None:
    op.create_table(
        "search_requests",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("answered_by_id", ROW_ID, nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("organisation_id", ROW_ID, nullable=False),
        *_refer("search_requests", person_id="people", answered_by_id="people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_requests")),
        sa.UniqueConstraint("person_id", "words", name=op.f("uq_search_requests_person_id_words")),
        sa.UniqueConstraint("person_id", "uuid", name=op.f("uq_search_requests_person_id_uuid")),
    )
    op.create_index("ix_search_requests_organisation_id", "search_requests", ["organisation_id"])
    op.create_index(
        "ix_search_requests_organisation_id_words", "search_requests", ["organisation_id", "words"]
    )


def _refer(table: str, **targets: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))
        for column, target in {"organisation_id": "organisations", **targets}.items()
    ]


def _index_on_postgres() -> None:
    weighed = " || ".join(
        f"setweight(to_tsvector('simple'::regconfig, {text}), '{weight}')"
        for text, weight in zip(TEXTS, "ABCD", strict=True)
    )
    scope = "to_tsvector('simple'::regconfig, 'o' || organisation_id::text || shelf)"
    op.execute(
        "ALTER TABLE search_entries ADD COLUMN vector tsvector"
        f" GENERATED ALWAYS AS ({weighed} || {scope}) STORED"
    )
    op.execute("CREATE INDEX ix_search_entries_vector ON search_entries USING gin (vector)")
    try:
        with op.get_bind().begin_nested():
            op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            op.execute(
                "CREATE INDEX ix_search_words_trigrams"
                " ON search_words USING gin (word gin_trgm_ops)"
            )
    except DBAPIError as refused:
        log.warning(
            "pg_trgm cannot be created (%s): search works but forgives fewer typing errors. Let"
            " an administrator run CREATE EXTENSION pg_trgm, then run: beklijf search rebuild",
            refused.orig,
        )


def _index_on_sqlite() -> None:
    names = ", ".join(TEXTS)
    op.execute(f"CREATE VIRTUAL TABLE search_fts USING fts5({names}, scope, content='')")
    op.execute(
        "CREATE VIRTUAL TABLE search_fts_words USING fts5(word, content='', tokenize='trigram')"
    )
    for table, index, columns in (
        ("search_entries", "search_fts", (*TEXTS, "scope")),
        ("search_words", "search_fts_words", ("word",)),
    ):
        names = ", ".join(columns)
        for event, row in (("INSERT", "new"), ("DELETE", "old")):
            values = ", ".join(_value(row, column) for column in columns)
            into, first = f"{index}(rowid, {names})", ""
            if event == "DELETE":
                into, first = f"{index}({index}, rowid, {names})", "'delete', "
            op.execute(
                f"CREATE TRIGGER {table}_{event.lower()} AFTER {event} ON {table} BEGIN"
                f" INSERT INTO {into} VALUES ({first}{row}.id, {values}); END"
            )


def _value(row: str, column: str) -> str:
    if column == "scope":
        return f"'o' || {row}.organisation_id || {row}.shelf"
    return f"{row}.{column}"
