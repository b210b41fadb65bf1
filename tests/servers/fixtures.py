"""Fixtures: the servers around Beklijf, one of each per run, and Beklijf itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.servers import chromium, mail
from tests.servers.beklijf import Beklijf
from tests.servers.redis import redis

StartBeklijf = Callable[..., Beklijf]


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with redis(tmp_path_factory.mktemp("redis")) as url:
        yield url


@pytest.fixture
def mailbox() -> Iterator[mail.Mailbox]:
    with mail.mail_server() as mailbox:
        yield mailbox


@pytest.fixture
def start_beklijf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartBeklijf]:
    """`start_beklijf(settings, *arguments)`: a running server with a data folder of its own."""
    started: list[Beklijf] = []

    def start(settings: dict[str, str] | None = None, *arguments: str) -> Beklijf:
        folder = tmp_path_factory.mktemp("beklijf")
        server = Beklijf(folder, settings or {}, arguments or ("--embedded",))
        started.append(server)
        server.start()
        return server

    yield start
    for server in reversed(started):
        server.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium.chromium() as browser:
        yield browser


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    with chromium.phone(browser) as context:
        yield context
