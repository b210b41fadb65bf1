"""Weekly checks of the memory model."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Applies the change."""
    op.create_table(
        "model_checks",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("organisation_id", ROW_ID, nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=True),
        sa.Column("learners", sa.Integer(), nullable=True),
        *(
            sa.Column(name, sa.Double(), nullable=True)
            for name in ("predicted", "observed", "low", "high")
        ),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_model_checks_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_model_checks")),
        sa.UniqueConstraint(
            "organisation_id", "last_day", name=op.f("uq_model_checks_organisation_id_last_day")
        ),
    )
    op.create_index("ix_model_checks_organisation_id", "model_checks", ["organisation_id"])


def downgrade() -> None:
    """Takes the change back."""
    op.drop_table("model_checks")
