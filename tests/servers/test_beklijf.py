"""A real Beklijf in a process of its own can be asked, killed and started again."""

from __future__ import annotations

import httpx
import pytest

from tests.servers.fixtures import StartBeklijf

pytestmark = pytest.mark.servers


def test_it_comes_back_on_its_port_after_kill_9(start_beklijf: StartBeklijf) -> None:
    server = start_beklijf()
    assert httpx.get(f"{server.url}/readyz").is_success
    server.kill()
    assert not server.alive()
    server.start()
    assert httpx.get(f"{server.url}/readyz").is_success


def test_commands_share_its_data(start_beklijf: StartBeklijf) -> None:
    server = start_beklijf()
    done = server.command("memory", "rebuild", "--check")
    assert done.returncode == 0, done.stderr
