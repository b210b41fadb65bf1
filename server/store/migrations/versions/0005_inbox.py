"""One inbox for what learners hand in, curators, and credits on cards."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Applies the change; flags and suggestions move into the inbox."""
    _make_items()
    _make_contributions()
    _make_curators()
    with op.batch_alter_table("cards", schema=None) as batch_op:
        batch_op.add_column(sa.Column("credits", JSON, nullable=True))
    _move_flags()
    _move_suggestions()
    for table in ("suggestions", "card_flags"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_index(batch_op.f(f"ix_{table}_organisation_id"))
            batch_op.drop_index(batch_op.f(f"ix_{table}_card_id"))
        op.drop_table(table)


def _make_items() -> None:
    op.create_table(
        "inbox_items",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("card_set_id", ROW_ID, nullable=False),
        sa.Column("card_id", ROW_ID, nullable=True),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("raised_at", MOMENT, nullable=False),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("decided_by_id", ROW_ID, nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("evidence", JSON, nullable=True),
        sa.Column("undo", JSON, nullable=True),
        sa.Column("organisation_id", ROW_ID, nullable=False),
        *_refer("inbox_items", card_set_id="card_sets", card_id="cards", decided_by_id="people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox_items")),
    )
    _index("inbox_items", "card_id", "card_set_id", "organisation_id")
    op.create_index(
        "ix_inbox_items_organisation_id_state", "inbox_items", ["organisation_id", "state"]
    )


def _make_contributions() -> None:
    op.create_table(
        "contributions",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("key", sa.Uuid(), nullable=True),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("item_id", ROW_ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("card_id", ROW_ID, nullable=True),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("proposal", JSON, nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=True),
        sa.Column("organisation_id", ROW_ID, nullable=False),
        *_refer("contributions", person_id="people", item_id="inbox_items", card_id="cards"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contributions")),
        sa.UniqueConstraint("person_id", "key", name=op.f("uq_contributions_person_id_key")),
    )
    _index("contributions", "card_id", "item_id", "organisation_id")


def _make_curators() -> None:
    op.create_table(
        "curators",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("card_set_id", ROW_ID, nullable=True),
        sa.Column("topic", sa.String(), nullable=True),
        sa.Column("organisation_id", ROW_ID, nullable=False),
        sa.CheckConstraint(
            "(card_set_id IS NULL) <> (topic IS NULL)", name=op.f("ck_curators_one_reach")
        ),
        *_refer("curators", person_id="people", card_set_id="card_sets"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_curators")),
    )
    _index("curators", "person_id", "organisation_id")


def _refer(table: str, **targets: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))
        for column, target in {"organisation_id": "organisations", **targets}.items()
    ]


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)


def _move_flags() -> None:
    """All flags on a card become one open item."""
    op.execute(
        "INSERT INTO inbox_items"
        " (organisation_id, kind, state, card_set_id, card_id, topic, raised_at, reason)"
        " SELECT f.organisation_id, 'flag', 'open', c.card_set_id, f.card_id, '',"
        " min(f.created_at), '' FROM card_flags f JOIN cards c ON c.id = f.card_id"
        " GROUP BY f.organisation_id, c.card_set_id, f.card_id"
    )
    op.execute(
        "INSERT INTO contributions (organisation_id, person_id, item_id, kind, card_id, about,"
        " reason, note, proposal, named, created_at)"
        " SELECT f.organisation_id, f.person_id, i.id, 'flag', f.card_id, c.face ->> 'prompt',"
        " f.reason, f.note, '{}', false, f.created_at FROM card_flags f"
        " JOIN cards c ON c.id = f.card_id JOIN inbox_items i ON i.card_id = f.card_id"
    )


def _move_suggestions() -> None:
    """Each becomes an item of its own; until they are told apart, the reason holds the old id."""
    op.execute(
        "INSERT INTO inbox_items"
        " (organisation_id, kind, state, card_set_id, card_id, topic, raised_at, reason)"
        " SELECT s.organisation_id, 'suggestion', 'open', c.card_set_id, s.card_id, '',"
        " s.created_at, CAST(s.id AS VARCHAR) FROM suggestions s JOIN cards c ON c.id = s.card_id"
    )
    op.execute(
        "INSERT INTO contributions (organisation_id, person_id, item_id, kind, card_id, about,"
        " reason, note, proposal, named, created_at)"
        " SELECT s.organisation_id, s.person_id, i.id, 'suggestion', s.card_id,"
        " c.face ->> 'prompt', '', s.note, s.proposal, false, s.created_at FROM suggestions s"
        " JOIN cards c ON c.id = s.card_id"
        " JOIN inbox_items i ON i.kind = 'suggestion' AND i.reason = CAST(s.id AS VARCHAR)"
    )
    op.execute("UPDATE inbox_items SET reason = '' WHERE kind = 'suggestion'")


def downgrade() -> None:
    """Takes the change back. What was handed in and decided goes with the tables."""
    _make_again("card_flags", sa.Column("reason", sa.String(), nullable=False))
    _make_again("suggestions", sa.Column("proposal", JSON, nullable=False))
    with op.batch_alter_table("cards", schema=None) as batch_op:
        batch_op.drop_column("credits")
    for table in ("curators", "contributions", "inbox_items"):
        op.drop_table(table)


def _make_again(table: str, own: sa.Column[object]) -> None:
    op.create_table(
        table,
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("card_id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        own,
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("organisation_id", ROW_ID, nullable=False),
        *_refer(table, card_id="cards", person_id="people"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    _index(table, "card_id", "organisation_id")
