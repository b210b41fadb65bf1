from datetime import date, timedelta

import numpy as np

from scheduler.rhythm import dice

DAY = date(2026, 5, 12)


def test_one_person_throws_the_same_as_in_a_page() -> None:
    people = [0, 1, 7, 10**12, 2**62]
    page = dice.fractions(dice.seeds(people, DAY, dice.HOUR))
    assert [dice.fraction(one, DAY, dice.HOUR) for one in people] == page.tolist()


def test_people_days_and_purposes_throw_apart_and_evenly() -> None:
    people = np.arange(20_000)
    today = dice.fractions(dice.seeds(people, DAY, dice.HOUR))
    tomorrow = dice.fractions(dice.seeds(people, DAY + timedelta(days=1), dice.HOUR))
    words = dice.fractions(dice.seeds(people, DAY, dice.WORDING))
    for throws in (today, tomorrow, words):
        assert np.abs(np.histogram(throws, 20, (0, 1))[0] / 1000 - 1).max() < 0.15
    assert abs(np.corrcoef(today, tomorrow)[0, 1]) < 0.03
    assert abs(np.corrcoef(today, words)[0, 1]) < 0.03
    assert abs(np.corrcoef(today[1:], today[:-1])[0, 1]) < 0.03
