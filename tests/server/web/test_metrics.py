"""What Prometheus is told: figures of what is so, and none of anybody's data."""

from __future__ import annotations

from datetime import timedelta

import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy.exc import OperationalError

from server.reminding import unsubscribe
from server.store import leader
from server.store.channel_states import ChannelState
from server.store.leader import ClockLease
from tests.support.town import SECRET, Town


def told(town: Town) -> dict[tuple[str, str], float]:
    """Each figure by its name and, where it has them, its labels' values."""
    text = town.visit("/metrics").get_data(as_text=True)
    return {
        (one.name, " ".join(one.labels.values())): one.value
        for family in text_string_to_metric_families(text)
        for one in family.samples
    }


def test_it_tells_when_a_clock_was_last_seen(town: Town) -> None:
    assert told(town)["beklijf_clock_seen_timestamp_seconds", ""] == 0
    now = town.world.clock.now()
    town.firm.add(ClockLease(id=1, holder="molen 7", seen_at=now))
    assert told(town)["beklijf_clock_seen_timestamp_seconds", ""] == now.timestamp()


def test_it_tells_which_channels_are_left_alone(town: Town) -> None:
    now = town.world.clock.now()
    later = now + timedelta(minutes=1)
    for channel, since, until in (
        ("fcm", now, later),
        ("web_push/web.push.apple.com", now, later),
        ("mail", None, None),
    ):
        town.firm.add(ChannelState(channel=channel, failures=3, open_since=since, open_until=until))
    found = told(town)
    assert found["beklijf_circuit_open", "fcm "] == 1
    assert found["beklijf_circuit_open", "web_push web.push.apple.com"] == 1
    assert found["beklijf_circuit_open", "mail "] == 0


def test_it_counts_who_stops_mail_once(town: Town) -> None:
    before = told(town)["beklijf_unsubscribed_total", ""]
    path = f"/unsubscribe/{unsubscribe.make(SECRET, town.fatima)}"
    for _ in range(2):
        assert town.app.test_client().post(path).status_code == 200
        town.settle()
    assert town.app.test_client().post("/unsubscribe/forged").status_code == 404
    assert told(town)["beklijf_unsubscribed_total", ""] == before + 1


def test_counters_are_told_while_the_database_is_away(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("gone"))

    monkeypatch.setattr(leader, "seen_at", away)
    found = told(town)
    assert ("beklijf_unsubscribed_total", "") in found
    assert ("beklijf_clock_seen_timestamp_seconds", "") not in found
