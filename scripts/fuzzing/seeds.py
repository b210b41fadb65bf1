"""Sound files of every format, made by the tests."""

from __future__ import annotations

from collections.abc import Mapping

from tests.content.exchange.anki import test_damage as anki
from tests.content.exchange.qti.items import newer
from tests.content.exchange.test_damage import SOUND as TABLES
from tests.content.exchange.test_damaged_quizzes import ITEM
from tests.content.exchange.test_damaged_quizzes import SOUND as QUIZZES


def seeds() -> Mapping[str, bytes]:
    """By a name that tells the format."""
    newest = f'<?xml version="1.0"?>{newer(ITEM)}'.encode()
    quizlet = b"lek\tmelden\nAVG\twet\n"
    packages = {str(variant): data for variant, data in anki.WHOLE.items()}
    return {**TABLES, **QUIZZES, **packages, "qti 3": newest, "quizlet": quizlet}
