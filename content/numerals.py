"""Numbers in a text, compared by value in Dutch and English notation.

`1.250,5`, `1250,5`, `1,250.5` and `1 250.5` are one number. One mark before exactly three
digits (`1.250`) is ambiguous: what is expected is read in its own language, what is answered may
mean either. Values are kept as digit strings, so that nothing is lost to floats.
"""

import re

from content.language import Language

NUMBER = re.compile(
    r"(?:(?<!\S)-)?(?:[0-9]{1,3}(?: [0-9]{3})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*)"
)
_DATE_ZERO = re.compile(
    r"(?<![0-9.,])0(?=[0-9][:/-][0-9]{1,4}(?![0-9]))|(?<=[0-9][:/-])0(?=[0-9](?![0-9]))"
)
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?:,[0-9]{3})+")


def without_date_zeros(text: str) -> str:
    """`05-03-2026` as `5-3-2026` and `09:00` as `9:00`: there the zero means nothing."""
    return _DATE_ZERO.sub("", text)


def expected_reading(numeral: str, language: Language) -> str:
    """The one value that an author meant. A leading zero makes it a code: digits, not a value."""
    if re.fullmatch(r"0[0-9]+", numeral):
        return numeral
    decimal = "," if language == "nl" else "."
    readings = _readings(numeral)
    return readings.get(decimal) or next(iter(readings.values()))


def answered_readings(numeral: str) -> set[str]:
    """Every value that an answer may mean, and its bare digits for comparison with a code."""
    return {numeral, *_readings(numeral).values()}


def _readings(numeral: str) -> dict[str, str]:
    """Value by the decimal mark it assumes; a numeral that is no number stands for itself."""
    sign = "-" if numeral.startswith("-") else ""
    digits = numeral.removeprefix("-").replace(" ", "")
    readings = {}
    for decimal, thousands in ((".", ","), (",", ".")):
        whole, _, fraction = digits.partition(decimal)
        grouped = thousands not in whole or _THOUSANDS.fullmatch(whole)
        if grouped and not set(fraction) & {".", ","}:
            readings[decimal] = _value(sign, whole.replace(thousands, ""), fraction)
    return readings or {"": numeral}


def _value(sign: str, whole: str, fraction: str) -> str:
    whole, fraction = whole.lstrip("0") or "0", fraction.rstrip("0")
    value = f"{whole}.{fraction}" if fraction else whole
    return value if value == "0" else sign + value
