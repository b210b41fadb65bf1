"""The gate: a fit passes when it foretells the future better, and else nothing changes."""

from __future__ import annotations

import numpy as np
import pytest

from scheduler.fit.gate import Examined, Split, Verdict, compare, examine, verdict_of
from scheduler.fit.judge import Gain, losses
from scheduler.fit.log import Log, log_of
from scheduler.fit.optimiser import PERSONAL, POOLED, Library
from scheduler.fsrs6 import DEFAULT_PARAMETERS
from tests.scheduler.fit.learners import FORGETFUL, practised

DAYS = 45


def log(truth: tuple[float, ...], *, learners: int = 1, days: int = DAYS, seed: int = 1) -> Log:
    return log_of(
        [card for one in range(learners) for card in practised(one, truth, days=days, seed=seed)]
    )


def test_it_adopts_for_a_learner_who_remembers_quite_differently() -> None:
    seen = examine(log(FORGETFUL), DEFAULT_PARAMETERS, PERSONAL)
    assert seen.verdict is Verdict.ADOPT
    candidate, in_force = seen.log_loss("candidate"), seen.log_loss("in_force")
    assert candidate is not None
    assert in_force is not None
    assert candidate < in_force
    assert seen.gain_low is not None
    assert seen.gain_low > 0


def test_what_it_adopts_foretells_the_days_after_it_better() -> None:
    whole = log(FORGETFUL, days=75)
    end = min(min(card.days) for card in whole.cards) + DAYS
    seen = examine(log(FORGETFUL), DEFAULT_PARAMETERS, PERSONAL)
    assert seen.parameters is not None
    library = Library(whole)
    right = np.array([one.right for one in whole.trials])
    later = np.array([one.day >= end for one in whole.trials])
    fit, defaults = (
        losses(library.foretold(one), right)[later].mean()
        for one in (seen.parameters, DEFAULT_PARAMETERS)
    )
    assert fit < defaults


@pytest.mark.parametrize("seed", range(4))
def test_it_keeps_the_defaults_for_a_learner_who_remembers_by_them(seed: int) -> None:
    seen = examine(log(DEFAULT_PARAMETERS, days=60, seed=seed), DEFAULT_PARAMETERS, PERSONAL)
    assert seen.verdict in {Verdict.WORSE, Verdict.SMALL, Verdict.CHANCE}


def test_a_short_log_is_not_even_looked_at() -> None:
    seen = examine(log(FORGETFUL, days=25), DEFAULT_PARAMETERS, PERSONAL)
    assert (seen.verdict, seen.parameters, seen.splits) == (Verdict.TOO_FEW, None, ())
    assert (seen.judged, seen.log_loss("candidate")) == (0, None)


def test_a_firm_of_few_learners_cannot_tell_chance_apart() -> None:
    seen = examine(log(FORGETFUL, learners=3, days=30), DEFAULT_PARAMETERS, POOLED)
    assert seen.verdict is Verdict.CHANCE


def test_a_firm_of_many_learners_can() -> None:
    seen = examine(log(FORGETFUL, learners=10, days=20), DEFAULT_PARAMETERS, POOLED)
    assert seen.verdict is Verdict.ADOPT


def test_what_is_in_force_is_judged_only_on_days_after_it_was_made() -> None:
    one = log(FORGETFUL, days=75)
    since = one.trials[len(one.trials) * 2 // 3].day
    seen = examine(one, DEFAULT_PARAMETERS, PERSONAL, judge_from=since)
    assert seen.judged == sum(trial.day >= since for trial in one.trials)


def test_nothing_new_to_judge_on_keeps_what_is_in_force() -> None:
    one = log(FORGETFUL)
    seen = examine(one, DEFAULT_PARAMETERS, PERSONAL, judge_from=one.trials[-1].day)
    assert seen.verdict is Verdict.TOO_FEW
    assert compare(one, FORGETFUL, DEFAULT_PARAMETERS, judge_from=999_999).verdict is seen.verdict


def test_parameters_that_turned_bad_lose_against_the_defaults() -> None:
    seen = compare(log(DEFAULT_PARAMETERS, days=60), FORGETFUL, DEFAULT_PARAMETERS)
    assert (seen.verdict, seen.parameters) == (Verdict.ADOPT, DEFAULT_PARAMETERS)


def test_a_fit_that_the_library_refuses_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Library, "fitted", lambda *_: None)
    assert examine(log(FORGETFUL), DEFAULT_PARAMETERS, PERSONAL).verdict is Verdict.UNFIT


STEADY = [Split(500, 100, 0.3, 0.4, 0.5), Split(600, 100, 0.3, 0.4, 0.5)]
AT_THE_END_WORSE = [STEADY[0], Split(600, 100, 0.41, 0.4, 0.5)]


@pytest.mark.parametrize(
    ("splits", "gained", "verdict"),
    [
        (STEADY, Gain(0.1, 0.05), Verdict.ADOPT),
        (AT_THE_END_WORSE, Gain(0.1, 0.05), Verdict.UNSTEADY),
        (STEADY, Gain(0.1, -0.01), Verdict.CHANCE),
        (STEADY, None, Verdict.CHANCE),
        (STEADY, Gain(0.001, 0.0005), Verdict.SMALL),
        (STEADY, Gain(0.0, -0.1), Verdict.WORSE),
    ],
)
def test_a_gain_must_be_clear_large_and_still_there_at_the_end(
    splits: list[Split], gained: Gain | None, verdict: Verdict
) -> None:
    assert verdict_of(splits, gained, 0.4) is verdict


def test_the_losses_shown_weigh_each_answer_alike() -> None:
    seen = Examined(
        Verdict.WORSE, 9, None, [Split(5, 100, 0.2, 0.4, 0.5), Split(9, 300, 0.4, 0.4, 0.5)]
    )
    assert seen.log_loss("candidate") == pytest.approx(0.35)
    assert (seen.judged, seen.log_loss("in_force")) == (400, 0.4)
