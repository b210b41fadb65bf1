"""Who brought files into sets."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEYS = {"card_set_id": "card_sets", "person_id": "people", "organisation_id": "organisations"}


def upgrade() -> None:
    """Applies the change."""
    op.create_table(
        "imported",
        sa.Column("id", ROW_ID, nullable=False),
        *(sa.Column(name, ROW_ID, nullable=False) for name in KEYS),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *(
            sa.ForeignKeyConstraint([name], [f"{table}.id"], name=op.f(f"fk_imported_{name}"))
            for name, table in KEYS.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imported")),
    )
    op.create_index("ix_imported_card_set_id", "imported", ["card_set_id"])
    op.create_index("ix_imported_organisation_id", "imported", ["organisation_id"])


def downgrade() -> None:
    """Takes the change back."""
    op.drop_table("imported")
