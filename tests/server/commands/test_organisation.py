from sqlalchemy import select

from server.commands import roof
from server.store.organisations import Organisation
from tests.server.commands.conftest import Beklijf


def test_a_new_organisation_works_from_monday_to_friday_and_keeps_the_holidays_it_says(
    beklijf: Beklijf,
) -> None:
    assert beklijf("organisation", "add", "bakker", "--name", "Bakker").exit_code == 0
    assert beklijf("organisation", "add", "bro", "--name", "B", "--country", "BE").exit_code == 0
    assert beklijf("organisation", "add", "none", "--name", "N", "--country", "").exit_code == 0
    with roof.session() as db:
        made = list(db.scalars(select(Organisation).order_by(Organisation.slug)))
        assert [one.country for one in made] == ["NL", "BE", ""]
        assert made[0].day_loads == [*["full"] * 5, "none", "none"]


def test_a_country_that_is_none_is_refused_and_nothing_is_made(beklijf: Beklijf) -> None:
    refused = beklijf("organisation", "add", "bakker", "--name", "Bakker", "--country", "Holland")
    assert refused.exit_code == 1
    assert "'Holland' is not a country" in refused.output
    with roof.session() as db:
        assert db.scalars(select(Organisation)).all() == []
