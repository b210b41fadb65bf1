"""One place for pauses and one for the week; the columns they were carried over from go."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Applies the change."""
    for name in ("working_days", "paused_from", "paused_until"):
        op.drop_column("people", name)


def downgrade() -> None:
    """Takes it back, to a week from Monday to Friday for all."""
    week = sa.Column("working_days", JSON, server_default="[1, 2, 3, 4, 5]", nullable=False)
    op.add_column("people", week)
    for name in ("paused_from", "paused_until"):
        op.add_column("people", sa.Column(name, sa.Date(), nullable=True))
