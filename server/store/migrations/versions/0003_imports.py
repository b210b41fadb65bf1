"""Uploads that are worked on beside the requests."""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    """Applies the change."""
    op.create_table('imports',
    sa.Column('id', ROW_ID, nullable=False),
    sa.Column('card_set_id', ROW_ID, nullable=False),
    sa.Column('person_id', ROW_ID, nullable=False),
    sa.Column('file_name', sa.String(), nullable=False),
    sa.Column('size', sa.BigInteger(), nullable=False),
    sa.Column('sha', sa.String(), nullable=False),
    sa.Column('dry_run', sa.Boolean(), nullable=False),
    sa.Column('partial', sa.Boolean(), nullable=False),
    sa.Column('encoding', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('done', sa.Integer(), nullable=False),
    sa.Column('of', sa.Integer(), nullable=True),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('lease_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('report', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('organisation_id', ROW_ID, nullable=False),
    sa.ForeignKeyConstraint(['card_set_id'], ['card_sets.id'], name=op.f('fk_imports_card_set_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_imports_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_imports_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_imports'))
    )
    with op.batch_alter_table('imports', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_imports_card_set_id'), ['card_set_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_imports_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index('ix_imports_state_lease_until', ['state', 'lease_until'], unique=False)


def downgrade() -> None:
    """Takes it back."""
    op.drop_table('imports')
