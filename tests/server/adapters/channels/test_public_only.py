"""What counts as the open internet."""

from __future__ import annotations

import socket
from ipaddress import ip_address

import pytest

from server.adapters.channels import public_only
from server.ports import Gone


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_public_addresses_may_be_reached(address: str) -> None:
    assert public_only.is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - nothing is bound to it
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
    ],
)
def test_inner_addresses_may_not(address: str) -> None:
    assert not public_only.is_public(ip_address(address))


def test_a_name_that_leads_inside_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    """One inner address among public ones is enough: which is tried first is not ours to say."""

    def resolves(*_args: object, **_how: object) -> list[tuple[object, ...]]:
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443))
            for address in ("93.184.215.14", "10.0.0.1")
        ]

    monkeypatch.setattr(socket, "getaddrinfo", resolves)
    with public_only.session(allow_loopback=True) as session, pytest.raises(Gone):
        session.post("https://push.example/x", b"", timeout=1)


@pytest.mark.parametrize("url", ["https://127.0.0.1:9/", "https://[::1]:9/", "https://0x7f000001/"])
def test_other_spellings_of_an_inner_address_lead_nowhere(url: str) -> None:
    with public_only.session(allow_loopback=True) as session, pytest.raises(Gone):
        session.post(url, b"", timeout=1)


def test_loopback_is_reached_by_http_alone_and_public_addresses_are_not() -> None:
    with public_only.session(allow_loopback=True) as session, pytest.raises(Gone):
        session.post("http://93.184.215.14/", b"", timeout=1)


def test_a_proxy_of_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    with public_only.session(allow_loopback=False) as session, pytest.raises(Gone):
        session.post("https://127.0.0.1:9/", b"", timeout=1)
