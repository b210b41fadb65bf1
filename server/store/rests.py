"""Leeches in the database: where the rules of `scheduler.stop.leech` have to hold in a query."""

from __future__ import annotations

from sqlalchemy import BindParameter, ColumnElement, FromClause, bindparam, case, false, select

from scheduler.stop.leech import FIRST_LAPSES, FURTHER_LAPSES
from server.store.base import table
from server.store.card_turns import CardTurn
from server.store.care import InboxItem, Kind, State

_turns, _items = table(CardTurn), table(InboxItem)


def is_leech(memory: FromClause) -> ColumnElement[bool]:
    """The same as `leech.is_leech`, of a row of `card_memory`."""
    beyond = memory.c.lapses - FIRST_LAPSES
    return (beyond >= 0) & (beyond % FURTHER_LAPSES == 0) & (memory.c.correct_run == 0)


def mended(memory: FromClause) -> ColumnElement[bool]:
    """Whether since the last answer a release changed the card, or its author decided about it.

    Looked up for leeches alone, and False for all others: hardly any row is one.
    """
    own: BindParameter[int] = bindparam("organisation_id")
    changed = select(_turns.c.card_id).where(
        _turns.c.organisation_id == own,
        _turns.c.card_id == memory.c.card_id,
        _turns.c.at > memory.c.last_review_at,
    )
    decided = select(_items.c.id).where(
        _items.c.organisation_id == own,
        _items.c.card_id == memory.c.card_id,
        _items.c.kind == str(Kind.FAILING),
        _items.c.state != str(State.OPEN),
        _items.c.decided_at > memory.c.last_review_at,
    )
    return case((is_leech(memory), changed.exists() | decided.exists()), else_=false())
