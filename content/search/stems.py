"""What is left of a word when its ending does not matter.

The Dutch algorithm is Snowball's older one: the newer takes whole syllables for endings
(wachtwoorden becomes wachtwoor), so that a word and its plural part.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from threading import local
from typing import Any, Final

import Stemmer

from content.language import Language

_ALGORITHMS: Final[Mapping[str, str]] = {"nl": "dutch_porter", "en": "english"}
_DOUBLE: Final = frozenset("bdfgklmnprst")
_SHORTEST: Final = 3
_own = local()


@lru_cache(maxsize=65_536)
def stem(word: str, language: Language) -> str:
    """The stem of a folded word."""
    found = str(_stemmer(language).stemWord(word))
    return _as_written_alone(found) if language == "nl" else found


@lru_cache(maxsize=4096)
def forms(word: str) -> frozenset[str]:
    """A folded word as it may stand in the index, whatever the language of the card."""
    return frozenset({word, stem(word, "nl"), stem(word, "en")})


def _as_written_alone(found: str) -> str:
    """Huiz is huis and briev is brief, bell is bel: the plural shows another spelling."""
    if len(found) < _SHORTEST:
        return found
    last = found[-1]
    if last in "vz":
        return found[:-1] + ("f" if last == "v" else "s")
    return found[:-1] if last == found[-2] and last in _DOUBLE else found


def _stemmer(language: Language) -> Any:
    # One per thread: a stemmer keeps what it is busy with.
    made: dict[str, Any] = _own.__dict__.setdefault("stemmers", {})
    if language not in made:
        made[language] = Stemmer.Stemmer(_ALGORITHMS[language])
    return made[language]
