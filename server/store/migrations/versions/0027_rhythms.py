"""What reminders came to, how jobs and channels fare, and what learners say about reminders."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)

# Columns of their own and no batch, which would copy whole tables.
ADDED: dict[str, list[tuple[str, Any, Any]]] = {
    "people": [
        ("reminder_minute", sa.Integer(), None),
        ("snoozed_until", sa.Date(), None),
        ("question_in_push", sa.Boolean(), sa.false()),
        ("mail_bounced_at", MOMENT, None),
    ],
    "organisations": [("reminders_a_week", sa.Integer(), "5")],
    "devices": [("acknowledges", sa.Boolean(), sa.false())],
    "reminders": [
        ("hour", sa.Integer(), None),
        ("hour_propensity", sa.Double(), None),
        ("wording", sa.String(), None),
        ("wording_propensity", sa.Double(), None),
        ("delivered_at", MOMENT, None),
        ("opened_at", MOMENT, None),
        ("answered", sa.Boolean(), None),
        ("judged_at", MOMENT, None),
        ("fallback_at", MOMENT, None),
    ],
}


def upgrade() -> None:
    """Applies the change."""
    for table, columns in ADDED.items():
        for name, kind, default in columns:
            op.add_column(
                table, sa.Column(name, kind, server_default=default, nullable=default is None)
            )
    op.create_table(
        "rhythms",
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("ignored", sa.Integer(), nullable=False),
        sa.Column("last_reminder_at", MOMENT, nullable=True),
        sa.Column("last_reminder_on", sa.Date(), nullable=True),
        sa.Column("week", sa.Date(), nullable=True),
        sa.Column("in_week", sa.Integer(), nullable=False),
        sa.Column("alone", sa.Integer(), nullable=False),
        sa.Column("alone_of", sa.Integer(), nullable=False),
        sa.Column("counted_on", sa.Date(), nullable=True),
        sa.Column("asked_help_on", sa.Date(), nullable=True),
        sa.Column("hours", sa.LargeBinary(), nullable=False),
        sa.Column("wordings", sa.LargeBinary(), nullable=False),
        sa.Column("organisation_id", ROW_ID, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_rhythms_person_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_rhythms_organisation_id")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_rhythms")),
    )
    op.create_index("ix_rhythms_organisation_id", "rhythms", ["organisation_id"])
    op.create_table(
        "cohort_rhythms",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("hours", sa.LargeBinary(), nullable=False),
        sa.Column("wordings", sa.LargeBinary(), nullable=False),
        sa.Column("organisation_id", ROW_ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_cohort_rhythms_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cohort_rhythms")),
        sa.UniqueConstraint("organisation_id", name=op.f("uq_cohort_rhythms_organisation_id")),
    )
    op.create_index("ix_cohort_rhythms_organisation_id", "cohort_rhythms", ["organisation_id"])
    op.create_table(
        "job_runs",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("job", sa.String(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("detail", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_runs")),
    )
    op.create_index("ix_job_runs_job_began_at", "job_runs", ["job", "began_at"])
    op.create_table(
        "channel_states",
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("open_since", MOMENT, nullable=True),
        sa.Column("open_until", MOMENT, nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("channel", name=op.f("pk_channel_states")),
    )


def downgrade() -> None:
    """Takes it back."""
    for table in ("channel_states", "job_runs", "cohort_rhythms", "rhythms"):
        op.drop_table(table)
    for table, columns in ADDED.items():
        for name, _kind, _default in columns:
            op.drop_column(table, name)
