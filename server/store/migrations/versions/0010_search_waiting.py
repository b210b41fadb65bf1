"""Sets with cards that the search index does not have yet."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Applies the change."""
    op.create_table(
        "search_waiting",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("card_set_id", ROW_ID, nullable=False),
        sa.Column("organisation_id", ROW_ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["card_set_id"], ["card_sets.id"], name=op.f("fk_search_waiting_card_set_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_search_waiting_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_waiting")),
    )
    op.create_index("ix_search_waiting_organisation_id", "search_waiting", ["organisation_id"])


def downgrade() -> None:
    """Takes it back."""
    op.drop_table("search_waiting")
