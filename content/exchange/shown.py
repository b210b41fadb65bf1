"""A spreadsheet cell as the trainer saw it: `72`, not `72.0`; `007`, where so formatted."""

import re
from datetime import datetime, time
from decimal import Decimal

from content.card import Language


def shown(value: object, number_format: str, language: Language) -> str:
    """The text of a number, truth or moment: ISO dates, decimals as the language has them."""
    match value:
        case bool():
            text = {"nl": ("onwaar", "waar"), "en": ("false", "true")}[language][value]
        case int() | float():
            text = _number(value, number_format, language)
        case datetime() if value.time() == time():
            text = value.date().isoformat()
        case datetime():
            text = value.isoformat(sep=" ", timespec="minutes")
        case time():
            text = value.isoformat(timespec="seconds" if value.second else "minutes")
        case _:
            text = str(value)
    return text


def _number(value: float, number_format: str, language: Language) -> str:
    percent = re.fullmatch(r"0(?:\.(0+))?%", number_format)
    if percent:
        text = f"{Decimal(repr(value)) * 100:.{len(percent[1] or '')}f}%"
    else:
        # 15 digits is what a spreadsheet keeps: 0.1 + 0.2 is shown as 0.3.
        text = f"{Decimal(format(value, '.15g')):f}"
    if re.fullmatch(r"0+", number_format) and text.isdecimal():
        text = text.zfill(len(number_format))
    return text.replace(".", ",") if language == "nl" else text
