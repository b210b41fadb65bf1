"""What an item says is right."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from content.exchange.qti.names import attribute, children, within
from content.exchange.xml_tree import words
from content.sanitise import clean


@dataclass(frozen=True)
class Declared:
    """One response: `correct` in the order given, and `best`, all that earns as much as it can."""

    correct: tuple[str, ...]
    best: tuple[str, ...]
    number: bool


def declared(item: Element) -> dict[str, Declared]:
    """The responses of an item by identifier."""
    found = within(item, "responseDeclaration")
    return {attribute(one, "identifier"): _declared(one) for one in found}


def _declared(response: Element) -> Declared:
    values = (clean(words(value)) for one in children(response, "correctResponse")
              for value in children(one, "value"))  # fmt: skip
    worth = {
        clean(attribute(entry, "mapKey")): _number(attribute(entry, "mappedValue"))
        for entry in within(response, "mapEntry")
    }
    most = max(worth.values(), default=0)
    return Declared(
        correct=tuple(value for value in values if value),
        best=tuple(key for key, value in worth.items() if key and 0 < value == most),
        number=attribute(response, "baseType") in ("float", "integer"),
    )


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0
