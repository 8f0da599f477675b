import numpy as np
import pytest

from bpviz.scene.colors import ColorArray, canvas_color, signed_colors
from bpviz.scene.edge_raster import EdgeRaster, Lines
from bpviz.scene.layout import network_layout
from bpviz.scene.options import DEFAULT_EDGE_LIMIT
from bpviz.scene.strongest import strongest

CANVAS = canvas_color(True)


def lines(*ends: tuple[float, float, float, float, int]) -> Lines:
    table = np.array(ends, np.float64).T
    x0, y0, x1, y1 = table[:4].astype(np.float32)
    return Lines(x0, y0, x1, y1, table[4].astype(np.uint32))


def drawn(
    every: Lines,
    left: float,
    right: float,
    size: tuple[int, int] = (100, 80),
    thickness: float = 1.0,
) -> ColorArray:
    raster = EdgeRaster(*size)
    raster.clear(CANVAS)
    raster.draw(every, left, right, thickness)
    return raster.picture()


def reference(every: Lines, left: int, right: int, size: tuple[int, int]) -> ColorArray:
    """Draw line after line, as a painter would; only for lines that stay inside."""
    width, height = size
    picture = np.full((height, width), CANVAS, np.uint32)
    x = np.arange(left, right)
    for x0, y0, x1, y1, color in zip(
        every.x0, every.y0, every.x1, every.y1, every.colors, strict=True
    ):
        slope = (y1 - y0) / (x1 - x0)
        rows = max(round(float(np.hypot(slope, 1))), 1)
        y = y0 + slope * (x + 0.5 - x0)
        for row in range(rows):
            inside = np.floor(y + (row - (rows - 1) / 2)).astype(int)
            picture[np.clip(inside, 0, height - 1), x] = color
    return picture


def gap_lines(limit: int | None, seed: int = 0) -> tuple[Lines, float, float]:
    """Return the strongest edges of the first gap of 784-100-10."""
    first, second, _ = network_layout((784, 100, 10), 1000, 560, image_shape=(28, 28))
    weights = np.random.default_rng(seed).standard_normal(78_400).astype(np.float32)
    chosen = strongest(np.abs(weights), limit)
    ends, starts = np.divmod(chosen, 784)
    every = Lines(
        first.x[starts],
        first.y[starts],
        second.x[ends],
        second.y[ends],
        signed_colors(weights[chosen], 3.0, True),
    )
    return every, first.edges_from, second.edges_to


def test_one_line_is_where_it_should_be() -> None:
    picture = drawn(lines((10, 20.5, 90, 60.5, 7)), 10, 90)
    ys, xs = np.nonzero(picture == 7)
    assert sorted(xs.tolist()) == list(range(10, 90))
    np.testing.assert_allclose(ys + 0.5, 20.5 + (xs + 0.5 - 10) / 2, atol=0.5)
    assert np.count_nonzero(picture != CANVAS) == 80


def test_the_last_line_lies_on_top() -> None:
    crossing = lines((0, 10.5, 100, 70.5, 1), (0, 70.5, 100, 10.5, 2))
    picture = drawn(crossing, 0, 100)
    assert picture[40, 49:51].tolist() == [2, 2]


def test_what_is_outside_the_wanted_part_stays_as_it_was() -> None:
    picture = drawn(lines((0, 40, 100, 40, 7)), 30, 60)
    assert set(np.nonzero(picture == 7)[1]) == set(range(30, 60))


def test_lines_that_leave_the_picture_are_cut_off() -> None:
    raster_lines = lines((0, -400, 100, 400, 7), (0, 300, 100, 90, 8))
    picture = drawn(raster_lines, 0, 100)
    assert np.count_nonzero(picture == 7) > 60
    assert np.count_nonzero(picture == 8) == 0
    # Nothing is left along the rims.
    assert np.count_nonzero(picture[0] == 7) < 12


def test_a_steep_line_has_no_holes() -> None:
    picture = drawn(lines((40, 0, 50, 80, 7)), 40, 50)
    assert (picture == 7).any(axis=1).sum() >= 78


def test_a_thick_line_is_thick() -> None:
    flat = lines((0, 40.5, 100, 40.5, 7))
    assert np.count_nonzero(drawn(flat, 0, 100) == 7) == 100
    assert np.count_nonzero(drawn(flat, 0, 100, thickness=3) == 7) == 300


def test_all_edges_look_as_a_painter_would_draw_them() -> None:
    every, left, right = gap_lines(None)
    picture = drawn(every, left, right, (1000, 560))
    painted = reference(every, round(left), round(right), (1000, 560))
    # Rounding differs where a line passes between two pixels.
    assert (picture == painted).mean() >= 0.99


def test_the_strongest_edges_make_nearly_the_whole_picture() -> None:
    every, left, right = gap_lines(None)
    some = gap_lines(DEFAULT_EDGE_LIMIT)[0]
    size = (1000, 560)
    painted = reference(every, round(left), round(right), size)
    assert (drawn(some, left, right, size) == painted).mean() >= 0.97


def test_a_raster_that_is_used_again_keeps_nothing_of_before() -> None:
    raster = EdgeRaster(100, 80)
    wide, narrow = lines((10, 20, 90, 60, 7)), lines((30, 10, 60, 70, 8))
    for canvas in (CANVAS, CANVAS, canvas_color(False), CANVAS):
        for every, left, right in ((wide, 10, 90), (narrow, 30, 60), (narrow, 5, 20)):
            raster.clear(canvas)
            raster.draw(every, left, right)
            fresh = EdgeRaster(100, 80)
            fresh.clear(canvas)
            fresh.draw(every, left, right)
            assert (raster.picture() == fresh.picture()).all()


@pytest.mark.parametrize("left", [0.0, -50.0])
def test_nothing_to_draw_draws_nothing(left: float) -> None:
    nothing = lines((0, 1, 2, 3, 4))
    none = Lines(*(getattr(nothing, name)[:0] for name in Lines.__slots__))
    assert (drawn(none, left, 100) == CANVAS).all()
    assert (drawn(nothing, 200, 300) == CANVAS).all()
