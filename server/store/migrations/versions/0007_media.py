"""Files of cards."""

from alembic import op
import sqlalchemy as sa

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    """Applies the change."""
    op.create_table('media',
    sa.Column('id', ROW_ID, nullable=False),
    sa.Column('file', sa.String(), nullable=False),
    sa.Column('type', sa.String(), nullable=False),
    sa.Column('bytes', sa.Integer(), nullable=False),
    sa.Column('width', sa.Integer(), nullable=True),
    sa.Column('height', sa.Integer(), nullable=True),
    sa.Column('seconds', sa.Double(), nullable=True),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('uploaded_by_id', ROW_ID, nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('offered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('organisation_id', ROW_ID, nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_media_organisation_id')),
    sa.ForeignKeyConstraint(['uploaded_by_id'], ['people.id'], name=op.f('fk_media_uploaded_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_media')),
    sa.UniqueConstraint('organisation_id', 'file', name=op.f('uq_media_organisation_id_file'))
    )
    with op.batch_alter_table('media', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_media_file'), ['file'], unique=False)
        batch_op.create_index(batch_op.f('ix_media_organisation_id'), ['organisation_id'], unique=False)


def downgrade() -> None:
    """Takes it back."""
    op.drop_table('media')
