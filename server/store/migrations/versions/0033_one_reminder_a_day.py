"""One reminder per learner and study day, whatever its kind.

Two clocks that each found another occasion for the same day could else plan two of them.
"""

from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

KIND = "uq_reminders_person_id_study_day_kind"
DAY = "uq_reminders_person_id_study_day"
# Of several on a day the one that went out stays, else the first.
LATER_ONES = """
DELETE FROM reminders WHERE id IN (
    SELECT id FROM (
        SELECT id, row_number() OVER (
            PARTITION BY person_id, study_day ORDER BY sent_at IS NULL, id
        ) AS place
        FROM reminders
    ) AS placed
    WHERE place > 1
)
"""


def upgrade() -> None:
    """Applies the change."""
    op.execute(LATER_ONES)
    with op.batch_alter_table("reminders") as batch:
        batch.create_unique_constraint(DAY, ["person_id", "study_day"])
        batch.drop_constraint(KIND, type_="unique")


def downgrade() -> None:
    """Takes it back."""
    with op.batch_alter_table("reminders") as batch:
        batch.create_unique_constraint(KIND, ["person_id", "study_day", "kind"])
        batch.drop_constraint(DAY, type_="unique")
