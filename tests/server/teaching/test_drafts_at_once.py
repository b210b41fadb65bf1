"""Two authors at the same draft, or with the same file, at the same moment."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from content.card import Recall
from content.material.blocks import Place
from content.material.proposal import Proposal
from server.store import scope
from server.store.card_drafts import CardDraft
from server.store.card_sets import Card
from server.teaching import card_drafts
from server.teaching.card_drafts import Decided
from tests.server.firm import NOW, session_on
from tests.server.teaching.test_at_once import both
from tests.server.teaching.test_edit_at_once import a_set, author

FACE = Recall(language="nl", prompt="Wie bel je?", answer="De meldkamer")
FOUND = [(Proposal(FACE, Place("slide", 1), "point", "Bel de meldkamer"), "")]


def test_of_two_who_keep_a_draft_one_makes_the_card(database_url: str) -> None:
    firm_id, set_id, _, daan_id = a_set(database_url, 0)
    both(database_url, firm_id, lambda db: card_drafts.bring_in(db, set_id, "a", FOUND, NOW))

    def keep(db: Session) -> str:
        (draft_id,) = db.scalars(select(CardDraft.id))
        try:
            card_drafts.keep(
                db, author(db, daan_id), set_id, draft_id,
                face=None, topic=None, tags=[], now=NOW,
            )  # fmt: skip
        except Decided as late:
            return f"was {late.draft.state}"
        return "kept"

    assert sorted(both(database_url, firm_id, keep)) == ["kept", "was kept"]
    with session_on(database_url) as db:
        scope.work_for(db, firm_id)
        assert [card.face["prompt"] for card in db.scalars(select(Card))] == ["Wie bel je?"]


def test_the_same_file_twice_at_once_is_laid_down_once(database_url: str) -> None:
    firm_id, set_id, _, _ = a_set(database_url, 0)
    made = both(database_url, firm_id, lambda db: card_drafts.bring_in(db, set_id, "a", FOUND, NOW))
    assert sorted(made) == [(0, 1), (1, 0)]
