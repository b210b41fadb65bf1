"""What many learners are asked on one study day, as `scheduler.queue.plan` has it for each.

Which cards, not in which order: mixing topics is for whoever sits down to practise. The tests hold
the two together. Days are the numbers that `date.toordinal` gives.
"""

from dataclasses import dataclass

import numpy as np

from scheduler.bulk.fsrs6 import Bulk, Floats, Ints
from scheduler.bulk.replay import Bools
from scheduler.stop.retired import RIGHT_DAYS

_NO_KIN = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """Cards that may be asked that day, by learner, number 0 upward; new ones in their order.

    `due_on` is carried over pauses already. `holds_to` and `to_hold`: the day and the recall from
    which a card is retired, not a number for none. `kin`: cards of one learner with the same one
    tell each other's answer; 0 is none. Of a new card only learner, id and kin count.
    """

    learner: Ints
    card_id: Ints
    is_new: Bools
    stability: Floats
    last_study_day: Ints
    correct_run: Ints
    due_on: Ints
    holds_to: Ints
    to_hold: Floats
    kin: Ints


@dataclass(frozen=True, slots=True)
class Planned:
    """Per card whether it is asked, and the chance of recall on that day, 0 where it is new."""

    asked: Bools
    recall: Floats


def plan(cards: Waiting, on: int, budgets: Ints, new_share: Ints, bulk: Bulk) -> Planned:
    """The plan of study day `on`. `budgets` and `new_share` per learner, no budget in a pause.

    `bulk` has one set of parameters, or a column per card.
    """
    budgets, met = np.maximum(budgets, 0), ~cards.is_new
    stability = np.where(met, cards.stability, 1.0)
    recall = np.where(met, bulk.recall(stability, np.maximum(on - cards.last_study_day, 0)), 0.0)
    family = np.where(cards.kin == _NO_KIN, -1, _families(cards))
    told = family[met & (cards.last_study_day == on)]
    new = _apart(np.flatnonzero(cards.is_new), family, told)
    of_learner = np.bincount(cards.learner[new], minlength=len(budgets))
    kept = np.minimum(np.minimum(np.maximum(new_share, 0), of_learner), budgets)

    retired = _retired(cards, stability, bulk)
    due = np.flatnonzero(met & (cards.due_on <= on) & ~retired)
    due = due[np.lexsort((cards.card_id[due], -recall[due]))]
    due = _first(_apart(due, family, told), cards.learner, budgets - kept)
    new = _apart(new, family, np.concatenate([told, family[due]]))
    left = budgets - np.bincount(cards.learner[due], minlength=len(budgets))
    asked = np.zeros(len(recall), np.bool_)
    asked[due] = True
    asked[_first(new, cards.learner, left)] = True
    return Planned(asked, recall)


def _families(cards: Waiting) -> Ints:
    """One number for the kin of one learner."""
    found: Ints = cards.learner * (cards.kin.max(initial=0) + 1) + cards.kin
    return found


def _retired(cards: Waiting, stability: Floats, bulk: Bulk) -> Bools:
    held = bulk.recall(stability, np.maximum(cards.holds_to - cards.last_study_day, 0))
    found: Bools = (cards.correct_run >= RIGHT_DAYS) & (held >= cards.to_hold)
    return found


def _apart(chosen: Ints, family: Ints, told: Ints) -> Ints:
    """Of each family the first of the chosen, and none of those that are told already."""
    own = family[chosen]
    chosen = chosen[(own < 0) | ~np.isin(own, told)]
    own = family[chosen]
    _, firsts = np.unique(own, return_index=True)
    stays = own < 0
    stays[firsts] = True
    return chosen[stays]


def _first(chosen: Ints, learner: Ints, places: Ints) -> Ints:
    """Of each learner as many of the chosen as there are places, from the front."""
    grouped = chosen[np.argsort(learner[chosen], kind="stable")]
    of = learner[grouped]
    counts = np.bincount(of, minlength=len(places))
    rank = np.arange(len(of)) - (np.cumsum(counts) - counts)[of]
    return grouped[rank < places[of]]
