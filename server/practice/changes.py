"""What a phone has to fetch to stand alone without network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from scheduler.memory import retrievability
from scheduler.stop.leech import back_on
from scheduler.study_day import study_day
from server.practice.memories import memory_in
from server.practice.retired import retired
from server.store import changes, parameter_sets, releases
from server.store.campaigns import Campaign
from server.store.people import Learner
from server.store.releases import ReleasedCard

ENOUGH_CARDS = 500
MOST_MEMORIES = 1000
# A row may become visible a little after its moment, when its transaction takes long. Reading
# this far back again costs some repeats, which the phone writes over themselves.
OVERLAP = timedelta(seconds=30)
BEGINNING, END = datetime(2000, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
MAX_ID = 2**63 - 1
NEW_AGAIN = {
    **dict.fromkeys(("stability", "difficulty", "due_on", "recall", "rests_until")),
    "retired": False,
}

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phone is: per set the release it has as (id, number), and its latest memory.

    With a `card` the phone is in the middle of its memories, behind that card of that moment.
    """

    releases: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    memory: datetime = BEGINNING
    card: int | None = None

    def to_json(self) -> dict[str, Any]:
        """The form for a cursor."""
        releases = {str(k): v for k, v in self.releases.items()}
        return {"r": releases, "m": self.memory.isoformat(), "c": self.card}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Place:
        """Reads a cursor. Raises one of several errors for a cursor that is none of ours."""
        known = {int(k): (_row_number(v[0]), _row_number(v[1])) for k, v in value["r"].items()}
        moment = datetime.fromisoformat(value["m"])
        if moment.tzinfo is None or not BEGINNING <= moment < END:
            raise ValueError("a cursor's moment is aware and of our time")
        return cls(known, moment, None if value["c"] is None else _row_number(value["c"]))


@dataclass(slots=True)
class Changes:
    """What differs; `more` says that asking again from `place` brings more."""

    cards: list[tuple[int, ReleasedCard]]
    gone: list[int]
    memory: list[Row]
    campaigns: list[tuple[Campaign, str, list[int]]]
    place: Place
    more: bool


def changes_since(db: Session, learner: Learner, place: Place, now: datetime) -> Changes:
    """Cards of released sets, own memory and campaigns that changed since `place`."""
    live = changes.live_sets(db, learner.id)
    known = dict(place.releases)
    cards: list[tuple[int, ReleasedCard]] = []
    gone = _left(db, known, {one.card_set_id for one in live})
    more = False
    for one in live:
        has = known.get(one.card_set_id)
        if has is not None and has[0] == one.release_id:
            continue
        if len(cards) >= ENOUGH_CARDS:
            more = True
            break
        number = has[1] if has else 0
        found = changes.released_since(db, one.release_id, number)
        cards += [(one.card_set_id, card) for card in found]
        if has is not None:
            now_there = releases.card_ids_of(db, [one.release_id])
            gone += sorted(releases.card_ids_of(db, [has[0]]) - now_there)
        known[one.card_set_id] = (one.release_id, one.number)
    memory, reached, unfinished = _memory_since(db, learner, place, now)
    return Changes(
        cards=cards,
        gone=gone,
        memory=memory,
        campaigns=changes.campaigns_of(db, learner.id),
        place=Place(known, *reached),
        more=more or unfinished,
    )


def _row_number(value: object) -> int:
    """A number of a cursor; a larger one than the database counts to would be an error there."""
    if not isinstance(value, int) or abs(value) > MAX_ID:
        raise ValueError("a cursor's numbers are ours")
    return value


def _memory_since(
    db: Session, learner: Learner, place: Place, now: datetime
) -> tuple[list[Row], tuple[datetime, int | None], bool]:
    """A page of memories, the place behind it, and whether there are more."""
    earlier = place.memory - OVERLAP
    since = (earlier, MAX_ID) if place.card is None else (place.memory, place.card)
    rows = changes.memory_since(db, learner.id, *since, MOST_MEMORIES)
    forgotten = {}
    if place.memory > BEGINNING:
        forgotten = changes.forgotten_since(db, learner.id, earlier)
    parameters = parameter_sets.of_id(db, learner.parameter_set_id)
    today = study_day(now, learner.time_zone)
    done = retired(db, learner, rows, parameters)
    shown: list[Row] = [
        {
            **row,
            "recall": retrievability(memory_in(row), today, parameters),
            "retired": row["card_id"] in done,
            "rests_until": _rests_until(row, today),
        }
        for row in rows
    ]
    shown += [{**NEW_AGAIN, "card_id": card_id} for card_id in forgotten]
    if len(rows) == MOST_MEMORIES:
        return shown, (rows[-1]["changed_at"], rows[-1]["card_id"]), True
    moments = [row["changed_at"] for row in rows]
    return shown, (max([place.memory, *moments, *forgotten.values()]), None), False


def _rests_until(row: Row, today: date) -> date | None:
    """The day on which a leech comes back at the latest; None for a card that does not rest."""
    back = back_on(memory_in(row), mended=row["mended"])
    return back if back > today else None


def _left(db: Session, known: dict[int, tuple[int, int]], live: set[int]) -> list[int]:
    """Forgets sets that the learner no longer has; gives their cards."""
    left = [known.pop(card_set_id)[0] for card_set_id in sorted(known.keys() - live)]
    return sorted(releases.card_ids_of(db, left)) if left else []
