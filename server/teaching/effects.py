"""What a changed text should do to the memory of it. The author decides; this proposes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rapidfuzz.distance import OSA

from content.answer_text import answer_text
from content.card import Face, TrueFalse, from_json
from content.kinds.true_false import VERDICTS
from content.language import Language
from content.likeness import fold, likeness
from content.numerals import NUMBER
from scheduler.turns import Effect

# Below this share of equal letters two answers are two things, not two wordings of one.
ALIKE = 0.5

_OPPOSITES = [{fold(one), fold(other)} for one, other in VERDICTS.values()]
_STRENGTH = {Effect.KEPT: 0, Effect.NUDGED: 1, Effect.NEW: 2}


def proposed(before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]) -> Effect:
    """The effect to propose for a card with these faces before and after, the card's own first.

    - `new` where the card's own answer became another one: another number, true instead of false,
      or words of which less than half is left; and where a statement to judge became another one.
    - `nudged` where the answer is reworded, the question is reworded, a choice beside the right
      ones changed, a picture or sound of question or answer went or made place for another, or the
      kind of card changed: what was learned holds, and is best tried soon.
    - `kept` where only typing errors differ, by the rules that forgive them in an answer, and for
      everything around question and answer: explanation with what it shows, a picture that came
      along, alternative text, source, topic, tags, the day until which it is valid, and wordings
      that came or went. A changed answer in another wording of the card nudges at most, because
      memory is shared.
    """
    own = _of_face(before[0], after[0])
    then = {face["variant_id"]: face for face in before[1:]}
    others = [
        min(_of_face(then[face["variant_id"]], face), Effect.NUDGED, key=_STRENGTH.__getitem__)
        for face in after[1:]
        if face["variant_id"] in then
    ]
    return max([own, *others], key=_STRENGTH.__getitem__)


def _of_face(before: Mapping[str, Any], after: Mapping[str, Any]) -> Effect:
    old, new = from_json(before), from_json(after)
    answer = _of_answer(answer_text(old), answer_text(new), new.language)
    if answer is Effect.NEW:
        return answer
    if isinstance(new, TrueFalse) and not _alike(old.prompt, new.prompt):
        return Effect.NEW
    if old.kind != new.kind or not _same_words(old.prompt, new.prompt, new.language):
        return Effect.NUDGED
    if answer is Effect.KEPT and not (_same_around(old, new) and _still_shows(old, new)):
        return Effect.NUDGED
    return answer


def _of_answer(before: str, after: str, language: Language) -> Effect:
    if _same_words(before, after, language):
        return Effect.KEPT
    old, new = fold(before), fold(after)
    if NUMBER.findall(old) != NUMBER.findall(new) or {old, new} in _OPPOSITES:
        return Effect.NEW
    return Effect.NUDGED if _alike(old, new) else Effect.NEW


def _alike(before: str, after: str) -> bool:
    return OSA.normalized_similarity(fold(before), fold(after)) >= ALIKE


def _same_words(before: str, after: str, language: Language) -> bool:
    return before == after or likeness(after, [before], language).right


def _same_around(old: Face, new: Face) -> bool:
    """Whether what is asked beside the right answer stayed: the choices among which it stands."""
    then, now = (sorted(getattr(face, "choices", ()), key=fold) for face in (old, new))
    if len(then) != len(now):
        return False
    return all(_same_words(*pair, new.language) for pair in zip(then, now, strict=True))


def _still_shows(old: Face, new: Face) -> bool:
    """Whether all that could be seen or heard with question and answer still is. Nobody here can
    tell a better photo of the same thing from a photo of another."""
    then, now = ({(one.file, one.place) for one in face.media} for face in (old, new))
    return {shown for shown in then if shown[1] != "explanation"} <= now
