"""HTML as editors write it becomes what people see."""

import pytest

from content.exchange.html_text import has_html, plain


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>Een</p><p>Twee<br>Drie</p>", "Een\nTwee\nDrie"),
        ("  veel \n  ruimte&nbsp; ertussen ", "veel ruimte ertussen"),
        ("<ul><li>melden</li><li>wissen</li></ul>", "- melden\n- wissen"),
        ("m<sup>2</sup> en H<sub>2</sub>O en x<sup>ab</sup>", "m² en H₂O en xab"),
        ("<table><tr><th>a<br></th><td>b</td></tr><tr><td>c</td></tr></table>", "a | b\nc"),
        ("<pre>if x:\n    y</pre>", "if x:\n    y"),
        ("1 &lt; 2 &amp;&amp; a < b", "1 < 2 && a < b"),
        ("<script>weg()</script>blijft<!-- weg <b> -->", "blijft"),
        ("&lt;script&gt;", "<script>"),
        ("<!-- nooit dicht", "<!-- nooit dicht"),
    ],
)
def test_what_people_see_is_what_stays(source: str, text: str) -> None:
    assert plain(source).text == text


def test_a_picture_leaves_its_name_and_its_alternative_text() -> None:
    seen = plain(
        'Zie <img src="@@PLUGINFILE@@/de%20kaart.png" alt="de kaart"> en <img src=\'b.gif\'></img>'
    )
    assert seen.text == "Zie [de kaart] en"
    assert seen.pictures == ("de kaart.png", "b.gif")


def test_a_picture_written_into_the_text_has_no_name_but_its_alternative() -> None:
    assert plain('<img alt="lek" src="data:image/png;base64,AAAA">').pictures == ("lek",)


def test_only_tags_that_people_format_with_are_html() -> None:
    assert has_html("een <b>vet</b> woord")
    assert not has_html("List<String> en a < b")


@pytest.mark.parametrize(
    "piece", ["<a", "<!--", "<img a = ", "<b>x", "<a '\"", "<div>", "&#", "--><!--"]
)
def test_no_repetition_takes_long(piece: str) -> None:
    """Each of these takes minutes in a reader that looks back."""
    assert plain(piece * 50_000) is not None
