"""Pre-tests: their cards per campaign, the phase of an answer; and who wants upkeep."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Applies the change."""
    op.add_column("campaigns", sa.Column("pre_test", JSON, nullable=True))
    op.add_column("reviews", sa.Column("phase", sa.String(), nullable=True))
    op.add_column(
        "people", sa.Column("upkeep", sa.Boolean(), server_default=sa.true(), nullable=False)
    )


def downgrade() -> None:
    """Takes the change back."""
    op.drop_column("people", "upkeep")
    op.drop_column("reviews", "phase")
    op.drop_column("campaigns", "pre_test")
