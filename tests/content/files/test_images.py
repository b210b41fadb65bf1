"""Pictures: upright, small, and silent about where they were taken."""

from io import BytesIO

import pytest
from PIL import Image

from content.files.images import LONGEST_SIDE, made_fit
from content.files.unfit import UnfitFile
from tests.support.media import SECRET, huge_png, moving_gif, photograph, picture


def _opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_nothing_of_what_the_camera_wrote_is_kept(form: str) -> None:
    data = photograph(form)
    assert SECRET in data

    assert SECRET not in made_fit(data).data


def test_a_photograph_taken_on_its_side_stands_upright() -> None:
    fit = made_fit(photograph(size=(80, 40), turned=6))

    assert (fit.width, fit.height) == (40, 80)
    red, _, blue = _opened(fit.data).convert("RGB").getpixel((20, 10))  # type: ignore[misc]  # three, of an RGB picture
    assert red > blue


def test_a_big_picture_is_made_smaller() -> None:
    fit = made_fit(picture("JPEG", (3_200, 800)))

    assert (fit.width, fit.height) == (LONGEST_SIDE, LONGEST_SIDE // 4)
    assert fit.type == "image/webp"


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_small_bare_picture_stays_as_it_is(form: str) -> None:
    data = picture(form)

    assert made_fit(data).data == data


def test_a_moving_picture_keeps_moving() -> None:
    fit = made_fit(moving_gif(3))

    assert fit.type == "image/webp"
    assert _opened(fit.data).n_frames == 3  # type: ignore[attr-defined]  # of moving formats


def test_a_picture_that_moves_without_end_is_shown_as_its_first_frame() -> None:
    fit = made_fit(moving_gif(250))

    assert getattr(_opened(fit.data), "n_frames", 1) == 1


def test_what_stands_behind_a_picture_is_left_off() -> None:
    for form in ("JPEG", "PNG"):
        assert b"<script>" not in made_fit(picture(form) + b"<script>").data


@pytest.mark.parametrize("side", [7_000, 60_000])
def test_too_many_pixels_are_refused_before_they_are_unpacked(side: int) -> None:
    with pytest.raises(UnfitFile) as refused:
        made_fit(huge_png(side))

    assert refused.value.code == "too-many-pixels"
