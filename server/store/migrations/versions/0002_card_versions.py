"""Versions of cards."""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
JSON = sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')


def upgrade() -> None:
    """Applies the change."""
    op.create_table('card_versions',
    sa.Column('id', ROW_ID, nullable=False),
    sa.Column('card_id', ROW_ID, nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('face', JSON, nullable=False),
    sa.Column('variants', JSON, nullable=False),
    sa.Column('topic', sa.String(), nullable=False),
    sa.Column('tags', JSON, nullable=False),
    sa.Column('edited_by_id', ROW_ID, nullable=True),
    sa.Column('edited_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('begun_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('organisation_id', ROW_ID, nullable=False),
    sa.ForeignKeyConstraint(['card_id'], ['cards.id'], name=op.f('fk_card_versions_card_id')),
    sa.ForeignKeyConstraint(['edited_by_id'], ['people.id'], name=op.f('fk_card_versions_edited_by_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_card_versions_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_card_versions')),
    sa.UniqueConstraint('card_id', 'version', name=op.f('uq_card_versions_card_id_version'))
    )
    with op.batch_alter_table('card_versions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_card_versions_organisation_id'), ['organisation_id'], unique=False)

    # A column of its own and no batch, which would copy the whole table.
    op.add_column('cards', sa.Column('version', sa.Integer(), server_default='1', nullable=False))


def downgrade() -> None:
    """Takes the change back."""
    op.drop_column('cards', 'version')
    op.drop_table('card_versions')
