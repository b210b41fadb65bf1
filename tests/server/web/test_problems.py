"""What goes wrong is told in the language of whoever is signed in."""

from tests.support.town import Town

PROBLEM = "application/problem+json"


def test_who_may_not_enter_is_told_so_in_the_own_language(town: Town) -> None:
    refused = town.phone(town.fatima).ask("GET", "/people")
    assert (refused.status_code, refused.content_type) == (403, PROBLEM)
    assert refused.get_json()["title"] == "Dit hoort niet bij jouw rol"


def test_what_is_not_there_is_told_in_the_own_language(town: Town) -> None:
    missing = town.phone(town.viktor).ask("GET", "/campaigns/999999")
    assert (missing.status_code, missing.content_type) == (404, PROBLEM)
    assert missing.get_json()["title"] == "Not found"
