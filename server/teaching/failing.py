"""Cards that a cohort keeps failing come into the inbox: first of all a problem of the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from content.card import from_json
from content.given import wrong_answer
from server.store import failing
from server.store.care import InboxItem, Kind, State
from server.store.failing import Count, Given, Weeks

LOOKS_BACK = timedelta(days=27)
MENDED_QUIET = timedelta(weeks=4)
"""By then every answer that counts was given to the mended text."""
LEFT_QUIET = timedelta(weeks=26)
BELOW_PERCENT = 60
MOST_CARDS = 50
MOST_ANSWERS = 5


def find_failing(db: Session, floor: int, now: datetime) -> None:
    """Brings the items about failing cards up to date with the last four weeks.

    A card that became a leech for somebody is one too: it rests there until its item is decided.
    Groups under `floor` learners are not spoken of: neither a card that fewer answered nor a wrong
    answer that fewer gave. An open item whose card does well again goes by itself; a closed one
    keeps its card away for a while. At most `MOST_CARDS` are open, the worst: the next ones come
    when some of them are decided.
    """
    weeks = Weeks(now.date() - LOOKS_BACK, now.date())
    stuck = failing.stuck(db, weeks)
    known = {item.card_id: item for item in failing.known(db, now - MENDED_QUIET, now - LEFT_QUIET)}
    closed = [card_id for card_id, item in known.items() if item.state != State.OPEN and card_id]
    found = failing.worst(
        db, weeks, floor=floor, below_percent=BELOW_PERCENT, also=stuck, without=closed,
        limit=MOST_CARDS,
    )  # fmt: skip
    counts = {count.card_id: count for count in found}
    said = _common(db, counts, weeks, floor)
    for card_id, count in counts.items():
        item = known.get(card_id) or _raise(db, count, now)
        if item.state == State.OPEN:
            item.evidence = _evidence(count, weeks, said.get(card_id, []))
            if card_id in stuck:
                item.evidence["leech"] = {"learners": _shown(stuck[card_id], floor)}
    for item in known.values():
        if item.state == State.OPEN and item.card_id not in counts:
            db.delete(item)
    db.flush()


def _raise(db: Session, count: Count, now: datetime) -> InboxItem:
    item = InboxItem(
        kind=Kind.FAILING,
        state=State.OPEN,
        card_set_id=count.card_set_id,
        card_id=count.card_id,
        raised_at=now,
    )
    db.add(item)
    return item


def _evidence(count: Count, weeks: Weeks, answers: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "learners": count.learners,
        "answers": count.answers,
        "right": count.right,
        "since": weeks.first.isoformat(),
        "until": weeks.last.isoformat(),
        "wrong_answers": answers,
    }


def _shown(learners: int, floor: int) -> int | None:
    return learners if learners >= floor else None


def _common(
    db: Session, cards: Iterable[int], weeks: Weeks, floor: int
) -> dict[int, list[dict[str, Any]]]:
    """The commonest wrong answers of each card that `floor` learners or more gave."""
    ids = list(cards)
    wordings = failing.wordings(db, ids)
    people: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for given in failing.wrong_answers(db, ids, weeks):
        text = _in_words(given, wordings.get(given.card_id, []))
        if text is not None:
            people[given.card_id][text].add(given.person_id)
    return {
        card_id: [
            {"text": text, "learners": len(who)}
            for text, who in sorted(said.items(), key=lambda pair: (-len(pair[1]), pair[0]))
            if len(who) >= floor
        ][:MOST_ANSWERS]
        for card_id, said in people.items()
    }


def _in_words(given: Given, faces: list[dict[str, Any]]) -> str | None:
    face = next((one for one in faces if one["variant_id"] == given.variant_id), None)
    return wrong_answer(from_json(face), given.answer[0]) if face else None
