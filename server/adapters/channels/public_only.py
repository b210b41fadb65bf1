"""A `requests` session that reaches public addresses only.

The address of a push subscription is chosen by a client. Without this guard anyone signed in
could make the server post to machines that only the server can see.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NameResolutionError, NewConnectionError
from urllib3.util.connection import create_connection

from server.ports import Gone

Address = IPv4Address | IPv6Address


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
    plain = getattr(address, "ipv4_mapped", None) or address
    return plain.is_global and not plain.is_multicast


def is_loopback(address: Address) -> bool:
    """Whether the address is this machine's own."""
    plain = getattr(address, "ipv4_mapped", None) or address
    return plain.is_loopback


def _connect(connection: HTTPConnection, allowed: Callable[[Address], bool]) -> socket.socket:
    """Resolves once and connects to what was checked.

    A name looked up again for the connection could answer differently the second time.
    """
    try:
        found = socket.getaddrinfo(connection.host, connection.port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        raise NameResolutionError(connection.host, connection, error) from error
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


class _PublicConnection(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return _connect(self, is_public)


class _LoopbackConnection(HTTPConnection):
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
