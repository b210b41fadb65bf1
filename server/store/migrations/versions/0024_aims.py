"""What was aimed at with each answer: a date or a ladder as well as a recall to hold."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the change."""
    op.add_column("people", sa.Column("attendance", sa.Double()))
    op.add_column("reviews", sa.Column("aims", sa.String()))
    op.execute("UPDATE reviews SET aims = 'readiness:' || CAST(desired_recall AS VARCHAR)")
    with op.batch_alter_table("reviews") as batch:
        batch.alter_column("aims", existing_type=sa.String(), nullable=False)
        batch.drop_column("desired_recall")


def downgrade() -> None:
    """Takes it back; of an answer with a date the recall wanted on it stays."""
    op.add_column("reviews", sa.Column("desired_recall", sa.Double(), server_default="0.9"))
    op.execute(
        "UPDATE reviews SET desired_recall = CAST(substr(aims, 11) AS FLOAT)"
        " WHERE aims LIKE 'readiness:%' AND aims NOT LIKE '% %'"
    )
    with op.batch_alter_table("reviews") as batch:
        batch.alter_column("desired_recall", existing_type=sa.Double(), nullable=False, server_default=None)
        batch.drop_column("aims")
    op.drop_column("people", "attendance")
