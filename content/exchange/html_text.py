"""From HTML to the plain text of a card, and which pictures were in it.

A scan of our own: `html.parser` takes a minute over 200 kB of `<a<a<a…`, and nh3 as long over
100,000 nested tags, while here every character is looked at a fixed number of times. Nothing
is made safe by it: card text is shown as plain text, whatever is left in it.
"""

import html
import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from content.sanitise import clean

_TAG: Final = re.compile(
    r"""<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)"""
    r"""(?P<rest>(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>"""
)
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_ATTRIBUTE: Final = re.compile(
    r"""(?<![a-z-])([a-z-]++)\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]++))"""
)
_KNOWN: Final = re.compile(
    r"</?(?:a|b|big|blockquote|br|center|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|"
    r"small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_LONGEST_NAME: Final = 255
_SPACES: Final = re.compile(r"[ \t\r\n\f\u00a0]+")

_BLOCKS: Final = frozenset([
    "address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul",
])  # fmt: skip
_UNSEEN: Final = frozenset(["head", "script", "style", "template", "title"])
_LETTERS: Final = {
    "sup": str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"),
    "sub": str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
}


@dataclass(frozen=True)
class Plain:
    """What is left of a piece of HTML: its text, and the names of the pictures that were in it."""

    text: str
    pictures: tuple[str, ...] = ()
    alternatives: Mapping[str, str] = field(default_factory=dict)
    """What pictures show in words, by their names."""


def has_html(text: str) -> bool:
    """Whether any tag in it is one that people format with; `List<String>` is none."""
    return _KNOWN.search(text) is not None


def plain(source: str, shown: Container[str] = ()) -> Plain:
    """The text as a reader sees it: blocks on lines of their own, list items with a dash.

    Small figures keep their height (`x²`). Of a picture its alternative text stays, unless it is
    among those that are `shown` beside the text.
    """
    return _Scan(_without_comments(source), shown).result()


def _without_comments(source: str) -> str:
    # Only up to the last end: behind it, every beginning would be searched to the end in vain.
    head, end, rest = source.rpartition("-->")
    return _COMMENT.sub("", head + end) + rest


class _Scan:
    """One pass over the tags of a text."""

    def __init__(self, source: str, shown: Container[str]) -> None:
        self.lines = [""]
        self.shown = shown
        self.pictures: list[str] = []
        self.alternatives: dict[str, str] = {}
        self.pre = 0
        self.cells = 0
        self.height = ""
        self.unseen = ""
        end = 0
        for tag in _TAG.finditer(source):
            self._text(source[end : tag.start()])
            self._tag(tag["name"].lower(), tag["rest"], closes=bool(tag["end"]))
            end = tag.end()
        self._text(source[end:])

    def result(self) -> Plain:
        lines = (line.rstrip() for line in self.lines)
        text = "\n".join(line for line in lines if line.strip())
        return Plain(clean(text), tuple(dict.fromkeys(self.pictures)), self.alternatives)

    def _text(self, raw: str) -> None:
        if self.unseen or not raw:
            return
        text = html.unescape(raw)
        if self.height:
            small = text.translate(_LETTERS[self.height])
            text = text if set(small) & set(text) else small
        if self.pre:
            first, *others = text.replace("\r\n", "\n").split("\n")
            self.lines[-1] += first
            self.lines += others
            return
        text = _SPACES.sub(" ", text)
        if not self.lines[-1] or self.lines[-1].endswith(" "):
            text = text.lstrip(" ")
        self.lines[-1] += text

    def _tag(self, name: str, rest: str, *, closes: bool) -> None:
        if name in _UNSEEN:
            self.unseen = "" if closes else name
        elif name == "img" and not closes:
            self._picture(rest)
        elif name == "br" or name in _BLOCKS:
            self._block(name, closes=closes)
        elif name in ("td", "th") and not closes:
            self._cell()
        elif name in _LETTERS:
            self.height = "" if closes else name

    def _cell(self) -> None:
        if self.cells:
            while len(self.lines) > 1 and not self.lines[-1]:
                self.lines.pop()
            self.lines[-1] = self.lines[-1].rstrip() + " | "
        self.cells += 1

    def _block(self, name: str, *, closes: bool) -> None:
        if self.lines[-1]:
            self.lines.append("")
        if name == "li" and not closes:
            self.lines[-1] = "- "
        if name == "tr":
            self.cells = 0
        if name == "pre":
            self.pre = 0 if closes else 1

    def _picture(self, rest: str) -> None:
        attributes = {one[0]: one[1] or one[2] or one[3] for one in _ATTRIBUTE.findall(rest)}
        alternative = html.unescape(attributes.get("alt", "")).strip()
        source = attributes.get("src", "")
        name = "" if source.startswith("data:") else PurePosixPath(unquote(source)).name
        name = (name or alternative or "?")[:_LONGEST_NAME]
        self.pictures.append(name)
        if alternative:
            self.alternatives.setdefault(name, clean(alternative))
        if alternative and name not in self.shown:
            self._text(f" [{attributes['alt']}] ")
