"""Finding the pushes that mail is to follow: few among all reminders that were ever sent."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

WAITING = sa.text("fallback_at IS NOT NULL")


def upgrade() -> None:
    """Applies the change."""
    op.create_index(
        "ix_reminders_fallback_at",
        "reminders",
        ["fallback_at"],
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    )


def downgrade() -> None:
    """Takes it back."""
    op.drop_index("ix_reminders_fallback_at", "reminders")
