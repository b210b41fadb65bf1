"""Messages and heavy work have queues and threads of their own, and stopping is orderly."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from server.jobs import worker
from server.jobs.worker import Brokers, Hints
from tests.server.reminding import scene

PATIENCE_S = 20


class Jobs:
    """What workers were given; heavy ones last until they are let go."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.begun = threading.Semaphore(0)
        self.go = threading.Event()
        self.letter = threading.Event()

    def heavy(self, name: str) -> Callable[[Flask, int], None]:
        def job(_app: Flask, row_id: int) -> None:
            self.begun.release()
            self.go.wait(PATIENCE_S)
            self.done.append(f"{name} {row_id}")

        job.__name__ = name
        return job

    def send_letter(self, _app: Flask, row_id: int) -> None:
        self.done.append(f"letter {row_id}")
        self.letter.set()


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> Iterator[Jobs]:
    jobs = Jobs()
    monkeypatch.setattr(worker, "send_letter", _named("send_letter", jobs.send_letter))
    for name in ("import_file", "index_cards", "fit_models"):
        monkeypatch.setattr(worker, name, jobs.heavy(name))
    yield jobs
    jobs.go.set()


def _named(name: str, job: Callable[[Flask, int], None]) -> Callable[[Flask, int], None]:
    def named(app: Flask, row_id: int) -> None:
        job(app, row_id)

    named.__name__ = name
    return named


@pytest.fixture
def brokers() -> Iterator[Brokers]:
    brokers = worker.make_brokers(scene.SETTINGS)
    yield brokers
    for broker in brokers.values():
        broker.close()


def occupy(hints: Hints, jobs: Jobs) -> None:
    """Gives heavy work for every thread there is, and more; each thread has begun."""
    for row_id in range(10):
        hints.upload(row_id)
    for _ in range(worker.THREADS[worker.HEAVY]):
        assert jobs.begun.acquire(timeout=PATIENCE_S)


def test_a_letter_does_not_wait_for_imports(app: Flask, jobs: Jobs, brokers: Brokers) -> None:
    hints = worker.declare(app, brokers)
    staff = worker.start(brokers)
    occupy(hints, jobs)
    hints.letter(1)
    assert jobs.letter.wait(PATIENCE_S)
    assert jobs.done == ["letter 1"]
    jobs.go.set()
    worker.stop(staff)


def test_stopping_finishes_what_is_at_hand_and_takes_nothing_new(
    app: Flask, jobs: Jobs, brokers: Brokers
) -> None:
    hints = worker.declare(app, brokers)
    staff = worker.start(brokers)
    occupy(hints, jobs)
    stopping = threading.Thread(target=worker.stop, args=[staff])
    stopping.start()
    for one in staff:
        for thread in one.workers:
            # Told to stop at once, whichever queue is asked first.
            while thread.running:
                thread.join(0.01)
    jobs.go.set()
    stopping.join(PATIENCE_S)
    assert not stopping.is_alive()
    assert len(jobs.done) == worker.THREADS[worker.HEAVY]


def test_a_worker_can_keep_to_one_queue(app: Flask, jobs: Jobs, brokers: Brokers) -> None:
    hints = worker.declare(app, brokers)
    staff = worker.start(brokers, [worker.MESSAGES])
    hints.upload(1)
    hints.letter(1)
    assert jobs.letter.wait(PATIENCE_S)
    worker.stop(staff)
    assert jobs.done == ["letter 1"]
    assert not jobs.begun.acquire(blocking=False)
