"""Releases that touch memory, second looks, and days on which cards and sets are looked at again."""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
JSON = sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')


def upgrade() -> None:
    """Applies the change."""
    op.create_table('card_turns',
    sa.Column('release_id', ROW_ID, nullable=False),
    sa.Column('card_id', ROW_ID, nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('effect', sa.String(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('organisation_id', ROW_ID, nullable=False),
    sa.ForeignKeyConstraint(['card_id'], ['cards.id'], name=op.f('fk_card_turns_card_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_card_turns_organisation_id')),
    sa.ForeignKeyConstraint(['release_id'], ['releases.id'], name=op.f('fk_card_turns_release_id')),
    sa.PrimaryKeyConstraint('release_id', 'card_id', name=op.f('pk_card_turns'))
    )
    op.create_table('second_looks',
    sa.Column('id', ROW_ID, nullable=False),
    sa.Column('card_set_id', ROW_ID, nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('note', sa.String(), nullable=False),
    sa.Column('asked_by_id', ROW_ID, nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('reader_id', ROW_ID, nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('text_hash', sa.String(), nullable=False),
    sa.Column('remark', sa.String(), nullable=False),
    sa.Column('remarks', JSON, nullable=False),
    sa.Column('organisation_id', ROW_ID, nullable=False),
    sa.ForeignKeyConstraint(['asked_by_id'], ['people.id'], name=op.f('fk_second_looks_asked_by_id')),
    sa.ForeignKeyConstraint(['card_set_id'], ['card_sets.id'], name=op.f('fk_second_looks_card_set_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_second_looks_organisation_id')),
    sa.ForeignKeyConstraint(['reader_id'], ['people.id'], name=op.f('fk_second_looks_reader_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_second_looks'))
    )
    op.create_table('set_notices',
    sa.Column('card_set_id', ROW_ID, nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('organisation_id', ROW_ID, nullable=False),
    sa.ForeignKeyConstraint(['card_set_id'], ['card_sets.id'], name=op.f('fk_set_notices_card_set_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_set_notices_organisation_id')),
    sa.PrimaryKeyConstraint('card_set_id', 'kind', 'on', name=op.f('pk_set_notices'))
    )
    for table, column in (
        ('card_turns', 'card_id'), ('card_turns', 'organisation_id'),
        ('second_looks', 'card_set_id'), ('second_looks', 'organisation_id'),
        ('set_notices', 'organisation_id'),
    ):
        op.create_index(op.f(f'ix_{table}_{column}'), table, [column], unique=False)

    # Columns of their own and no batch, which would copy whole tables.
    op.add_column('card_sets', sa.Column('second_reader', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column('card_sets', sa.Column('review_on', sa.Date(), nullable=True))
    op.add_column('cards', sa.Column('valid_until', sa.Date(), nullable=True))
    op.add_column('released_cards', sa.Column('turned_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('released_cards', sa.Column('valid_until', sa.Date(), nullable=True))


def downgrade() -> None:
    """Takes the change back."""
    op.drop_column('released_cards', 'valid_until')
    op.drop_column('released_cards', 'turned_at')
    op.drop_column('cards', 'valid_until')
    op.drop_column('card_sets', 'review_on')
    op.drop_column('card_sets', 'second_reader')
    op.drop_table('set_notices')
    op.drop_table('second_looks')
    op.drop_table('card_turns')
