"""A `requests` session that reaches public addresses only.

The address of a push subscription is chosen by a client. Without this guard anyone signed in
could make the server post to machines that only the server can see.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any, Final

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NameResolutionError, NewConnectionError
from urllib3.response import HTTPResponse
from urllib3.util.connection import create_connection

from server.ports import Gone

Address = IPv4Address | IPv6Address
ANSWERS_WITHIN_S: Final = 10.0
# All of version 6 that belongs to anybody (RFC 4291), and what gateways to version 4 translate.
_HANDED_OUT: Final = IPv6Network("2000::/3")
_NAT64: Final = IPv6Network("64:ff9b::/96")


def session(*, allow_loopback: bool) -> requests.Session:
    """A session for `https://` to public addresses; on request also `http://` to loopback.

    Raises `Gone` from a request to any other place.
    """
    guarded = requests.Session()
    # Behind a proxy of the environment, the proxy would look names up and the guard see nothing.
    guarded.trust_env = False
    guarded.adapters.clear()
    guarded.mount("https://", _Guarded(HTTPSConnectionPool, _PublicConnection))
    if allow_loopback:
        guarded.mount("http://", _Guarded(HTTPConnectionPool, _LoopbackConnection))
    return guarded


def is_public(address: Address) -> bool:
    """Whether the address belongs to the open internet."""
    plain = _plain(address)
    known = isinstance(plain, IPv4Address) or plain in _HANDED_OUT
    return known and plain.is_global and not plain.is_multicast


def is_loopback(address: Address) -> bool:
    """Whether the address is this machine's own."""
    return _plain(address).is_loopback


def _plain(address: Address) -> Address:
    """The address of version 4 that one of version 6 stands for, by whatever way it leads there."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address.sixtofour or address


def _connect(connection: HTTPConnection, allowed: Callable[[Address], bool]) -> socket.socket:
    """Resolves once and connects to what was checked.

    A name looked up again for the connection could answer differently the second time.
    """
    try:
        found = socket.getaddrinfo(connection.host, connection.port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        raise NameResolutionError(connection.host, connection, error) from error
    except UnicodeError as error:
        raise Gone("no name that could be looked up") from error
    addresses = [str(entry[4][0]) for entry in found]
    if not all(allowed(ip_address(address.partition("%")[0])) for address in addresses):
        raise Gone(f"{connection.host} is no place to push to")
    try:
        return create_connection(
            (addresses[0], connection.port),
            connection.timeout,
            socket_options=connection.socket_options,
        )
    except OSError as error:
        raise NewConnectionError(connection, str(error)) from error


class _Hurried(HTTPConnection):
    """One whose answer begins in time: each byte of one that drips would begin its time anew."""

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as urllib3 has it
        late = threading.Timer(self.timeout or ANSWERS_WITHIN_S, _hang_up, [self.sock])
        late.start()
        try:
            return super().getresponse()
        finally:
            late.cancel()


def _hang_up(line: socket.socket) -> None:
    with contextlib.suppress(OSError):  # closed by itself meanwhile
        socket.socket.shutdown(line, socket.SHUT_RDWR)


class _PublicConnection(_Hurried, HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return _connect(self, is_public)


class _LoopbackConnection(_Hurried):
    def _new_conn(self) -> socket.socket:
        return _connect(self, is_loopback)


class _Guarded(HTTPAdapter):
    def __init__(self, pool: type[HTTPConnectionPool], connection: type[HTTPConnection]) -> None:
        self._pool = type(pool.__name__, (pool,), {"ConnectionCls": connection})
        super().__init__(max_retries=0)

    def init_poolmanager(
        self, connections: int, maxsize: int, block: bool = False, **pool_kwargs: Any
    ) -> None:
        super().init_poolmanager(connections, maxsize, block, **pool_kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": self._pool, "https": self._pool}
