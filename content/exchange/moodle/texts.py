"""The texts of a Moodle question, in the formats that Moodle lets people write them in."""

from typing import Final
from xml.etree.ElementTree import Element

from content.exchange.html_text import has_html, plain
from content.exchange.questions import LONGEST_TEXT, Unfit
from content.exchange.xml_tree import words
from content.sanitise import clean

_AS_TYPED: Final = ("plain_text", "markdown")


class Texts:
    """Reads the texts of one question, and gathers the pictures in them.

    `shown` are the names of pictures that come along, and so need no words instead.
    """

    def __init__(self, question: Element) -> None:
        self.question = question
        self.shown = frozenset(one.get("name", "") for one in question.iter("file"))
        self.pictures: list[str] = []
        self.alternatives: dict[str, str] = {}

    def of(self, element: Element | None) -> str:
        """The text of an element such as `questiontext`, as people see it."""
        if element is None:
            return ""
        inner = element.find("text")
        # Old exports write an answer without `text` around it.
        text = (element.text or "") if inner is None else words(inner)
        if len(text) > LONGEST_TEXT:
            raise Unfit("question-too-long", {"most": LONGEST_TEXT})
        style = element.get("format", "")
        if style == "html" or (style not in _AS_TYPED and has_html(text)):
            seen = plain(text, self.shown)
            self.pictures += [name for name in seen.pictures if name not in self.shown]
            self.alternatives |= seen.alternatives
            return seen.text
        return clean(text)

    def named(self, name: str) -> str:
        """The text of a child of the question, nothing where there is none."""
        return self.of(self.question.find(name))
