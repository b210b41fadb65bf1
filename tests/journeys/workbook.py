"""The spreadsheet that Daan made after his course, with two mistakes and without."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook
from playwright.sync_api import FilePayload

ROWS = 30
HEADER = ("vraag", "antwoord", "soort", "keuzes", "uitleg", "bron", "onderwerp", "sleutel")

# In the spreadsheet's own counting, with the header as row 1.
WITHOUT_STAR, WITHOUT_PROMPT = 8, 19


def workbook(*, mended: bool) -> FilePayload:
    """Thirty cards as a browser's file chooser takes them."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADER)
    for number in range(2, ROWS + 2):
        sheet.append(_row(number))
    if not mended:
        sheet.cell(WITHOUT_STAR, 4).value = "Doorlopen|De leidinggevende bellen|Wachten"
        sheet.cell(WITHOUT_PROMPT, 1).value = None
    content = BytesIO()
    book.save(content)
    return {
        "name": "veilig op hoogte.xlsx",
        "mimeType": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "buffer": content.getvalue(),
    }


def _row(number: int) -> tuple[str, ...]:
    topic = ("Ladders", "Steigers", "Valbeveiliging")[number % 3]
    common = ("Wat je vooraf ziet, hoef je niet op te vangen.", "Handboek hoogte, blz. 4", topic)
    key = f"hoogte-{number}"
    if number % 3 == 2:
        choices = "Doorlopen|*De leidinggevende bellen|Wachten"
        return (f"Situatie {number}: wat doe je eerst?", "", "choice", choices, *common, key)
    return (
        f"Waar let je op bij controle {number}?",
        f"Op punt {number}",
        "recall",
        "",
        *common,
        key,
    )
