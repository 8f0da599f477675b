from itertools import pairwise

import numpy as np
import pytest

from bpviz.scene.camera import Camera
from bpviz.scene.layout import network_layout

SIZES = [
    (1, 1, 1, 1),
    (2, 2, 1),
    (2, 4, 2),
    (2, 100, 400, 1),
    (784, 50, 10),
    (784, 256, 128, 10),
    (13, 13, 13, 13, 13, 13, 3),
]
PICTURES = [(900, 360), (1400, 680), (640, 240)]


@pytest.mark.parametrize("sizes", SIZES, ids=str)
@pytest.mark.parametrize(("width", "height"), PICTURES)
@pytest.mark.parametrize("image_shape", [None, (28, 28)])
def test_every_node_is_inside_and_none_covers_another(
    sizes: tuple[int, ...],
    width: int,
    height: int,
    image_shape: tuple[int, int] | None,
) -> None:
    layers = network_layout(
        sizes,
        width,
        height,
        image_shape=image_shape,
        left_margin=48,
        right_margin=96,
    )
    right_of_last = 48.0
    for size, layer in zip(sizes, layers, strict=True):
        assert len(layer.x) == len(layer.y) == size
        assert layer.left >= right_of_last - 1
        assert layer.right <= width - 96 + 1
        assert layer.top >= 0
        assert layer.bottom + layer.details_height <= height
        assert (layer.x - layer.radius >= layer.left - 0.01).all()
        assert (layer.x + layer.radius <= layer.right + 0.01).all()
        places = np.column_stack([layer.x, layer.y])
        distances = np.hypot(*(places[:, None] - places[None]).T)
        np.fill_diagonal(distances, np.inf)
        assert distances.min() >= 2 * layer.radius - 0.01
        right_of_last = layer.right


def test_the_same_call_gives_the_same_places() -> None:
    first = network_layout((2, 100, 400, 1), 900, 360)
    network_layout((784, 50, 10), 900, 360)
    network_layout.cache_clear()
    again = network_layout((2, 100, 400, 1), 900, 360)
    for one, other in zip(first, again, strict=True):
        assert (one.x == other.x).all()
        assert (one.y == other.y).all()


def test_tall_layers_fold_and_short_ones_do_not() -> None:
    two, hundred, four_hundred, one = network_layout((2, 100, 400, 1), 900, 360)
    assert (two.columns, one.columns) == (1, 1)
    assert 1 < hundred.columns < four_hundred.columns
    # Nodes fill a column before the next begins.
    assert hundred.x[0] == hundred.x[1]
    assert hundred.y[0] < hundred.y[1]


def test_an_image_is_one_picture_with_whole_pixels() -> None:
    picture = network_layout((784, 50, 10), 900, 360, image_shape=(28, 28))[0]
    assert picture.is_picture
    assert picture.cell == int(picture.cell) > 0
    assert picture.x[1] - picture.x[0] == picture.cell
    assert picture.y[28] - picture.y[0] == picture.cell
    assert picture.right - picture.left == 28 * picture.cell


def test_a_shape_that_does_not_fit_the_input_makes_no_picture() -> None:
    assert not network_layout((100, 10), 900, 360, image_shape=(28, 28))[0].is_picture


def test_a_camera_moves_and_enlarges() -> None:
    plain = network_layout((2, 3, 1), 900, 360)
    seen = network_layout((2, 3, 1), 900, 360, camera=Camera(2.0, -100.0, 20.0))
    for one, other in zip(plain, seen, strict=True):
        np.testing.assert_allclose(other.x, 2 * one.x - 100)
        np.testing.assert_allclose(other.y, 2 * one.y + 20)
        assert other.radius > one.radius


def test_zooming_keeps_the_place_under_the_pointer() -> None:
    camera = Camera(1.5, 10.0, -20.0)
    closer = camera.zoomed(2.0, 300.0, 200.0)
    place = (300.0 - camera.x) / camera.zoom, (200.0 - camera.y) / camera.zoom
    assert closer.zoom == 3.0
    assert closer.zoom * place[0] + closer.x == pytest.approx(300)
    assert closer.zoom * place[1] + closer.y == pytest.approx(200)


def test_a_hundred_layers_are_laid_out() -> None:
    layers = network_layout((2,) * 100, 600, 300)
    assert all(a.edges_from < b.edges_to for a, b in pairwise(layers))
