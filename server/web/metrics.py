"""What the doors count for Prometheus, and what it is told straight from the database."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Response, after_this_request
from prometheus_client import CollectorRegistry, Counter, Metric, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from server.channels import parted
from server.store import channel_states, leader
from server.store.database import only_reads

DELIVERED = Counter("beklijf_reminders_delivered", "Reminders that a device told it got")
OPENED = Counter("beklijf_reminders_opened", "Reminders that were opened")
UNSUBSCRIBED = Counter("beklijf_unsubscribed", "People who stopped mail by the link in one")


def count(counter: Counter) -> None:
    """Counts one once this request has succeeded, and so is committed."""

    @after_this_request
    def add(response: Response) -> Response:
        if response.status_code < 400:  # noqa: PLR2004 - where HTTP's errors begin
            counter.inc()
        return response


class Standing(Collector):
    """What no process can count: how the clock and the channels stand now."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def collect(self) -> Iterable[Metric]:
        """Read anew at each call."""
        seen = leader.seen_at(self._session)
        clock = GaugeMetricFamily(
            "beklijf_clock_seen_timestamp_seconds", "When a clock last showed life, 0 for never"
        )
        clock.add_metric([], seen.timestamp() if seen else 0)
        yield clock
        circuits = GaugeMetricFamily(
            "beklijf_circuit_open", "1 while nothing is sent to it", labels=["channel", "service"]
        )
        for circuit, standing in channel_states.standings(self._session).items():
            circuits.add_metric(parted(circuit), int(standing.open_since is not None))
        yield circuits


def of_database(session: Session) -> bytes:
    """How clock and channels stand; nothing while the database is away."""
    registry = CollectorRegistry()
    try:
        only_reads(session)
        registry.register(Standing(session))
        return generate_latest(registry)
    except SQLAlchemyError:
        session.rollback()
        return b""
