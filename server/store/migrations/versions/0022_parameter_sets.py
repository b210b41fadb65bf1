"""Parameters of the memory model, what makes them, and which of them each answer went by."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Applies the change."""
    _table(
        "parameter_sets",
        sa.Column("person_id", ROW_ID, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("parameters", JSON, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("evaluation", JSON, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("adopted_at", MOMENT, nullable=True),
        sa.Column("retired_at", MOMENT, nullable=True),
        sa.UniqueConstraint(
            "organisation_id", "person_id", "version",
            name=op.f("uq_parameter_sets_organisation_id_person_id_version"),
        ),
    )
    op.create_index("ix_parameter_sets_person_id", "parameter_sets", ["person_id"])
    _table(
        "fit_tasks",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("person_id", ROW_ID, nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_until", MOMENT, nullable=True),
    )
    for table in ("people", "reviews"):
        op.add_column(table, sa.Column("parameter_set_id", ROW_ID, nullable=True))


def _table(name: str, *columns: sa.schema.SchemaItem) -> None:
    keys = {"person_id": "people", "organisation_id": "organisations"}
    op.create_table(
        name,
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("organisation_id", ROW_ID, nullable=False),
        *columns,
        *(
            sa.ForeignKeyConstraint([key], [f"{table}.id"], name=op.f(f"fk_{name}_{key}"))
            for key, table in keys.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    op.create_index(f"ix_{name}_organisation_id", name, ["organisation_id"])


def downgrade() -> None:
    """Takes the change back."""
    for table in ("reviews", "people"):
        op.drop_column(table, "parameter_set_id")
    op.drop_table("fit_tasks")
    op.drop_table("parameter_sets")
