"""QTI items and packages in both versions, made here."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

from content.exchange.read import read_any
from content.exchange.reading import Reading


def response(
    *values: str, called: str = "RESPONSE", base: str = "identifier", mapped: str = ""
) -> str:
    correct = "".join(f"<value>{value}</value>" for value in values)
    return (
        f'<responseDeclaration identifier="{called}" cardinality="single" baseType="{base}">'
        f"<correctResponse>{correct}</correctResponse>{mapped}</responseDeclaration>"
    )


def item(declared: str, body: str, *, title: str = "Titel", identifier: str = "item-1") -> str:
    return (
        '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" '
        f'identifier="{identifier}" title="{title}">{declared}<itemBody>{body}</itemBody>'
        "</assessmentItem>"
    )


def newer(xml: str) -> str:
    """The same in QTI 3: prefixed, hyphened names."""

    def tag(found: re.Match[str]) -> str:
        return f"<{found[1]}qti-{_hyphened(found[2])}"

    own = r"<(/?)([a-z]+(?:[A-Z][a-zA-Z]+)|value|prompt)\b"
    xml = re.sub(own, tag, xml)
    return re.sub(r" ([a-z]+[A-Z]\w*)=", lambda found: f" {_hyphened(found[1])}=", xml)


def read_item(xml: str) -> Reading:
    return read_any("item.xml", f'<?xml version="1.0"?>\n{xml}'.encode(), language="nl")


def package(members: Mapping[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return out.getvalue()


def manifest(*items: str, kind: str = "imsqti_item_xmlv2p1", more: str = "") -> str:
    resources = "".join(f'<resource identifier="{i}" type="{kind}" href="{i}"/>' for i in items)
    return f"<manifest><resources>{more}{resources}</resources></manifest>"


def _hyphened(name: str) -> str:
    return re.sub("([A-Z])", lambda hump: f"-{hump[1].lower()}", name)
