"""Tables as trainers hold them, made here in every shape that spreadsheets write."""

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

import openpyxl

from content.card import Language
from content.exchange.read import read_any
from content.exchange.reading import Reading

HEADER = ("vraag", "antwoord", "foute antwoorden", "categorie", "labels")
ROWS = (
    ("Wat is een datalek?", "Verlies van persoonsgegevens", "Een lek|Een trage pc", "AVG", "avg"),
    ("Binnen hoeveel uur meld je?", "72 uur", "24 uur", "AVG", "avg;termijn"),
    ('Wat roep je? "Brand!"; of niets', 'Ja, "Brand!"', "niets", "BHV", ""),
    ("Coördinator Zoë vraagt €25 – mag dat?", "Nee, naïef", "Ja", "Integriteit", "geld"),
    ("Noem de stappen:\n1. alarmeren\n2. redden", "Alarmeren;\nredden", "", "BHV", "volgorde"),
    ("Welk nummer staat op de pas?", "007123", "7123", "BHV", ""),
)  # fmt: skip


def as_text(
    rows: Iterable[Sequence[str]], separator: str = ",", ends: str = "\r\n", *, quoted: bool = False
) -> str:
    out = StringIO(newline="")
    writer = csv.writer(
        out,
        delimiter=separator,
        lineterminator=ends,
        quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL,
    )
    writer.writerows(rows)
    return out.getvalue()


def as_workbook(*sheets: Iterable[Sequence[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(list(row))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def read_text(text: str, language: Language = "nl", known: Iterable[str] = ()) -> Reading:
    return read_any("set.csv", text.encode(), language=language, known_keys=frozenset(known))


def codes(reading: Reading) -> list[tuple[str, int | None, str | None]]:
    return [(problem.code, problem.row, problem.column) for problem in reading.problems]
