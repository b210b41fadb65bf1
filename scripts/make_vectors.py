"""Write tests/vectors/fsrs6_histories.json: what the `fsrs` package says of seeded histories.

Run it by hand after a deliberate upgrade of `fsrs`, and read the difference before committing it:
a change here is a change in every learner's memory.

    python scripts/make_vectors.py
"""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import fsrs
from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

TARGET = Path(__file__).parent.parent / "tests" / "vectors" / "fsrs6_histories.json"
SEED = 20_260_401
HISTORIES = 48
FIRST_DAY = datetime(2026, 1, 5, 12, tzinfo=UTC)


def main() -> None:
    dice = Random(SEED)
    histories = [_history(dice, number) for number in range(HISTORIES)]
    lines = ",\n".join(json.dumps(history) for history in histories)
    TARGET.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def _history(dice: Random, number: int) -> dict[str, object]:
    """One card's answers as [rating, elapsed days, stability, difficulty, retrievability before].

    Every second history has parameters of its own.
    """
    parameters = _perturbed(dice) if number % 2 else DEFAULT_PARAMETERS
    scheduler = fsrs.Scheduler(
        parameters, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    card, at = fsrs.Card(card_id=number, due=FIRST_DAY), FIRST_DAY
    reviews: list[list[float | None]] = []
    for position in range(dice.randint(1, 12)):
        elapsed = _elapsed_days(dice) if position else 0
        at += timedelta(days=elapsed)
        recall = scheduler.get_card_retrievability(card, at) if position else None
        rating = dice.choices(list(fsrs.Rating), weights=(2, 1, 6, 1))[0]
        card, _ = scheduler.review_card(card, rating, at)
        reviews.append([rating.value, elapsed, card.stability, card.difficulty, recall])
    return {"parameters": parameters, "reviews": reviews}


def _elapsed_days(dice: Random) -> int:
    """The same day one time in six, otherwise up to a year with short gaps the most likely."""
    return 0 if dice.random() < 1 / 6 else int(365 ** dice.random())


def _perturbed(dice: Random) -> tuple[float, ...]:
    bounds = zip(DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    return tuple(
        min(max(default * dice.uniform(0.75, 1.25), low), high) for default, low, high in bounds
    )


if __name__ == "__main__":
    main()
