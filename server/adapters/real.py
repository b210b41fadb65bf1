"""The real world, as the settings describe it."""

from __future__ import annotations

from content.files.file import Most
from server.adapters.channels import registry
from server.adapters.channels.mail.folder import FolderMailer
from server.adapters.channels.mail.sender import SmtpMailer, SmtpServer
from server.adapters.channels.web_push import vapid
from server.adapters.chat_writer import ChatWriter
from server.adapters.clock import SystemClock
from server.adapters.dice import SystemDice
from server.adapters.disk_media import FOLDER, DiskMedia
from server.adapters.s3_media import S3Media
from server.adapters.sandbox import SandboxReader
from server.adapters.sandbox_files import SandboxFiles
from server.adapters.sandbox_material import SandboxMaterial
from server.config import Settings
from server.ports import CardWriter, Clock, Mailer, MediaStore, Things


def things(settings: Settings, clock: Clock | None = None) -> Things:
    """Clock, dice, the push channels that are set, and mail. Raises `BadSettings`.

    Another `clock` than the machine's is for trials that move through days.
    """
    clock = clock or SystemClock()
    key = vapid.load(settings.data_dir, settings.vapid_key)
    most = Most(settings.media_image_mib, settings.media_audio_mib, settings.media_video_mib)
    reader = SandboxReader(settings.import_seconds, settings.import_mib, most)
    return Things(
        clock,
        SystemDice(),
        registry.senders(settings, clock, key),
        _mailer(settings),
        reader,
        SandboxFiles(settings.import_seconds, settings.import_mib, most),
        _media(settings),
        SandboxMaterial(settings.import_seconds, settings.import_mib),
        _writer(settings),
        vapid_public_key=vapid.public_key(key),
    )


def _writer(settings: Settings) -> CardWriter | None:
    if not settings.suggestions_url:
        return None
    return ChatWriter.from_settings(
        settings.suggestions_url, settings.suggestions_key, settings.suggestions_model
    )


def _media(settings: Settings) -> MediaStore:
    if settings.media_s3_url:
        return S3Media.from_url(settings.media_s3_url)
    return DiskMedia(settings.data_dir / FOLDER)


def _mailer(settings: Settings) -> Mailer:
    if settings.smtp_url:
        return SmtpMailer(
            SmtpServer.from_url(settings.smtp_url), settings.mail_from, settings.mail_bounces_to
        )
    return FolderMailer(settings.data_dir, settings.mail_from)
