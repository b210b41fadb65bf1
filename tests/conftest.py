"""Collects the fixtures; each lives beside what it makes."""

pytest_plugins = [
    "tests.servers.databases",
    "tests.servers.fixtures",
    "tests.standins.fixtures",
    "tests.support.fixtures",
]
