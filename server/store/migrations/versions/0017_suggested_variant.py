"""The wording of a card that a better text is about."""

import sqlalchemy as sa
from alembic import op

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the change."""
    with op.batch_alter_table("inbox_items", schema=None) as batch_op:
        batch_op.add_column(sa.Column("card_variant_id", ROW_ID, nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_inbox_items_card_variant_id"),
            "card_variants",
            ["card_variant_id"],
            ["id"],
        )


def downgrade() -> None:
    """Takes it back."""
    with op.batch_alter_table("inbox_items", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_inbox_items_card_variant_id"), type_="foreignkey")
        batch_op.drop_column("card_variant_id")
