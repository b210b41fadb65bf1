"""Who changed a set, in one row for each, whatever they did to it."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEYS = {"card_set_id": "card_sets", "person_id": "people", "organisation_id": "organisations"}
KNOWN_SO_FAR = """
INSERT INTO set_authors (organisation_id, card_set_id, person_id, changed_at)
SELECT organisation_id, card_set_id, person_id, max(at) FROM (
    SELECT organisation_id, card_set_id, person_id, at FROM imported
    UNION ALL
    SELECT cards.organisation_id, cards.card_set_id, edited_by_id, edited_at
    FROM card_versions JOIN cards ON cards.id = card_versions.card_id
    WHERE edited_by_id IS NOT NULL AND edited_at IS NOT NULL
) AS hands GROUP BY organisation_id, card_set_id, person_id
"""
AS_BEFORE = """
INSERT INTO imported (organisation_id, card_set_id, person_id, at)
SELECT organisation_id, card_set_id, person_id, changed_at FROM set_authors
"""


def upgrade() -> None:
    """Applies the change."""
    op.create_table(
        "set_authors",
        *(sa.Column(name, ROW_ID, nullable=False) for name in KEYS),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        *_to_others("set_authors"),
        sa.PrimaryKeyConstraint("card_set_id", "person_id", name=op.f("pk_set_authors")),
    )
    op.create_index("ix_set_authors_organisation_id", "set_authors", ["organisation_id"])
    op.execute(KNOWN_SO_FAR)
    op.drop_table("imported")


def downgrade() -> None:
    """Takes the change back; whoever changed a set counts as having brought it in."""
    op.create_table(
        "imported",
        sa.Column("id", ROW_ID, nullable=False),
        *(sa.Column(name, ROW_ID, nullable=False) for name in KEYS),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *_to_others("imported"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imported")),
    )
    op.create_index("ix_imported_card_set_id", "imported", ["card_set_id"])
    op.create_index("ix_imported_organisation_id", "imported", ["organisation_id"])
    op.execute(AS_BEFORE)
    op.drop_table("set_authors")


def _to_others(table: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([name], [f"{other}.id"], name=op.f(f"fk_{table}_{name}"))
        for name, other in KEYS.items()
    ]
