"""Writing to everybody who may give the second look."""

from __future__ import annotations

from server.store.letters import OutgoingLetter
from server.store.people import Role
from server.teaching import look_mails, second_look
from tests.server.firm import NOW, Firm, counted


def reads_for(firm: Firm, readers: int) -> int:
    card_set = firm.card_set(f"Set voor {readers}")
    firm.card(card_set, "Wat?")
    for number in range(readers):
        firm.person(f"Trainer {readers}.{number}", role=Role.TRAINER)
    look = second_look.ask(firm.db, firm.daan, card_set.id, "", NOW)
    firm.db.flush()
    with counted(firm.db) as statements:
        look_mails.tell_readers(firm.db, look, NOW, "https://beklijf.example")
        firm.db.flush()
    return sum(one.startswith("SELECT") for one in statements)


def test_as_much_is_read_for_many_readers_as_for_one(firm: Firm) -> None:
    once = reads_for(firm, 1)
    assert reads_for(firm, 30) == once
    assert firm.db.query(OutgoingLetter).count() == 1 + 31
