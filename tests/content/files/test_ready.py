"""Files that people attach: what they are follows from their content."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.files.file import Most
from content.files.ready import ready
from content.files.unfit import UnfitFile
from tests.support.media import moving_gif, mp3, mp4, ogg, picture, svg, wav, webm

MOST = Most()
WHOLE = {
    "image/png": picture("PNG"),
    "image/jpeg": picture("JPEG"),
    "image/webp": picture("WEBP"),
    "image/svg+xml": svg(),
    "audio/mpeg": mp3(),
    "audio/ogg": ogg(),
    "audio/mp4": mp4(b"soun", b"M4A "),
    "audio/wav": wav(),
    "video/mp4": mp4(),
    "video/webm": webm(),
}


@pytest.mark.parametrize(("kind", "data"), WHOLE.items())
def test_each_kind_is_known_by_its_content(kind: str, data: bytes) -> None:
    assert ready("whatever.exe", data, MOST).type == kind


@pytest.mark.parametrize("data", WHOLE.values(), ids=WHOLE)
def test_what_was_made_fit_stays_the_same_when_it_comes_back(data: bytes) -> None:
    once = ready("a", data, MOST)

    assert ready("b", once.data, MOST).file == once.file


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"<html><script>alert(1)</script>", "unknown-kind"),
        (b"%PDF-1.7", "unknown-kind"),
        (b"MZ\x90\0", "unknown-kind"),
        (b"\x1a\x45\xdf\xa3\xa3\x42\x86\x81\x01matroska", "unknown-kind"),
        (b"\x89PNG\r\n\x1a\n<script>", "damaged"),
        (picture("JPEG")[:200], "damaged"),
        (mp4()[:60], "damaged"),
        (b"ID3" + bytes(50), "damaged"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "damaged"),
        (svg("<g>"), "damaged"),
        (b"<svg><rect/></svg>", "damaged"),
    ],
)
def test_what_no_card_can_show_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(UnfitFile) as refused:
        ready("a.png", data, MOST)

    assert refused.value.code == code


@pytest.mark.parametrize("data", [picture(), wav(), mp4()])
def test_a_file_that_is_too_big_is_refused_with_the_limit(data: bytes) -> None:
    with pytest.raises(UnfitFile) as refused:
        ready("a", data, Most(image=0, audio=0, video=0))

    assert (refused.value.code, refused.value.values) == ("too-big", {"most": 0})


def test_sounds_tell_how_long_they_take() -> None:
    assert ready("a", wav(1.5), MOST).seconds == 1.5
    assert ready("a", ogg(2), MOST).seconds == 2.0


def test_sound_alone_in_a_file_for_films_is_sound() -> None:
    assert ready("a", mp4(b"soun"), MOST).type == "audio/mp4"


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([*WHOLE.values(), moving_gif()]), st.data())
def test_damage_is_refused_or_harmless(data: bytes, draw: st.DataObject) -> None:
    damaged = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 8))):
        damaged[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    cut = draw.draw(st.integers(0, len(data)))

    with suppress(UnfitFile):
        assert ready("a", bytes(damaged[:cut] if cut % 2 else damaged), MOST).data
