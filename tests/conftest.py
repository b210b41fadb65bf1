"""Collects the fixtures; each lives beside what it makes."""

import gc

pytest_plugins = [
    "tests.servers.databases",
    "tests.servers.fixtures",
    "tests.standins.fixtures",
    "tests.support.fixtures",
]


def pytest_collection_finish() -> None:
    """Spares the collector what lives as long as the run: looking there again took a tenth."""
    gc.freeze()
    gc.set_threshold(50_000)
