"""The numbers of quizzes: which of them ask for one value, and how a card writes it."""

from decimal import Decimal, InvalidOperation
from typing import Final

from content.language import Language

_LONGEST: Final = 40


class NotANumber(ValueError):
    """Whatever it is, no number."""


def number(text: str) -> Decimal:
    """The value of a number with a decimal point, or a decimal comma."""
    text = text.strip().replace(",", ".")
    try:
        value = Decimal(text if len(text) <= _LONGEST else "")
    except InvalidOperation as unfit:
        raise NotANumber from unfit
    if not value.is_finite() or abs(value.adjusted()) > _LONGEST:
        raise NotANumber
    return value


def exact(text: str) -> Decimal | None:
    """The one value that `1822`, `1822:0` or `5..5` asks for; None for any range wider.

    Raises `NotANumber`.
    """
    low, dots, high = text.partition("..")
    if dots:
        least, most = number(low), number(high)
        return least if least == most else None
    value, _, tolerance = text.partition(":")
    found = number(value)
    return None if tolerance.strip() and number(tolerance) else found


def written(value: Decimal, language: Language) -> str:
    """The number with the decimal sign of the language, and no other sign between digits."""
    text = f"{value:f}"
    return text.replace(".", ",") if language == "nl" else text
