"""A first answer points at its learner and the learner's organisation by one key.

Two keys were looked up for each of the million rows that a rebuild writes, and did not say that the
learner is one of that organisation.
"""

from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

PEOPLE = "ix_people_organisation_id_id"
OLD_PEOPLE = "ix_people_organisation_id"
BOTH = "fk_first_answers_organisation_id_person_id"
ORGANISATION = "fk_first_answers_organisation_id"
PERSON = "fk_first_answers_person_id"


def upgrade() -> None:
    """Applies the change."""
    op.create_index(PEOPLE, "people", ["organisation_id", "id"], unique=True)
    op.drop_index(OLD_PEOPLE, table_name="people")
    with op.batch_alter_table("first_answers") as batch:
        batch.create_foreign_key(
            BOTH, "people", ["organisation_id", "person_id"], ["organisation_id", "id"]
        )
        batch.drop_constraint(ORGANISATION, type_="foreignkey")
        batch.drop_constraint(PERSON, type_="foreignkey")


def downgrade() -> None:
    """Takes it back."""
    with op.batch_alter_table("first_answers") as batch:
        batch.create_foreign_key(PERSON, "people", ["person_id"], ["id"])
        batch.create_foreign_key(ORGANISATION, "organisations", ["organisation_id"], ["id"])
        batch.drop_constraint(BOTH, type_="foreignkey")
    op.create_index(OLD_PEOPLE, "people", ["organisation_id"])
    op.drop_index(PEOPLE, table_name="people")
