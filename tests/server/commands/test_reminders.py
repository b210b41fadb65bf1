from __future__ import annotations

import re

import pytest

from scheduler.rhythm.replay import LEAST_LEARNERS
from tests.server.commands.conftest import Beklijf
from tests.server.firm import found, session_on
from tests.support.ledger import remind


@pytest.fixture
def two_firms(database_url: str) -> None:
    with session_on(database_url) as db:
        remind(found(db, "molenwerk"), LEAST_LEARNERS, 5)
        remind(found(db, "elders"), 1, 1)
        db.commit()


@pytest.mark.usefixtures("two_firms")
def test_what_picking_brings_is_told_of_one_firm_and_of_all(beklijf: Beklijf) -> None:
    all_of_them = beklijf("reminders", "evaluate")
    assert (all_of_them.exit_code, all_of_them.stderr) == (0, "")
    lines = all_of_them.stdout.splitlines()
    assert lines[0].startswith("151 reminders of which it is known")
    assert [line[:14] for line in lines] == [
        "151 reminders ", "The hour", "  picked 151 t", "  as picked: 4", "  every choice",
        "  as this vers", "The words", "  picked 151 t", "  as picked: 4", "  every choice",
        "  as this vers",
    ]  # fmt: skip
    elsewhere = beklijf("reminders", "evaluate", "--organisation", "elders")
    assert elsewhere.stdout.splitlines()[0].startswith("1 reminder of which")
    assert elsewhere.stdout.count("Nothing can be told yet") == 2


@pytest.mark.usefixtures("two_firms")
def test_it_is_told_in_dutch_as_well(beklijf: Beklijf) -> None:
    told = beklijf("reminders", "evaluate", "--language", "nl").stdout
    assert "Het uur" in told
    assert re.search(r"zoals gekozen: \d\d,\d% oefende \(\d\d,\d% tot", told)


def test_an_organisation_that_is_not_there_is_named(beklijf: Beklijf) -> None:
    refused = beklijf("reminders", "evaluate", "--organisation", "nergens")
    assert refused.exit_code == 1
    assert "there is no organisation 'nergens'" in refused.stderr


def test_before_the_first_reminder_nothing_is_told(beklijf: Beklijf) -> None:
    told = beklijf("reminders", "evaluate")
    assert told.exit_code == 0
    assert told.stdout.startswith("0 reminders")
