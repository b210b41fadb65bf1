"""What each day of the week asks, whose public holidays are kept, and pauses of several kinds."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
WORKING_WEEK = '["full", "full", "full", "full", "full", "none", "none"]'
KEYS = {"person_id": "people", "organisation_id": "organisations"}

people = sa.table(
    "people",
    *(sa.column(name, ROW_ID) for name in ("id", "organisation_id")),
    sa.column("working_days", JSON),
    sa.column("day_loads", JSON),
    *(sa.column(name, sa.Date()) for name in ("paused_from", "paused_until")),
    sa.column("created_at", sa.DateTime(timezone=True)),
)
pauses = sa.table(
    "pauses",
    *(sa.column(name) for name in ("organisation_id", "person_id", "kind")),
    *(sa.column(name, sa.Date()) for name in ("first_day", "last_day")),
    sa.column("created_at", sa.DateTime(timezone=True)),
)


def upgrade() -> None:
    """Applies the change."""
    op.create_table(
        "pauses",
        sa.Column("id", ROW_ID, nullable=False),
        *(sa.Column(name, ROW_ID, nullable=False) for name in KEYS),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        *(
            sa.ForeignKeyConstraint([name], [f"{table}.id"], name=op.f(f"fk_pauses_{name}"))
            for name, table in KEYS.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pauses")),
    )
    op.create_index("ix_pauses_organisation_id", "pauses", ["organisation_id"])
    op.create_index("ix_pauses_person_id_last_day", "pauses", ["person_id", "last_day"])
    # Columns of their own and no batch, which would copy whole tables.
    op.add_column("organisations", _default("day_loads", JSON, WORKING_WEEK))
    op.add_column("organisations", _default("country", sa.String(), ""))
    op.execute("UPDATE organisations SET country = 'NL' WHERE time_zone = 'Europe/Amsterdam'")
    op.add_column("people", sa.Column("day_loads", JSON, nullable=True))
    op.add_column("people", sa.Column("country", sa.String(), nullable=True))
    op.add_column("people", sa.Column("minutes_per_day", sa.Integer(), nullable=True))
    _carry_over()


def downgrade() -> None:
    """Takes the change back."""
    op.drop_table("pauses")
    for name in ("day_loads", "country"):
        op.drop_column("organisations", name)
    for name in ("day_loads", "country", "minutes_per_day"):
        op.drop_column("people", name)


def _default(name: str, kind: sa.types.TypeEngine[Any], value: str) -> sa.Column[Any]:
    return sa.Column(name, kind, server_default=value, nullable=False)


def _carry_over() -> None:
    """Keeps each pause, and the week of whoever chose another than Monday to Friday."""
    bind = op.get_bind()
    away = people.c.paused_from.is_not(None) & people.c.paused_until.is_not(None)
    kept = ("organisation_id", "id", "paused_from", "paused_until", "created_at")
    bind.execute(
        pauses.insert().from_select(
            ["organisation_id", "person_id", "first_day", "last_day", "created_at", "kind"],
            sa.select(*(people.c[name] for name in kept), sa.literal("holiday")).where(away),
        )
    )
    for person_id, days in bind.execute(sa.select(people.c.id, people.c.working_days)).all():
        if days != [1, 2, 3, 4, 5]:
            loads = ["full" if day in days else "none" for day in range(1, 8)]
            bind.execute(people.update().where(people.c.id == person_id).values(day_loads=loads))
