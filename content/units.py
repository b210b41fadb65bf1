"""Units that count as one another after a number: `72 uur` is `72 uren`, `€ 25` is `25 euro`."""

from typing import Final

_SAME: Final = (
    "€ euro euros eur",
    "% procent percent",
    "s sec seconde seconden second seconds",
    "min minuut minuten minute minutes",
    "u uur uren h hour hours",
    "dag dagen day days",
    "week weken weeks",
    "maand maanden month months",
    "jaar jaren year years",
    "mm millimeter",
    "cm centimeter",
    "m meter meters metre metres",
    "km kilometer",
    "kg kilo kilogram",
    "keer maal times",
    "persoon personen person people",
)
_UNITS: Final = {name: line.split()[0] for line in _SAME for name in line.split()}


def same_unit(one: str, other: str) -> bool:
    """Whether two units mean the same. No unit at all goes with any: the prompt names it."""
    if not one or not other:
        return True
    return _UNITS.get(one, one) == _UNITS.get(other, other)
