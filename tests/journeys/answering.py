"""Answering a card of each kind by hand, rightly or wrongly."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.words import words
from tests.support.faces import FACES


def fill_in(page: Page, kind: str, language: str, *, right: bool) -> None:
    """Gives the answer, up to where the learner says how sure it is."""
    face = FACES[kind]
    if kind == "choice":
        tick(page, face["choices"][1 if right else 0])
    elif kind == "multiple_choice":
        for choice in face["choices"][:2] if right else face["choices"][2:]:
            tick(page, choice)
    elif kind == "true_false":
        tick(page, words(language, f"phone:review.{'false' if right else 'true'}"))
    elif kind == "typed":
        page.get_by_label(words(language, "phone:review.typed")).fill(
            "phishing" if right else "vissen"
        )
    elif kind == "cloze":
        for gap, values in enumerate(face["gaps"], 1):
            label = words(language, "phone:review.gap", number=gap)
            page.get_by_label(label).fill(values[0] if right else "een week")
    elif kind == "order":
        put_in_order(page, face["items"] if right else face["items"][::-1], language)
    elif kind == "match":
        for text in face["right"] if right else face["right"][::-1]:
            page.get_by_role("button", name=text, exact=True).click()


def tick(page: Page, text: str) -> None:
    page.get_by_label(text, exact=True).check()


def put_in_order(page: Page, items: list[str], language: str) -> None:
    """Moves each item up, the first one first, until it stands where it belongs."""
    for place, item in enumerate(items):
        up = page.get_by_role("button", name=words(language, "phone:review.up", item=item))
        for _ in range(_place_of(page, item) - place):
            up.click()


def _place_of(page: Page, item: str) -> int:
    shown = page.get_by_role("listitem").all_inner_texts()
    return next(place for place, text in enumerate(shown) if item in text)
