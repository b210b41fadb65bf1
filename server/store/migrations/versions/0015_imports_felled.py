"""How many processes an import felled. How far it is is told outside the database."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the change."""
    op.add_column("imports", sa.Column("felled", sa.Integer(), server_default="0", nullable=False))
    op.drop_column("imports", "done")
    op.drop_column("imports", "of")


def downgrade() -> None:
    """Takes it back."""
    op.add_column("imports", sa.Column("of", sa.Integer(), nullable=True))
    op.add_column("imports", sa.Column("done", sa.Integer(), server_default="0", nullable=False))
    op.drop_column("imports", "felled")
