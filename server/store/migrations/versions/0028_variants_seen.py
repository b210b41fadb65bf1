"""The wordings of a card that a learner saw, in the order in which they were last seen."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

# The last time of each wording since the card was new, as the fold of the log has it: without
# answers that were taken back, and wrong ones of a pre-test.
_SEEN = """
UPDATE card_memory SET variants_seen = COALESCE((
    SELECT {joined} FROM (
        SELECT COALESCE(card_variant_id, 0) AS variant, MAX(reviewed_at) AS seen_at
        FROM reviews r
        WHERE r.organisation_id = card_memory.organisation_id
            AND r.person_id = card_memory.person_id AND r.card_id = card_memory.card_id
            AND NOT (COALESCE(r.phase, '') = 'pre' AND r.rating = 1)
            AND NOT EXISTS (SELECT 1 FROM take_backs t WHERE t.person_id = r.person_id
                AND t.review_id = r.id)
            AND NOT EXISTS (SELECT 1 FROM card_turns c WHERE c.card_id = r.card_id
                AND c.effect = 'new' AND c.at > r.reviewed_at)
        GROUP BY 1 ORDER BY 2
    ) seen), '')
"""
_JOINED = {
    "postgresql": "STRING_AGG(CAST(variant AS VARCHAR), ' ' ORDER BY seen_at)",
    "sqlite": "GROUP_CONCAT(variant, ' ')",
}


def upgrade() -> None:
    """Applies the change."""
    # A column of its own and no batch, which would copy the whole table.
    op.add_column(
        "card_memory", sa.Column("variants_seen", sa.String(), server_default="", nullable=False)
    )
    op.execute(_SEEN.format(joined=_JOINED[op.get_bind().dialect.name]))


def downgrade() -> None:
    """Takes it back."""
    op.drop_column("card_memory", "variants_seen")
