"""What the jobs count for Prometheus, always after the commit: figures of what is so."""

from __future__ import annotations

from datetime import timedelta

from prometheus_client import Counter, Histogram

from server.channels import parted
from server.reminding.parcel import Outcome
from server.store.letters import OutgoingLetter
from server.store.outbox import Outgoing, State

MESSAGES = Counter(
    "beklijf_messages", "Reminders and letters by the state they came to", ["message", "state"]
)
ATTEMPTS = Counter(
    "beklijf_attempts", "Attempts to hand a message to a provider", ["channel", "outcome"]
)

LATE = Histogram(
    "beklijf_reminder_late_seconds",
    "From the moment a reminder was last due until a provider took it",
    buckets=(1, 2, 5, 10, 20, 30, 60, 120, 300, 900, 3600),
)

MODEL_CHECKS = Counter(
    "beklijf_model_checks", "Weekly checks of the memory model by organisation", ["verdict"]
)


def came_to(table: type[Outgoing], state: State | str, count: int = 1) -> None:
    """Counts messages that came to a state; `planned` is also one that waits to try again."""
    message = "letter" if table is OutgoingLetter else "reminder"
    MESSAGES.labels(message, str(state)).inc(count)


def attempted(outcome: Outcome) -> None:
    """Counts each channel that was tried."""
    for circuit, reason in outcome.trouble:
        ATTEMPTS.labels(parted(circuit)[0], reason.partition(":")[0].replace(" ", "_")).inc()
    if outcome.sent_channel is not None:
        ATTEMPTS.labels(outcome.sent_channel, "sent").inc()


def sent(late: timedelta) -> None:
    """Counts how late one reminder left."""
    LATE.observe(max(late.total_seconds(), 0))


def model_checked(verdict: str) -> None:
    """Counts one check; `off` is the one to be warned of."""
    MODEL_CHECKS.labels(verdict).inc()
