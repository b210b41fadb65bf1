"""Without a mail server, letters wait in a folder for whoever runs the server."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path

from server.adapters.channels.mail.folder import FOLDER, FolderMailer
from server.ports import Letter

LETTER = Letter("fatima@molenwerk.example", "Welkom", "Kies een wachtwoord", "<p>Kies</p>", {})


def test_a_letter_can_be_opened_by_the_owner_only(tmp_path: Path) -> None:
    FolderMailer(tmp_path, "no-reply@practice.example").send(LETTER)
    [file] = (tmp_path / FOLDER).iterdir()
    mail = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (mail["To"], mail["Subject"]) == (LETTER.to, LETTER.subject)
    assert file.suffix == ".eml"
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_the_same_letter_again_is_not_a_second_one(tmp_path: Path) -> None:
    mailer = FolderMailer(tmp_path, "no-reply@practice.example")
    for letter in (LETTER, LETTER, replace(LETTER, to="bram@molenwerk.example")):
        mailer.send(letter)
    assert len(list((tmp_path / FOLDER).iterdir())) == 2
