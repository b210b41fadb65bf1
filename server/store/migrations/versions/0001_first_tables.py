"""First tables."""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the change."""
    op.create_table('clock_lease',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('holder', sa.String(), nullable=False),
    sa.Column('seen_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_clock_lease'))
    )
    op.create_table('organisations',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('slug', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('time_zone', sa.String(), nullable=False),
    sa.Column('min_group_size', sa.Integer(), nullable=False),
    sa.Column('is_demo', sa.Boolean(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisations')),
    sa.UniqueConstraint('slug', name=op.f('uq_organisations_slug'))
    )
    op.create_table('course_events',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_course_events_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_course_events'))
    )
    with op.batch_alter_table('course_events', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_course_events_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('teams',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_teams_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_teams')),
    sa.UniqueConstraint('organisation_id', 'name', name=op.f('uq_teams_organisation_id_name'))
    )
    with op.batch_alter_table('teams', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_teams_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('people',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('email', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.Column('team_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('password_hash', sa.String(), nullable=True),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('time_zone', sa.String(), nullable=False),
    sa.Column('window_from', sa.Integer(), nullable=False),
    sa.Column('window_until', sa.Integer(), nullable=False),
    sa.Column('quiet_from', sa.Integer(), nullable=False),
    sa.Column('quiet_until', sa.Integer(), nullable=False),
    sa.Column('working_days', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('channels', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('cards_per_day', sa.Integer(), nullable=True),
    sa.Column('paused_from', sa.Date(), nullable=True),
    sa.Column('paused_until', sa.Date(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_people_organisation_id')),
    sa.ForeignKeyConstraint(['team_id'], ['teams.id'], name=op.f('fk_people_team_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_people')),
    sa.UniqueConstraint('organisation_id', 'email', name=op.f('uq_people_organisation_id_email'))
    )
    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_people_email'), ['email'], unique=False)
        batch_op.create_index(batch_op.f('ix_people_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_people_team_id'), ['team_id'], unique=False)

    op.create_table('campaigns',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('course_event_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('objectives', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('policy', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('cards_per_day', sa.Integer(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('days', sa.Integer(), nullable=False),
    sa.Column('created_by_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['course_event_id'], ['course_events.id'], name=op.f('fk_campaigns_course_event_id')),
    sa.ForeignKeyConstraint(['created_by_id'], ['people.id'], name=op.f('fk_campaigns_created_by_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_campaigns_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_campaigns'))
    )
    with op.batch_alter_table('campaigns', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_campaigns_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('card_sets',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('owner_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('live_release_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['live_release_id'], ['releases.id'], name=op.f('fk_card_sets_live_release_id'), use_alter=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_card_sets_organisation_id')),
    sa.ForeignKeyConstraint(['owner_id'], ['people.id'], name=op.f('fk_card_sets_owner_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_card_sets'))
    )
    with op.batch_alter_table('card_sets', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_card_sets_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_card_sets_owner_id'), ['owner_id'], unique=False)

    op.create_table('devices',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('channel', sa.String(), nullable=False),
    sa.Column('address_key', sa.String(), nullable=False),
    sa.Column('address', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_devices_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_devices_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_devices')),
    sa.UniqueConstraint('address_key', name=op.f('uq_devices_address_key'))
    )
    with op.batch_alter_table('devices', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_devices_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_devices_person_id'), ['person_id'], unique=False)

    op.create_table('invitations',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('token_hash', sa.String(), nullable=False),
    sa.Column('until', sa.DateTime(timezone=True), nullable=False),
    sa.Column('used_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_invitations_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_invitations_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitations')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_invitations_token_hash'))
    )
    with op.batch_alter_table('invitations', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_invitations_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_invitations_person_id'), ['person_id'], unique=False)

    op.create_table('outgoing_letters',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('values', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('lease_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('trouble', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_outgoing_letters_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_outgoing_letters_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outgoing_letters'))
    )
    with op.batch_alter_table('outgoing_letters', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_outgoing_letters_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index('ix_outgoing_letters_state_due_at', ['state', 'due_at'], unique=False)

    op.create_table('reminders',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('study_day', sa.Date(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('channels', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('sent_channel', sa.String(), nullable=True),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('lease_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('trouble', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_reminders_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_reminders_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reminders')),
    sa.UniqueConstraint('person_id', 'study_day', 'kind', name=op.f('uq_reminders_person_id_study_day_kind'))
    )
    with op.batch_alter_table('reminders', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reminders_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index('ix_reminders_state_due_at', ['state', 'due_at'], unique=False)

    op.create_table('sign_ins',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('access_hash', sa.String(), nullable=False),
    sa.Column('access_until', sa.DateTime(timezone=True), nullable=False),
    sa.Column('refresh_hash', sa.String(), nullable=False),
    sa.Column('refresh_hash_before', sa.String(), nullable=True),
    sa.Column('refreshed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('refresh_until', sa.DateTime(timezone=True), nullable=False),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_sign_ins_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_sign_ins_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sign_ins')),
    sa.UniqueConstraint('access_hash', name=op.f('uq_sign_ins_access_hash')),
    sa.UniqueConstraint('refresh_hash', name=op.f('uq_sign_ins_refresh_hash'))
    )
    with op.batch_alter_table('sign_ins', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sign_ins_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_sign_ins_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_sign_ins_refresh_hash_before'), ['refresh_hash_before'], unique=False)

    op.create_table('take_backs',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('review_id', sa.Uuid(), nullable=False),
    sa.Column('taken_back_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_take_backs_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_take_backs_person_id')),
    sa.PrimaryKeyConstraint('person_id', 'review_id', name=op.f('pk_take_backs'))
    )
    with op.batch_alter_table('take_backs', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_take_backs_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('campaign_card_sets',
    sa.Column('campaign_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('card_set_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaigns.id'], name=op.f('fk_campaign_card_sets_campaign_id')),
    sa.ForeignKeyConstraint(['card_set_id'], ['card_sets.id'], name=op.f('fk_campaign_card_sets_card_set_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_campaign_card_sets_organisation_id')),
    sa.PrimaryKeyConstraint('campaign_id', 'card_set_id', name=op.f('pk_campaign_card_sets'))
    )
    with op.batch_alter_table('campaign_card_sets', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_campaign_card_sets_card_set_id'), ['card_set_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_campaign_card_sets_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('cards',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('card_set_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('topic', sa.String(), nullable=False),
    sa.Column('tags', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('face', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['card_set_id'], ['card_sets.id'], name=op.f('fk_cards_card_set_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_cards_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_cards')),
    sa.UniqueConstraint('card_set_id', 'key', name=op.f('uq_cards_card_set_id_key'))
    )
    with op.batch_alter_table('cards', schema=None) as batch_op:
        batch_op.create_index('ix_cards_card_set_id_position', ['card_set_id', 'position'], unique=False)
        batch_op.create_index(batch_op.f('ix_cards_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('enrolments',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('campaign_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('enrolled_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaigns.id'], name=op.f('fk_enrolments_campaign_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_enrolments_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_enrolments_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_enrolments')),
    sa.UniqueConstraint('campaign_id', 'person_id', name=op.f('uq_enrolments_campaign_id_person_id'))
    )
    with op.batch_alter_table('enrolments', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_enrolments_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_enrolments_person_id'), ['person_id'], unique=False)

    op.create_table('releases',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('card_set_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('note', sa.String(), nullable=False),
    sa.Column('released_by_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('released_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('cards', sa.Integer(), nullable=False),
    sa.Column('added', sa.Integer(), nullable=False),
    sa.Column('changed', sa.Integer(), nullable=False),
    sa.Column('removed', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['card_set_id'], ['card_sets.id'], name=op.f('fk_releases_card_set_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_releases_organisation_id')),
    sa.ForeignKeyConstraint(['released_by_id'], ['people.id'], name=op.f('fk_releases_released_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_releases')),
    sa.UniqueConstraint('card_set_id', 'number', name=op.f('uq_releases_card_set_id_number'))
    )
    if op.get_bind().dialect.name != 'sqlite':
        # Set and release point at each other; Alembic leaves this half out of create_table there.
        op.create_foreign_key(op.f('fk_card_sets_live_release_id'), 'card_sets', 'releases', ['live_release_id'], ['id'])
    with op.batch_alter_table('releases', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_releases_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('card_flags',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('card_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('note', sa.String(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['card_id'], ['cards.id'], name=op.f('fk_card_flags_card_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_card_flags_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_card_flags_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_card_flags'))
    )
    with op.batch_alter_table('card_flags', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_card_flags_card_id'), ['card_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_card_flags_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('card_memory',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('card_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('stability', sa.Double(), nullable=False),
    sa.Column('difficulty', sa.Double(), nullable=False),
    sa.Column('first_study_day', sa.Date(), nullable=False),
    sa.Column('last_study_day', sa.Date(), nullable=False),
    sa.Column('reviews', sa.Integer(), nullable=False),
    sa.Column('lapses', sa.Integer(), nullable=False),
    sa.Column('correct_run', sa.Integer(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('last_review_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['card_id'], ['cards.id'], name=op.f('fk_card_memory_card_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_card_memory_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_card_memory_person_id')),
    sa.PrimaryKeyConstraint('person_id', 'card_id', name=op.f('pk_card_memory'))
    )
    with op.batch_alter_table('card_memory', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_card_memory_card_id'), ['card_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_card_memory_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index('ix_card_memory_person_id_due_on', ['person_id', 'due_on'], unique=False)

    op.create_table('card_variants',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('card_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('face', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['card_id'], ['cards.id'], name=op.f('fk_card_variants_card_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_card_variants_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_card_variants')),
    sa.UniqueConstraint('card_id', 'key', name=op.f('uq_card_variants_card_id_key'))
    )
    with op.batch_alter_table('card_variants', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_card_variants_card_id'), ['card_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_card_variants_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('first_answers',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('card_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('study_day', sa.Date(), nullable=False),
    sa.Column('correct', sa.Boolean(), nullable=False),
    sa.Column('elapsed_days', sa.Integer(), nullable=False),
    sa.Column('retrievability', sa.Double(), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['card_id'], ['cards.id'], name=op.f('fk_first_answers_card_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_first_answers_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_first_answers_person_id')),
    sa.PrimaryKeyConstraint('person_id', 'card_id', 'study_day', name=op.f('pk_first_answers'))
    )
    with op.batch_alter_table('first_answers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_first_answers_card_id'), ['card_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_first_answers_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index('ix_first_answers_organisation_id_study_day', ['organisation_id', 'study_day'], unique=False)

    op.create_table('released_cards',
    sa.Column('release_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('card_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('topic', sa.String(), nullable=False),
    sa.Column('tags', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('faces', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('changed_in', sa.Integer(), nullable=False),
    sa.Column('search_text', sa.String(), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['card_id'], ['cards.id'], name=op.f('fk_released_cards_card_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_released_cards_organisation_id')),
    sa.ForeignKeyConstraint(['release_id'], ['releases.id'], name=op.f('fk_released_cards_release_id')),
    sa.PrimaryKeyConstraint('release_id', 'card_id', name=op.f('pk_released_cards'))
    )
    with op.batch_alter_table('released_cards', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_released_cards_card_id'), ['card_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_released_cards_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('suggestions',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('card_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('proposal', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('note', sa.String(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['card_id'], ['cards.id'], name=op.f('fk_suggestions_card_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_suggestions_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_suggestions_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_suggestions'))
    )
    with op.batch_alter_table('suggestions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_suggestions_card_id'), ['card_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_suggestions_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('reviews',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('card_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('card_variant_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('rating', sa.Integer(), nullable=False),
    sa.Column('score', sa.Double(), nullable=True),
    sa.Column('answer', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=True),
    sa.Column('confidence', sa.String(), nullable=True),
    sa.Column('reviewed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('study_day', sa.Date(), nullable=False),
    sa.Column('desired_recall', sa.Double(), nullable=False),
    sa.Column('took_ms', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['card_id'], ['cards.id'], name=op.f('fk_reviews_card_id')),
    sa.ForeignKeyConstraint(['card_variant_id'], ['card_variants.id'], name=op.f('fk_reviews_card_variant_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_reviews_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_reviews_person_id')),
    sa.PrimaryKeyConstraint('person_id', 'id', name=op.f('pk_reviews'))
    )
    with op.batch_alter_table('reviews', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reviews_card_id'), ['card_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reviews_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index('ix_reviews_person_id_card_id', ['person_id', 'card_id'], unique=False)
        batch_op.create_index('ix_reviews_person_id_study_day', ['person_id', 'study_day'], unique=False)



def downgrade() -> None:
    """Takes the change back."""
    if op.get_bind().dialect.name != 'sqlite':
        op.drop_constraint(op.f('fk_card_sets_live_release_id'), 'card_sets', type_='foreignkey')
    with op.batch_alter_table('reviews', schema=None) as batch_op:
        batch_op.drop_index('ix_reviews_person_id_study_day')
        batch_op.drop_index('ix_reviews_person_id_card_id')
        batch_op.drop_index(batch_op.f('ix_reviews_organisation_id'))
        batch_op.drop_index(batch_op.f('ix_reviews_card_id'))

    op.drop_table('reviews')
    with op.batch_alter_table('suggestions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_suggestions_organisation_id'))
        batch_op.drop_index(batch_op.f('ix_suggestions_card_id'))

    op.drop_table('suggestions')
    with op.batch_alter_table('released_cards', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_released_cards_organisation_id'))
        batch_op.drop_index(batch_op.f('ix_released_cards_card_id'))

    op.drop_table('released_cards')
    with op.batch_alter_table('first_answers', schema=None) as batch_op:
        batch_op.drop_index('ix_first_answers_organisation_id_study_day')
        batch_op.drop_index(batch_op.f('ix_first_answers_organisation_id'))
        batch_op.drop_index(batch_op.f('ix_first_answers_card_id'))

    op.drop_table('first_answers')
    with op.batch_alter_table('card_variants', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_card_variants_organisation_id'))
        batch_op.drop_index(batch_op.f('ix_card_variants_card_id'))

    op.drop_table('card_variants')
    with op.batch_alter_table('card_memory', schema=None) as batch_op:
        batch_op.drop_index('ix_card_memory_person_id_due_on')
        batch_op.drop_index(batch_op.f('ix_card_memory_organisation_id'))
        batch_op.drop_index(batch_op.f('ix_card_memory_card_id'))

    op.drop_table('card_memory')
    with op.batch_alter_table('card_flags', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_card_flags_organisation_id'))
        batch_op.drop_index(batch_op.f('ix_card_flags_card_id'))

    op.drop_table('card_flags')
    with op.batch_alter_table('releases', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_releases_organisation_id'))

    op.drop_table('releases')
    with op.batch_alter_table('enrolments', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_enrolments_person_id'))
        batch_op.drop_index(batch_op.f('ix_enrolments_organisation_id'))

    op.drop_table('enrolments')
    with op.batch_alter_table('cards', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_cards_organisation_id'))
        batch_op.drop_index('ix_cards_card_set_id_position')

    op.drop_table('cards')
    with op.batch_alter_table('campaign_card_sets', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_campaign_card_sets_organisation_id'))
        batch_op.drop_index(batch_op.f('ix_campaign_card_sets_card_set_id'))

    op.drop_table('campaign_card_sets')
    with op.batch_alter_table('take_backs', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_take_backs_organisation_id'))

    op.drop_table('take_backs')
    with op.batch_alter_table('sign_ins', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sign_ins_refresh_hash_before'))
        batch_op.drop_index(batch_op.f('ix_sign_ins_person_id'))
        batch_op.drop_index(batch_op.f('ix_sign_ins_organisation_id'))

    op.drop_table('sign_ins')
    with op.batch_alter_table('reminders', schema=None) as batch_op:
        batch_op.drop_index('ix_reminders_state_due_at')
        batch_op.drop_index(batch_op.f('ix_reminders_organisation_id'))

    op.drop_table('reminders')
    with op.batch_alter_table('outgoing_letters', schema=None) as batch_op:
        batch_op.drop_index('ix_outgoing_letters_state_due_at')
        batch_op.drop_index(batch_op.f('ix_outgoing_letters_organisation_id'))

    op.drop_table('outgoing_letters')
    with op.batch_alter_table('invitations', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_invitations_person_id'))
        batch_op.drop_index(batch_op.f('ix_invitations_organisation_id'))

    op.drop_table('invitations')
    with op.batch_alter_table('devices', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_devices_person_id'))
        batch_op.drop_index(batch_op.f('ix_devices_organisation_id'))

    op.drop_table('devices')
    with op.batch_alter_table('card_sets', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_card_sets_owner_id'))
        batch_op.drop_index(batch_op.f('ix_card_sets_organisation_id'))

    op.drop_table('card_sets')
    with op.batch_alter_table('campaigns', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_campaigns_organisation_id'))

    op.drop_table('campaigns')
    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_people_team_id'))
        batch_op.drop_index(batch_op.f('ix_people_organisation_id'))
        batch_op.drop_index(batch_op.f('ix_people_email'))

    op.drop_table('people')
    with op.batch_alter_table('teams', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_teams_organisation_id'))

    op.drop_table('teams')
    with op.batch_alter_table('course_events', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_course_events_organisation_id'))

    op.drop_table('course_events')
    op.drop_table('organisations')
    op.drop_table('clock_lease')
