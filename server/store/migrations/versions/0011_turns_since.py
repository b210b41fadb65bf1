"""What releases did to memory, found by when they did it."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

NAME = "ix_card_turns_organisation_id_effect_at"


def upgrade() -> None:
    """Applies the change."""
    op.create_index(NAME, "card_turns", ["organisation_id", "effect", "at"])


def downgrade() -> None:
    """Takes it back."""
    op.drop_index(NAME, "card_turns")
