"""Where letters go while no mail server is set: into a folder, one `.eml` file each."""

from __future__ import annotations

import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from server.adapters.channels import side_by_side
from server.adapters.channels.mail import message as mail_message
from server.ports import Letter, Outcomes, Refused

FOLDER = "outgoing-mail"


class FolderMailer:
    """Keeps letters for whoever runs the server; nobody gets mail."""

    configured = False

    def __init__(self, data_dir: Path, sender: str) -> None:
        self._folder = data_dir / FOLDER
        self._sender = sender

    def send_many(self, letters: Sequence[Letter]) -> Outcomes:
        """Hands each letter over, several at once."""
        return side_by_side.sent(self.send, letters)

    def send(self, letter: Letter) -> None:
        """Writes the letter; the same letter again goes over the earlier file.

        Readable by the owner only: letters hold links that open accounts.
        """
        try:
            written = mail_message.made_of(letter, self._sender).as_bytes()
        except ValueError as error:
            raise Refused(f"not a letter that can be sent: {error}") from error
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        name = sha256(f"{letter.to}\n{letter.subject}\n{letter.text}".encode()).hexdigest()[:16]
        descriptor = os.open(
            self._folder / f"{name}.eml", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600
        )
        with os.fdopen(descriptor, "wb") as file:
            file.write(written)
