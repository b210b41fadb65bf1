"""The text of an item, and the interactions in it."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Final
from xml.etree.ElementTree import Element

from content.exchange.html_text import Plain, plain
from content.exchange.qti.names import name
from content.exchange.xml_tree import local

GAP: Final = "\ue000"
"""Stands in the text for an interaction within a line."""

_INLINE: Final = ("textEntryInteraction", "inlineChoiceInteraction")
_BESIDE: Final = frozenset([
    "feedbackBlock", "feedbackInline", "rubricBlock", "stylesheet", "templateBlock",
    "templateInline",
])  # fmt: skip


@dataclass
class Body:
    """What the learner sees: `text` with `GAP` for inline interactions, which come in order."""

    text: str = ""
    interactions: list[Element] = field(default_factory=list)
    pictures: tuple[str, ...] = ()
    alternatives: Mapping[str, str] = field(default_factory=dict)


def body_of(item_body: Element, shown: Container[str] = ()) -> Body:
    """The text of an item's body, beside the pictures that are `shown`.

    Of other interactions only the prompt is in it.
    """
    body = Body()
    seen = plain(_html(item_body, body), shown)
    body.text, body.pictures, body.alternatives = seen.text, seen.pictures, seen.alternatives
    return body


def text_of(element: Element) -> Plain:
    """The text of one choice, item or feedback."""
    return plain(_html(element, Body()))


def feedback_of(element: Element) -> str:
    """What is said in a choice when it is taken."""
    said = (one for one in element.iter() if name(one) in ("feedbackInline", "feedbackBlock"))
    return " ".join(text_of(one).text for one in said)


def _html(element: Element, body: Body) -> str:
    """The inside of an element as HTML, without what is beside the text."""
    parts = [escape(element.text or "", quote=False).replace(GAP, "")]
    for child in element:
        kind = name(child)
        if kind in _INLINE:
            body.interactions.append(child)
            parts.append(GAP)
        elif kind.endswith("Interaction"):
            body.interactions.append(child)
            prompts = (one for one in child if name(one) == "prompt")
            parts += [f"<p>{_html(prompt, body)}</p>" for prompt in prompts]
        elif kind not in _BESIDE and isinstance(child.tag, str):
            tag = local(child)
            attributes = "".join(
                f' {key}="{escape(child.get(key, ""))}"'
                for key in ("alt", "src")
                if child.get(key) is not None
            )
            parts.append(f"<{tag}{attributes}>{_html(child, body)}</{tag}>")
        parts.append(escape(child.tail or "", quote=False).replace(GAP, ""))
    return "".join(parts)
