"""When the process of a run last showed life, so that one that died is told from one at work."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the change."""
    # No version before this one wrote a run.
    op.execute("DELETE FROM job_runs")
    with op.batch_alter_table("job_runs") as runs:
        runs.add_column(sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False))


def downgrade() -> None:
    """Takes it back."""
    with op.batch_alter_table("job_runs") as runs:
        runs.drop_column("seen_at")
