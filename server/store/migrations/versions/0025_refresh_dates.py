"""Dates before which learners want to have a topic fresh again."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEYS = {"person_id": "people", "organisation_id": "organisations"}


def upgrade() -> None:
    """Applies the change."""
    name = "refresh_dates"
    op.create_table(
        name,
        sa.Column("id", ROW_ID, nullable=False),
        *(sa.Column(key, ROW_ID, nullable=False) for key in KEYS),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("before", sa.Date(), nullable=False),
        sa.Column("desired_recall", sa.Double(), nullable=False),
        sa.Column("price", sa.Double(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        *(
            sa.ForeignKeyConstraint([key], [f"{to}.id"], name=op.f(f"fk_{name}_{key}"))
            for key, to in KEYS.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sa.UniqueConstraint("person_id", "topic", name=op.f(f"uq_{name}_person_id_topic")),
    )
    op.create_index(f"ix_{name}_organisation_id", name, ["organisation_id"])


def downgrade() -> None:
    """Takes it back."""
    op.drop_table("refresh_dates")
