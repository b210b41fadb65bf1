"""Course material as trainers have it, made here: slides, a text document and PDF."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx import Document
from pptx import Presentation
from pptx.util import Inches
from pypdf import PdfReader, PdfWriter

Slide = dict[str, Any]

LESSON: Sequence[Slide] = (
    {"title": "AVG in de praktijk", "layout": 0, "points": ["Training voor de balie"]},
    {"title": "Agenda", "points": ["Welkom", "Persoonsgegevens", "Lunch"]},
    {
        "title": "Datalekken",
        "points": ["Meld een datalek binnen 72 uur bij de toezichthouder."],
        "notes": "Vraag: Wie meldt het datalek?\nAntwoord: De functionaris",
    },
    {"title": "Wat doe je bij brand?", "points": ["Bel de meldkamer en waarschuw je collega's."]},
    {
        "title": "Ontruimen",
        "points": ["Sla alarm", "Help anderen naar buiten", "Ga naar de verzamelplaats"],
        "numbered": True,
    },
    {
        "title": "Begrippen",
        "table": [
            ("Begrip", "Betekenis"),
            ("FG", "Functionaris voor gegevensbescherming"),
            ("DPIA", "Onderzoek vooraf naar de gevolgen voor mensen"),
        ],
    },
    {"title": "Contact", "points": ["daan@molenwerk.example", "Tel. 020 123 45 67"]},
)


def slides(deck: Sequence[Slide] = LESSON) -> bytes:
    """A presentation."""
    show = Presentation()
    for told in deck:
        layout = 5 if "table" in told else told.get("layout", 1)
        slide = show.slides.add_slide(show.slide_layouts[layout])
        title = slide.shapes.title
        assert title is not None
        title.text = told["title"]
        if "points" in told:
            _fill(slide.placeholders[1], told["points"], numbered=told.get("numbered", False))
        if "table" in told:
            _lay(slide, told["table"])
        if "notes" in told:
            frame = slide.notes_slide.notes_text_frame
            assert frame is not None
            frame.text = told["notes"]
    return _saved(show)


def document() -> bytes:
    """A handout in Word, never laid out on pages."""
    text = Document()
    text.add_heading("Veilig werken", 1)
    text.add_paragraph("Een verzamelplaats is een plek buiten waar iedereen wordt geteld.")
    text.add_heading("Ontruimen", 2)
    for step in ("Sla alarm", "Help anderen naar buiten", "Ga naar de verzamelplaats"):
        text.add_paragraph(step, style="List Number")
    table = text.add_table(rows=0, cols=3)
    for row in (
        ("Blusser", "Kleur", "Geschikt voor"),
        ("CO2", "zwart", "elektrische apparaten"),
        ("Schuim", "blauw", "hout en textiel"),
    ):
        for cell, said in zip(table.add_row().cells, row, strict=True):
            cell.text = said
    return _saved(text)


def pdf(*pages: Sequence[str]) -> bytes:
    """A PDF with these lines on its pages, written out by hand."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        drawn = " T* ".join(f"({_escaped(line)}) Tj" for line in lines)
        stream = f"BT /F1 12 Tf 16 TL 72 720 Td {drawn} ET".encode("cp1252")
        kids.append(f"{len(objects) + 2} 0 R")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _laid_down(objects)


def locked(plain: bytes) -> bytes:
    """The PDF behind a password."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(plain)))
    writer.encrypt("geheim", algorithm="AES-256")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _fill(placeholder: Any, points: Sequence[str], *, numbered: bool) -> None:
    frame = placeholder.text_frame
    frame.text = points[0]
    for point in points[1:]:
        frame.add_paragraph().text = point
    if numbered:
        for paragraph in frame.paragraphs:
            mark = paragraph._p.get_or_add_pPr()
            mark.insert(0, mark.makeelement(f"{{{mark.nsmap['a']}}}buAutoNum", type="arabicPeriod"))


def _lay(slide: Any, rows: Sequence[Sequence[str]]) -> None:
    size = (len(rows), len(rows[0]), Inches(1), Inches(2), Inches(6), Inches(2))
    table = slide.shapes.add_table(*size).table
    for at, row in enumerate(rows):
        for column, said in enumerate(row):
            table.cell(at, column).text = said


def _saved(made: Any) -> bytes:
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _laid_down(objects: Sequence[bytes]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + end
