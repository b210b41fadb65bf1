"""The files that are brought in: made here, so that nobody has to trust one."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from random import Random

from PIL import Image

from scripts.benches.firm import SEED
from tests.content.exchange.anki.packages import (
    BASIC,
    Note,
    database,
    media_entries,
    message,
    packed,
    zipped,
)

SIDE = 160
ABOUT = "de regeling voor melden en registreren van incidenten op de werkvloer"


def table(rows: int) -> bytes:
    """A table with a key, a topic and tags in each row."""
    text = StringIO()
    out = csv.writer(text, delimiter=";")
    out.writerow(["sleutel", "vraag", "antwoord", "uitleg", "onderwerp", "labels"])
    for n in range(rows):
        why = f"Zo staat het in artikel {n} van {ABOUT}."
        out.writerow(
            [f"k{n}", f"Wat zegt punt {n} van {ABOUT}?", f"Het {n}e antwoord", why,
             f"Onderwerp {n % 40}", "een,twee"]
        )  # fmt: skip
    return text.getvalue().encode()


def deck(notes: int, media: int, turn: int) -> bytes:
    """A package as today's Anki writes it; every picture stands in some note.

    Each turn has pictures of its own: those the server has already cost it nothing.
    """
    dice = Random(SEED + turn)
    pictures = {f"{n}.jpg": _picture(dice) for n in range(media)}
    made = [
        Note(
            BASIC,
            (f"Wat zegt punt {n} van {ABOUT}?", f'Antwoord {n} <img src="{n}.jpg">' if n < media
             else f"Antwoord {n}"),
            f"guid-{n}",
            "een twee",
            f"Deck::Deel {n % 20}",
        )
        for n in range(notes)
    ]  # fmt: skip
    members = {
        "meta": message((1, 3)),
        "collection.anki2": database([Note(BASIC, ("Update Anki", ""))], 11),
        "collection.anki21b": packed(database(made, 18)),
        "media": packed(media_entries(*pictures)),
        **{str(n): packed(data) for n, data in enumerate(pictures.values())},
    }
    return zipped(members)


def _picture(dice: Random) -> bytes:
    picture = Image.effect_noise((SIDE, SIDE), dice.uniform(20, 90))
    out = BytesIO()
    picture.save(out, "JPEG", quality=70)
    return out.getvalue()
