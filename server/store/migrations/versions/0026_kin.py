"""Which released cards were made of one note; earlier releases know it from the next one on."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the change."""
    # A column of its own and no batch, which would copy the whole table.
    op.add_column(
        "released_cards", sa.Column("kin", sa.String(), server_default="", nullable=False)
    )


def downgrade() -> None:
    """Takes it back."""
    op.drop_column("released_cards", "kin")
