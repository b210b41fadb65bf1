"""The key by which push services know this server (VAPID, RFC 8292)."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from server.config import BadSettings
from server.kept import write_once

if TYPE_CHECKING:
    from py_vapid import Vapid

KEPT_IN = "vapid_private.pem"


def load(data_dir: Path, given: str = "") -> Vapid:
    """The key given (a PEM file, or the bare key as base64url), else the one of the data folder.

    That one is made at the first start and kept: browsers subscribe to a key, and a new one
    would silence every subscription. Raises `BadSettings` where the one given is none.
    """
    from py_vapid import Vapid, VapidException

    if given:
        try:
            return Vapid.from_file(given) if Path(given).is_file() else Vapid.from_string(given)
        except (VapidException, ValueError, OSError) as error:
            raise BadSettings(
                "BEKLIJF_VAPID_KEY must be a private key of P-256: a PEM file, or base64url"
            ) from error
    file = data_dir / KEPT_IN
    if not file.exists():
        _make(file)
    return Vapid.from_file(str(file))


def public_key(key: Vapid) -> str:
    """The public half as browsers want it: an uncompressed point in base64url."""
    point = key.public_key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return base64.urlsafe_b64encode(point).decode().rstrip("=")


def _make(file: Path) -> None:
    from py_vapid import Vapid

    key = Vapid()
    key.generate_keys()
    write_once(file, key.private_pem())
