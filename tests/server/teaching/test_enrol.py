from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

import pytest

from server.store import campaigns, people
from server.store.campaigns import Campaign
from server.store.people import Person
from server.store.sign_ins import Invitation
from server.teaching.enrol import Enrolled, Newcomer, enrol
from server.teaching.refusal import NotThere
from tests.server.firm import NOW, TODAY, Firm, counted, found


@pytest.fixture
def campaign(firm: Firm) -> Campaign:
    return firm.campaign(firm.card_set(), starts_on=TODAY)


def enrolled(firm: Firm, campaign: Campaign, *lines: Newcomer | str) -> Enrolled:
    def invite(invited: Sequence[Person]) -> Mapping[int, str]:
        for person in invited:
            firm.add(
                Invitation(
                    person_id=person.id, token_hash=f"hash of {person.id}",
                    until=NOW + timedelta(days=30),
                    used_at=None, created_at=NOW,
                )
            )  # fmt: skip
        return {person.id: f"link of {person.email}" for person in invited}

    newcomers = [Newcomer(line) if isinstance(line, str) else line for line in lines]
    return enrol(firm.db, campaign.id, newcomers, NOW, invite)


def test_someone_unknown_becomes_a_learner_with_an_invitation(
    firm: Firm, campaign: Campaign
) -> None:
    done = enrolled(firm, campaign, Newcomer("Fatima@Molenwerk.example", "Fatima", "en"))
    assert (done.enrolled, done.invited, done.already) == (1, 1, 0)
    assert done.links == {"fatima@molenwerk.example": "link of fatima@molenwerk.example"}
    fatima = people.by_email(firm.db, "fatima@molenwerk.example")
    assert fatima is not None
    assert (fatima.name, fatima.role, fatima.language) == ("Fatima", "learner", "en")
    assert fatima.time_zone == "Europe/Amsterdam"
    assert campaigns.enrolled_ids(firm.db, campaign.id) == {fatima.id}


def test_an_address_alone_is_enough(firm: Firm, campaign: Campaign) -> None:
    enrolled(firm, campaign, "fatima.amrani@molenwerk.example")
    fatima = people.by_email(firm.db, "fatima.amrani@molenwerk.example")
    assert fatima is not None
    assert (fatima.name, fatima.language) == ("fatima.amrani", "nl")


def test_the_same_list_again_changes_nothing(firm: Firm, campaign: Campaign) -> None:
    lines = ("fatima@molenwerk.example", " FATIMA@molenwerk.example ", "marit@molenwerk.example")
    first = enrolled(firm, campaign, *lines)
    again = enrolled(firm, campaign, *lines)
    assert (first.enrolled, first.invited, first.already) == (2, 2, 0)
    assert (again.enrolled, again.invited, again.already, again.links) == (0, 0, 2, {})


def test_someone_known_is_enrolled_and_not_invited(firm: Firm, campaign: Campaign) -> None:
    fatima = firm.person("Fatima", password_hash="kept")
    done = enrolled(firm, campaign, fatima.email)
    assert (done.enrolled, done.invited) == (1, 0)


def test_who_holds_an_invitation_is_not_mailed_for_every_campaign(
    firm: Firm, campaign: Campaign
) -> None:
    enrolled(firm, campaign, "fatima@molenwerk.example")
    second = firm.campaign(firm.card_set("Tweede"), starts_on=TODAY)
    done = enrolled(firm, second, "fatima@molenwerk.example")
    assert (done.enrolled, done.invited) == (1, 0)


def test_the_link_of_an_administrator_is_not_handed_to_a_trainer(
    firm: Firm, campaign: Campaign
) -> None:
    noor = firm.person("Noor", "admin", password_hash=None)
    done = enrolled(firm, campaign, noor.email)
    assert (done.invited, done.links) == (1, {})


def test_lines_at_fault_are_named_and_the_others_go_in(firm: Firm, campaign: Campaign) -> None:
    gone = firm.person("Vertrokken", active=False)
    done = enrolled(
        firm, campaign, "geen adres", "fatima@molenwerk.example", gone.email, "a\x00@b.example"
    )
    assert done.problems == [
        (1, "enrol-bad-address"),
        (3, "enrol-not-active"),
        (4, "enrol-bad-address"),
    ]
    assert done.enrolled == 1


def test_an_address_of_another_firm_is_a_new_person_here(firm: Firm, campaign: Campaign) -> None:
    shared = "fatima@elders.example"
    enrolled(firm, campaign, shared)
    other = found(firm.db, "viktors")
    done = enrolled(other, other.campaign(other.card_set(), starts_on=TODAY), shared)
    assert (done.enrolled, done.invited) == (1, 1)


def test_a_campaign_of_another_firm_is_not_there(firm: Firm, campaign: Campaign) -> None:
    viktors = found(firm.db, "viktors")
    with pytest.raises(NotThere):
        enrolled(viktors, campaign, "fatima@molenwerk.example")


def test_a_thousand_people_take_few_statements(firm: Firm, campaign: Campaign) -> None:
    lines = [Newcomer(f"learner{number}@molenwerk.example") for number in range(1_000)]
    with counted(firm.db) as statements:
        done = enrol(firm.db, campaign.id, lines, NOW, lambda _: dict.fromkeys(range(5_000), ""))
    assert done.enrolled == 1_000
    assert len(statements) <= 15
