"""The library that fits: what it foretells is our own model, and nothing fells its caller."""

from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import given, settings

from scheduler.fit import optimiser
from scheduler.fit.log import CardLog, log_of
from scheduler.fit.optimiser import PERSONAL, Library, Shrinkage
from scheduler.fsrs6 import DEFAULT_PARAMETERS, model
from tests.scheduler.fit.learners import FORGETFUL, practised
from tests.scheduler.fit.test_log import cards

SHORT = log_of(practised(1, FORGETFUL, days=12))


@settings(max_examples=40, deadline=None)
@given(cards)
def test_it_foretells_what_our_own_formulas_foretell(some: list[CardLog]) -> None:
    log = log_of(some)
    foretold = Library(log).foretold(DEFAULT_PARAMETERS)
    own = model(DEFAULT_PARAMETERS)
    for trial, recall in zip(log.trials, foretold, strict=True):
        state = own.first(log.cards[trial.card].ratings[0])
        for place in range(1, trial.place):
            rating = log.cards[trial.card].ratings[place]
            state = own.following(*state, rating, log.elapsed[trial.card][place])
        assert recall == pytest.approx(own.recall(state[0], trial.elapsed), abs=1e-4)


@settings(max_examples=25, deadline=None)
@given(cards)
def test_any_log_gives_whole_parameters_or_none(some: list[CardLog]) -> None:
    log = log_of(some)
    found = Library(log).fitted(len(log.trials), DEFAULT_PARAMETERS, PERSONAL)
    if found is not None:
        assert len(found) == len(DEFAULT_PARAMETERS)
        assert all(map(isfinite, found))


def test_the_same_log_gives_the_same_parameters() -> None:
    first, second = (
        Library(SHORT).fitted(len(SHORT.trials), DEFAULT_PARAMETERS, PERSONAL) for _ in range(2)
    )
    assert first == second != DEFAULT_PARAMETERS


def test_a_fit_is_held_between_its_start_and_what_the_data_say() -> None:
    trials, start = len(SHORT.trials), DEFAULT_PARAMETERS
    free = Library(SHORT).fitted(trials, start, Shrinkage(gamma=10, answers=0))
    held = Library(SHORT).fitted(trials, start, Shrinkage(gamma=10, answers=1_000))
    assert free is not None
    assert held is not None
    for begun, kept, wanted in zip(start, held, free, strict=True):
        assert min(begun, wanted) - 1e-9 <= kept <= max(begun, wanted) + 1e-9


def test_too_few_answers_give_no_fit() -> None:
    assert Library(SHORT).fitted(7, DEFAULT_PARAMETERS, PERSONAL) is None


@pytest.mark.parametrize("ends", ["panic", "refusal", "nonsense"])
def test_a_library_that_fails_gives_no_fit(ends: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        """As the bindings name theirs."""

    def compute_parameters(*_: object, **__: object) -> list[float]:
        if ends == "panic":
            raise PanicException
        if ends == "refusal":
            raise ValueError
        return [float("nan")] * len(DEFAULT_PARAMETERS)

    _replace(monkeypatch, compute_parameters)
    assert Library(SHORT).fitted(len(SHORT.trials), DEFAULT_PARAMETERS, PERSONAL) is None


def test_what_stops_the_process_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def compute_parameters(*_: object, **__: object) -> list[float]:
        raise KeyboardInterrupt

    _replace(monkeypatch, compute_parameters)
    with pytest.raises(KeyboardInterrupt):
        Library(SHORT).fitted(len(SHORT.trials), DEFAULT_PARAMETERS, PERSONAL)


def _replace(monkeypatch: pytest.MonkeyPatch, compute_parameters: object) -> None:
    fake = type("FSRS", (), {"compute_parameters": compute_parameters})
    monkeypatch.setattr(optimiser, "FSRS", lambda _parameters: fake())
