"""The traces by which cards that ask nearly the same are found, and findings meant so."""

import sqlalchemy as sa
from alembic import op

from content.lint.resemblance import TRACES, gist, traces

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NAMES = [f"trace_{number}" for number in range(1, TRACES + 1)]


def upgrade() -> None:
    """Applies the change."""
    with op.batch_alter_table("cards") as cards:
        for name in NAMES:
            cards.add_column(sa.Column(name, sa.BigInteger(), nullable=True))
    _fill()
    with op.batch_alter_table("cards") as cards:
        for name in NAMES:
            cards.alter_column(name, existing_type=sa.BigInteger(), nullable=False)
    for name in NAMES:
        op.create_index(f"ix_cards_{name}", "cards", [name])
    op.create_table(
        "dismissals",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("card_id", ROW_ID, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("wording", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("dismissed_by_id", ROW_ID, nullable=False),
        sa.Column("dismissed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", ROW_ID, nullable=False),
        *(
            sa.ForeignKeyConstraint(
                [column], [f"{target}.id"], name=op.f(f"fk_dismissals_{column}")
            )
            for column, target in (
                ("card_id", "cards"),
                ("dismissed_by_id", "people"),
                ("organisation_id", "organisations"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dismissals")),
        sa.UniqueConstraint(
            "card_id", "code", "wording", name=op.f("uq_dismissals_card_id_code_wording")
        ),
    )
    op.create_index("ix_dismissals_organisation_id", "dismissals", ["organisation_id"])


def downgrade() -> None:
    """Takes the change back."""
    op.drop_table("dismissals")
    for name in NAMES:
        op.drop_index(f"ix_cards_{name}", "cards")
    with op.batch_alter_table("cards") as cards:
        for name in NAMES:
            cards.drop_column(name)


def _fill() -> None:
    cards = sa.table("cards", sa.column("id"), sa.column("face", sa.JSON()), *map(sa.column, NAMES))
    bind = op.get_bind()
    rows = [
        {"of": card_id, **dict(zip(NAMES, traces(gist(face)), strict=True))}
        for card_id, face in bind.execute(sa.select(cards.c.id, cards.c.face))
    ]
    if rows:
        bind.execute(
            sa.update(cards).where(cards.c.id == sa.bindparam("of")),
            rows,
        )
