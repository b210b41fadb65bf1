"""Drafts of cards from course material, each waiting for its author."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(JSONB(), "postgresql")
MOMENT = sa.DateTime(timezone=True)
TEXTS = ("file_name", "place_kind", "identity", "topic", "quote", "why", "origin", "state")


def upgrade() -> None:
    """Applies the change."""
    op.create_table(
        "card_drafts",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("card_set_id", ROW_ID, nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in TEXTS),
        sa.Column("place_number", sa.Integer(), nullable=False),
        sa.Column("face", JSON, nullable=False),
        sa.Column("card_id", ROW_ID, nullable=True),
        sa.Column("decided_by_id", ROW_ID, nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("organisation_id", ROW_ID, nullable=False),
        *(
            sa.ForeignKeyConstraint(
                [column], [f"{target}.id"], name=op.f(f"fk_card_drafts_{column}")
            )
            for column, target in (
                ("card_set_id", "card_sets"),
                ("card_id", "cards"),
                ("decided_by_id", "people"),
                ("organisation_id", "organisations"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_drafts")),
        sa.UniqueConstraint(
            "card_set_id", "identity", name=op.f("uq_card_drafts_card_set_id_identity")
        ),
    )
    op.create_index("ix_card_drafts_organisation_id", "card_drafts", ["organisation_id"])
    op.create_index(
        "ix_card_drafts_card_set_id_state_id", "card_drafts", ["card_set_id", "state", "id"]
    )


def downgrade() -> None:
    """Takes the change back."""
    op.drop_table("card_drafts")
