"""A version of each learner's memory, so that a session that still holds is known at once."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the change."""
    op.add_column(
        "people",
        sa.Column("practice_version", sa.Integer(), server_default="0", nullable=False),
    )


def downgrade() -> None:
    """Takes it back."""
    op.drop_column("people", "practice_version")
