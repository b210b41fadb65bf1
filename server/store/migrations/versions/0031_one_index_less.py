"""First answers are found by organisation through the index that goes on with the study day."""

from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

NAME = "ix_first_answers_organisation_id"


def upgrade() -> None:
    """Applies the change."""
    op.drop_index(NAME, table_name="first_answers")


def downgrade() -> None:
    """Takes it back."""
    op.create_index(NAME, "first_answers", ["organisation_id"])
