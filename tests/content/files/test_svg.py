"""Drawings: nothing in them runs, and nothing is fetched from elsewhere."""

import pytest

from content.files.svg import MOST_BYTES, cleaned
from content.files.unfit import UnfitFile
from tests.support.media import svg

LAUGHS = "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">'
    for before, name in zip("abcdef", "bcdefg", strict=True)
)


@pytest.mark.parametrize(
    "harm",
    [
        "<script>harm()</script>",
        "<rect onclick='harm()'/>",
        "<a href='javascript:harm()'><text>x</text></a>",
        "<foreignObject><body onload='harm()'/></foreignObject>",
        "<use href='https://harm.example/a.svg#b'/>",
        "<image href='https://harm.example/a.png'/>",
        "<image href='data:text/html,harm()'/>",
        "<rect style='fill:url(https://harm.example)'/>",
        "<set attributeName='onharm' to='1'/>",
    ],
)
def test_what_runs_or_fetches_is_left_out(harm: str) -> None:
    clean, _, _ = cleaned(svg(harm + "<circle r='3'/>"))

    assert b"harm" not in clean
    assert b"<circle" in clean


def test_a_drawing_tells_its_size() -> None:
    assert cleaned(svg())[1:] == (10, 20)


def test_a_drawing_may_name_its_document_type() -> None:
    kind = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'

    assert b"<rect" in cleaned(kind + svg())[0]


@pytest.mark.parametrize(
    "bomb",
    [
        f'<!DOCTYPE svg [<!ENTITY a "ha">{LAUGHS}]>'.encode() + svg("<text>&g;</text>"),
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("<text>&a;</text>"),
        svg("<g>" * 100_000 + "</g>" * 100_000),
        svg(" " * MOST_BYTES),
    ],
    ids=["laughs", "file", "deep", "big"],
)
def test_a_drawing_that_means_harm_is_refused(bomb: bytes) -> None:
    with pytest.raises(UnfitFile) as refused:
        cleaned(bomb)

    assert refused.value.code in {"unsafe", "too-big"}
