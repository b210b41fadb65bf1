"""What authors chose for the memory of cards, until the release."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEYS = {"card_id": "cards", "chosen_by_id": "people", "organisation_id": "organisations"}


def upgrade() -> None:
    """Applies the change."""
    op.create_table(
        "chosen_effects",
        *(sa.Column(name, ROW_ID, nullable=False) for name in KEYS),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("effect", sa.String(), nullable=False),
        *(
            sa.ForeignKeyConstraint([name], [f"{table}.id"], name=op.f(f"fk_chosen_effects_{name}"))
            for name, table in KEYS.items()
        ),
        sa.PrimaryKeyConstraint("card_id", name=op.f("pk_chosen_effects")),
    )
    op.create_index("ix_chosen_effects_organisation_id", "chosen_effects", ["organisation_id"])


def downgrade() -> None:
    """Takes the change back."""
    op.drop_table("chosen_effects")
