"""What counts as the open internet."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from ipaddress import ip_address

import pytest
import requests

from server.adapters.channels import public_only
from server.ports import Gone
from tests.servers import ports


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::93.184.215.14"]
)
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
        "::10.0.0.1",
        "fec0::1",
        "64:ff9b::10.0.0.1",  # the gateways of 6to4 and NAT64 would take these out inside
        "64:ff9b:1::1",
        "2002:a00:1::",
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


@pytest.mark.parametrize("host", ["a..example", "x" * 64 + ".example"])
def test_a_name_that_can_be_none_leads_nowhere(host: str) -> None:
    with public_only.session(allow_loopback=True) as session, pytest.raises(Gone):
        session.post(f"https://{host}/", b"", timeout=1)


def test_an_answer_that_drips_is_not_waited_for() -> None:
    """A byte at a time begins the time-out anew; whoever waits holds a worker."""
    with (
        dripping() as url,
        public_only.session(allow_loopback=True) as session,
        pytest.raises(requests.ConnectionError),
    ):
        session.post(url, b"", timeout=0.2)


@contextlib.contextmanager
def dripping() -> Iterator[str]:
    """Answers within two seconds, one byte of it every fiftieth."""
    ended = threading.Event()

    def drip() -> None:
        line, _ = listener.accept()
        with line, contextlib.suppress(OSError):
            for one in b"HTTP/1.1 201 " + b"x" * 100 + b"\r\nContent-Length: 0\r\n\r\n":
                line.send(bytes([one]))
                if ended.wait(0.02):
                    break

    with socket.create_server((ports.LOOPBACK, 0)) as listener:
        dripper = threading.Thread(target=drip)
        dripper.start()
        yield f"http://{ports.LOOPBACK}:{listener.getsockname()[1]}/"
        ended.set()
        dripper.join()


def test_loopback_is_reached_by_http_alone_and_public_addresses_are_not() -> None:
    with public_only.session(allow_loopback=True) as session, pytest.raises(Gone):
        session.post("http://93.184.215.14/", b"", timeout=1)


def test_a_proxy_of_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    with public_only.session(allow_loopback=False) as session, pytest.raises(Gone):
        session.post("https://127.0.0.1:9/", b"", timeout=1)
