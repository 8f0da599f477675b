import numpy as np
import numpy.typing as npt
import pytest

from bpviz.scene.colors import canvas_color, ink_table, signed_table
from bpviz.scene.transparency import without_canvas


def channels(colors: npt.NDArray[np.uint32]) -> npt.NDArray[np.float64]:
    shifts = np.array([16, 8, 0], np.uint32)
    return ((colors[..., np.newaxis] >> shifts) & 0xFF).astype(float)


def laid_on(clear: npt.NDArray[np.uint32], canvas: int) -> npt.NDArray[np.float64]:
    share = ((clear >> 24) / 255)[..., np.newaxis]
    paper = channels(np.array(canvas, np.uint32))
    return share * channels(clear) + (1 - share) * paper


@pytest.mark.parametrize("dark", [False, True])
def test_every_colour_comes_back_on_its_canvas(dark: bool) -> None:
    canvas = canvas_color(dark)
    colors = np.stack([signed_table(dark), ink_table(dark)])
    clear = without_canvas(colors, canvas)
    assert np.abs(laid_on(clear, canvas) - channels(colors)).max() <= 1.5


@pytest.mark.parametrize("dark", [False, True])
def test_the_canvas_itself_is_gone_and_what_is_strong_stays(dark: bool) -> None:
    canvas = canvas_color(dark)
    colors = np.array([[canvas, signed_table(dark)[255]]], np.uint32)
    nothing, strong = (without_canvas(colors, canvas) >> 24)[0].tolist()
    assert nothing == 0
    assert strong > 200


def test_a_tall_picture_is_done_to_its_end() -> None:
    canvas = canvas_color(False)
    picture = np.full((150, 3), canvas, np.uint32)
    picture[149, 2] = 0xFF000000
    alphas = without_canvas(picture, canvas) >> 24
    assert alphas[149, 2] == 255
    assert np.count_nonzero(alphas) == 1
