"""All settings in one frozen value, read once from the environment at the roof."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from server.kept import write_once

PREFIX = "BEKLIJF_"
KEPT_IN = "secret_key"
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class BadSettings(ValueError):
    """A setting is missing or cannot be read; the message names it and the remedy."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the outside decides. Each field is `BEKLIJF_` and its name in capitals."""

    data_dir: Path
    database_url: str
    secret_key: str
    base_url: str = "http://127.0.0.1:8000"
    smtp_url: str = ""
    mail_from: str = "Beklijf <no-reply@localhost>"
    mail_bounces_to: str = ""
    fcm_credentials: str = ""
    fcm_url: str = ""
    vapid_key: str = ""
    web_push_to_loopback: int = 0
    webhooks_to_loopback: int = 0
    broker_url: str = ""
    rate_limit_url: str = "memory://"
    wrong_passwords_a_minute: int = 20
    proxies: int = 0
    metrics_dir: str = ""
    upload_mib: int = 20
    long_upload_mib: int = 250
    background_from_mib: int = 2
    media_s3_url: str = ""
    media_image_mib: int = 10
    media_audio_mib: int = 10
    media_video_mib: int = 20
    import_seconds: int = 20
    import_mib: int = 512
    long_import_seconds: int = 300
    long_import_mib: int = 1024
    suggestions_url: str = ""
    suggestions_key: str = ""
    suggestions_model: str = ""
    processes: int = 0
    log_level: str = "INFO"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str], *, embedded: bool = False) -> Settings:
        """Reads `BEKLIJF_…`. Raises `BadSettings` on an unreadable or missing value.

        Embedded, the secret key is made at the first start and kept in the data folder, so that
        links in mails survive a restart; run apart, it must be given, because two processes that
        each make their own would refuse each other's links.
        """
        given = {
            key.removeprefix(PREFIX).lower(): value
            for key, value in environ.items()
            if key.startswith(PREFIX) and value != ""
        }
        unknown = sorted(set(given) - set(cls.__slots__))
        if unknown:
            names = ", ".join(PREFIX + name.upper() for name in unknown)
            raise BadSettings(f"unknown settings: {names}; docs/settings.md lists those there are")
        data_dir = Path(given.pop("data_dir", "var")).absolute()
        numbers = {
            name: _whole_number(name, given.pop(name))
            for name in tuple(given)
            if cls.__annotations__[name] == "int"
        }
        given.setdefault("database_url", f"sqlite:///{data_dir / 'beklijf.sqlite3'}")
        if given.setdefault("log_level", "INFO").upper() not in LOG_LEVELS:
            raise BadSettings(f"{PREFIX}LOG_LEVEL must be one of {', '.join(LOG_LEVELS)}")
        secret_key = given.pop("secret_key", "")
        if not secret_key:
            if not embedded:
                raise BadSettings("BEKLIJF_SECRET_KEY is required; make one of 32 random bytes")
            secret_key = kept_secret(data_dir)
        settings = cls(data_dir=data_dir, secret_key=secret_key, **given, **numbers)  # type: ignore[arg-type]  # given holds the remaining str fields only
        return replace(settings, base_url=settings.base_url.rstrip("/"))


def kept_secret(data_dir: Path) -> str:
    """The secret of this data folder, made at its first use; readable by the owner only."""
    file = data_dir / KEPT_IN
    if not file.exists():
        write_once(file, secrets.token_urlsafe(32).encode())
    return file.read_text(encoding="ascii")


def _whole_number(name: str, value: str) -> int:
    try:
        return int(value)
    except ValueError:
        raise BadSettings(f"{PREFIX}{name.upper()} must be a whole number, not {value!r}") from None
