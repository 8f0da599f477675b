from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from bpviz.nn.parameters import Parameters
from bpviz.scene.colors import ZERO_INDEX, ColorArray, canvas_color, signed_colors
from bpviz.scene.emphasis import Emphasis, emphasis_of
from bpviz.scene.gap_values import SMALL_GAP, GapValues
from bpviz.scene.network_scene import (
    HEADING_HEIGHT,
    NetworkScene,
    build_network_scene,
    raster_size,
)
from bpviz.scene.options import EdgeQuantity, ScaleMode, SceneOptions
from bpviz.scene.scales import levelled
from bpviz.training.frame import Frame
from bpviz.training.steps import OperationKind, operations_for
from tests.scene.frames import UPDATED, frame_of

PLAIN = SceneOptions()


def scene_of(
    frame: Frame, options: SceneOptions = PLAIN, *, dark: bool = False
) -> NetworkScene:
    return build_network_scene(frame, options, 900, 480, dark)


def test_nothing_is_coloured_before_it_is_computed() -> None:
    for done in [(o.kind, o.layer) for o in operations_for(2)]:
        frame = frame_of(2, 3, 2, done=done)
        scene = scene_of(frame)
        for layer in scene.layers:
            kind = OperationKind.ACTIVATION if layer.layer else OperationKind.LOAD
            assert (layer.fills is not None) == frame.has(kind, layer.layer)
            if layer.layer:
                has_delta = frame.has(OperationKind.DELTA, layer.layer)
                assert (layer.rings is not None) == has_delta


def test_the_beginning_shows_weights_and_empty_nodes() -> None:
    scene = scene_of(frame_of(2, 3, 1))
    assert [layer.fills for layer in scene.layers] == [None] * 3
    assert [gap.drawn for gap in scene.gaps] == [6, 3]


def test_a_small_network_is_drawn_with_a_pen_and_in_full() -> None:
    scene = scene_of(frame_of(2, 4, 2, done=UPDATED))
    assert scene.edge_picture is None
    assert all(gap.drawn == gap.penned == gap.total for gap in scene.gaps)


def test_a_large_one_draws_as_many_edges_as_asked_for_and_counts_them() -> None:
    frame = frame_of(2, 100, 400, 1)
    scene = scene_of(frame, SceneOptions(edge_limit=1000))
    assert [gap.drawn for gap in scene.gaps] == [200, 1000, 400]
    assert [gap.total for gap in scene.gaps] == [200, 40_000, 400]
    everything = scene_of(frame, SceneOptions(edge_limit=None))
    assert all(gap.drawn == gap.total for gap in everything.gaps)


def test_the_drawn_edges_are_the_strongest_and_know_their_ends() -> None:
    frame = frame_of(2, 100, 400, 1)
    gap = scene_of(frame, SceneOptions(edge_limit=500)).gaps[1]
    weights = frame.parameters.weights[1]
    np.testing.assert_allclose(
        gap.values, weights[gap.from_nodes, gap.to_nodes], rtol=1e-6
    )
    weakest = np.abs(gap.values).min()
    assert np.count_nonzero(np.abs(weights) > weakest * (1 + 1e-6)) == 499


def test_edges_go_from_their_node_to_their_node() -> None:
    scene = scene_of(frame_of(2, 100, 400, 1))
    gap, before, after = scene.gaps[1], scene.layers[1].layout, scene.layers[2].layout
    assert (gap.lines.x0 == before.x[gap.from_nodes]).all()
    assert (gap.lines.y1 == after.y[gap.to_nodes]).all()
    segments = gap.segments()
    assert (segments[:, 0] == np.float32(before.right)).all()
    assert (segments[:, 2] == np.float32(after.left)).all()


@pytest.mark.parametrize("dark", [False, True])
def test_the_picture_shows_the_colours_of_the_edges(dark: bool) -> None:
    frame = frame_of(30, 30)
    gap = scene_of(frame, dark=dark).gaps[0]
    picture = scene_of(frame, dark=dark).edge_picture
    assert picture is not None
    assert picture.shape == raster_size(900, 480, 1.0)[::-1]
    # The strongest edge of the bundle lies on top of all others, all along.
    top = gap.drawn - gap.penned - 1
    x = np.arange(round(gap.left) + 1, round(gap.right) - 1)
    lines = gap.lines
    slope = (lines.y1[top] - lines.y0[top]) / (lines.x1[top] - lines.x0[top])
    y = lines.y0[top] + slope * (x + 0.5 - lines.x0[top]) - HEADING_HEIGHT
    seen = picture[y.astype(int), x]
    assert (seen == lines.colors[top]).mean() > 0.97
    # Outside the gap there is only canvas.
    assert (picture[:, : round(gap.left)] == canvas_color(dark)).all()


def test_hidden_edges_leave_no_trace() -> None:
    frame = frame_of(40, 40)
    few = scene_of(frame, SceneOptions(edge_limit=60))
    gap = few.gaps[0]
    assert few.edge_picture is not None
    allowed = {canvas_color(False), *gap.lines.colors.tolist()}
    assert set(np.unique(few.edge_picture).tolist()) <= allowed
    more = scene_of(frame)
    assert more.edge_picture is not None
    canvas = canvas_color(False)
    assert (few.edge_picture != canvas).sum() < (more.edge_picture != canvas).sum() / 3


def test_opposite_weights_have_opposite_colours() -> None:
    frame = frame_of(2, 3, 1)
    mirrored = replace(
        frame, parameters=Parameters.copy_of(frame.network, -frame.parameters.flat)
    )
    one, other = scene_of(frame), scene_of(mirrored)
    for gap, opposite in zip(one.gaps, other.gaps, strict=True):
        assert gap.scale == opposite.scale
        expected = signed_colors(-gap.values, gap.scale, False, gap.power)
        assert (opposite.lines.colors == expected).all()
        assert (gap.lines.colors != opposite.lines.colors).all()


def test_the_scale_reaches_the_largest_weight() -> None:
    frame = frame_of(2, 100, 400, 1)
    scene = scene_of(frame, SceneOptions(scale_mode=ScaleMode.BY_LAYER))
    for gap, weights in zip(scene.gaps, frame.parameters.weights, strict=True):
        largest = np.abs(weights).max()
        assert largest <= gap.scale <= 1.51 * largest


def test_a_small_network_shares_a_scale_and_a_large_one_does_not() -> None:
    small, large = frame_of(2, 3, 1), frame_of(20, 30, 1)
    flat = small.parameters.flat.copy()
    flat[-3:] *= 1000
    small = replace(small, parameters=Parameters.copy_of(small.network, flat))
    flat = large.parameters.flat.copy()
    flat[-20:] *= 1000
    large = replace(large, parameters=Parameters.copy_of(large.network, flat))
    scene = scene_of(small)
    assert scene.scale_mode is ScaleMode.BY_NETWORK
    assert len({gap.scale for gap in scene.gaps}) == 1
    scene = scene_of(large)
    assert scene.scale_mode is ScaleMode.BY_LAYER
    assert len({gap.scale for gap in scene.gaps}) == 2


def scaled(frame: Frame, factors: tuple[float, ...]) -> Frame:
    """Return a frame whose layers' largest weights are as large as `factors` say."""
    parameters = Parameters.copy_of(frame.network, frame.parameters.flat)
    flat = parameters.flat.copy()
    first = 0
    for (inputs, outputs), factor in zip(frame.network.fans(), factors, strict=True):
        weights = flat[first : first + (inputs + 1) * outputs]
        weights *= factor / np.abs(weights).max()
        first += (inputs + 1) * outputs
    return replace(frame, parameters=Parameters.copy_of(frame.network, flat))


def ends(factors: tuple[float, ...], options: SceneOptions = PLAIN) -> list[float]:
    frame = scaled(frame_of(20, 30, 20, seed=1), factors)
    return [gap.scale for gap in scene_of(frame, options).gaps]


def test_layers_of_a_large_network_whose_numbers_are_alike_share_a_scale() -> None:
    first, second = ends((1.0, 0.75))
    assert first == second
    first, second = ends((1.0, 0.1))
    assert second < first / 5
    # Whoever asks for a scale for each layer gets one.
    first, second = ends((1.0, 0.75), SceneOptions(scale_mode=ScaleMode.BY_LAYER))
    assert second < first


def test_a_scale_of_its_own_comes_smoothly() -> None:
    apart = np.linspace(1, 5, 400)
    raised = [levelled([1.0, 1 / times])[1] for times in apart]
    steps = np.diff(raised)
    assert (steps <= 1e-12).all()
    assert np.abs(steps).max() < 0.02
    assert raised[0] == 1.0
    assert raised[-1] == pytest.approx(1 / 5)
    assert all(raised >= 1 / apart - 1e-12)


def test_a_line_is_as_wide_as_its_number_is_large_in_the_network() -> None:
    options = SceneOptions(scale_mode=ScaleMode.BY_LAYER)
    frame = scaled(frame_of(20, 30, 20, seed=1), (1.0, 0.1))
    large, small = scene_of(frame, options).gaps
    assert large.reach == 1.0
    assert small.reach == pytest.approx(small.scale / large.scale)
    # The strongest of both have the strongest colour, but not the same line.
    assert small.widths[-1] < 1.2
    assert large.widths[-1] > 2


def test_what_is_not_computed_makes_no_line_thin() -> None:
    frame = frame_of(20, 30, 20, done=(OperationKind.GRADIENT, 2))
    scene = scene_of(frame, SceneOptions(quantity=EdgeQuantity.GRADIENT))
    assert not scene.gaps[0].is_computed
    assert scene.gaps[1].reach == 1.0


@pytest.mark.parametrize("dark", [False, True])
def test_the_bundle_is_fainter_than_the_strong_lines_over_it(dark: bool) -> None:
    gap = scene_of(frame_of(2, 100, 400, 1), dark=dark).gaps[1]
    canvas = canvas_color(dark)
    own = signed_colors(gap.values, gap.scale, dark, gap.power)
    assert (gap.lines.colors[gap.bundled :] == own[gap.bundled :]).all()

    def distances(colors: ColorArray) -> npt.NDArray[np.float64]:
        channels = np.array([16, 8, 0], np.uint32)
        shades = (colors[:, np.newaxis] >> channels & 0xFF).astype(float)
        paper = (np.uint32(canvas) >> channels & 0xFF).astype(float)
        result: npt.NDArray[np.float64] = np.abs(shades - paper).sum(axis=1)
        return result

    faint = distances(gap.lines.colors[: gap.bundled])
    full = distances(own[: gap.bundled])
    assert (np.abs(faint - full / 2) <= 2).all()


def test_a_finer_screen_shows_as_much_of_the_bundle() -> None:
    frame = frame_of(2, 100, 400, 1)
    coarse = scene_of(frame).gaps[1]
    fine = scene_of(frame, SceneOptions(pixel_ratio=2.0)).gaps[1]
    # Lines of one of the finer pixels are half as wide, and so have their own colour.
    own = signed_colors(fine.values, fine.scale, False, fine.power)
    assert (fine.lines.colors == own).all()
    assert (coarse.lines.colors[: coarse.bundled] != own[: coarse.bundled]).any()


def test_locked_scales_stay() -> None:
    options = SceneOptions(scale_mode=ScaleMode.LOCKED, locked_scales=(7.0, 9.0))
    assert [gap.scale for gap in scene_of(frame_of(2, 3, 1), options).gaps] == [7, 9]


@pytest.mark.parametrize(
    ("quantity", "done", "expected"),
    [
        (EdgeQuantity.GRADIENT, (OperationKind.LOSS, 0), (False, False)),
        (EdgeQuantity.GRADIENT, (OperationKind.GRADIENT, 2), (False, True)),
        (EdgeQuantity.GRADIENT, UPDATED, (True, True)),
        (EdgeQuantity.LAST_UPDATE, (OperationKind.GRADIENT, 1), (False, False)),
        (EdgeQuantity.LAST_UPDATE, UPDATED, (True, True)),
        (EdgeQuantity.CONTRIBUTION, (OperationKind.LOAD, 0), (True, False)),
        (EdgeQuantity.CONTRIBUTION, (OperationKind.ACTIVATION, 1), (True, True)),
    ],
)
def test_a_quantity_is_shown_once_it_is_computed(
    quantity: EdgeQuantity,
    done: tuple[OperationKind, int],
    expected: tuple[bool, bool],
) -> None:
    scene = scene_of(frame_of(2, 3, 1, done=done), SceneOptions(quantity=quantity))
    assert tuple(gap.is_computed for gap in scene.gaps) == expected
    assert tuple(gap.drawn > 0 for gap in scene.gaps) == expected


def test_quantities_are_the_numbers_of_the_trace() -> None:
    frame = frame_of(2, 3, 1, done=UPDATED, rows=4)
    trace = frame.trace
    assert trace is not None
    row = 2
    before, after = trace.parameters.weights[0], trace.parameters_after.weights[0]
    expected = {
        EdgeQuantity.WEIGHT: after,
        EdgeQuantity.GRADIENT: trace.weight_gradients(0),
        EdgeQuantity.LAST_UPDATE: after - before,
        EdgeQuantity.CONTRIBUTION: trace.activations[0][row][:, np.newaxis] * before,
    }
    for quantity, matrix in expected.items():
        options = SceneOptions(quantity=quantity, row=row)
        gap = scene_of(frame, options).gaps[0]
        shown = np.zeros((2, 3))
        shown[gap.from_nodes, gap.to_nodes] = gap.values
        np.testing.assert_allclose(shown, matrix, rtol=1e-6)


def test_the_row_that_is_asked_for_is_shown() -> None:
    frame = frame_of(2, 3, 1, done=UPDATED, rows=4)
    assert frame.trace is not None
    layer = scene_of(frame, SceneOptions(row=3)).layers[1]
    assert layer.values.activations is not None
    assert (layer.values.activations == frame.trace.activations[1][3]).all()
    beyond = scene_of(frame, SceneOptions(row=99)).layers[1]
    assert beyond.values.activations is not None
    assert (beyond.values.activations == frame.trace.activations[1][3]).all()


def test_a_selected_node_keeps_its_own_edges_and_quiets_the_rest() -> None:
    frame = frame_of(20, 30, 30, 5, done=UPDATED)
    scene = scene_of(frame, SceneOptions(selected_node=(2, 7)))
    first, second, third = scene.gaps
    assert first.drawn == 0
    assert second.drawn == 30
    assert set(second.to_nodes.tolist()) == {7}
    assert third.drawn == 5
    assert set(third.from_nodes.tolist()) == {7}
    assert [int(layer.is_quiet.sum()) for layer in scene.layers] == [20, 0, 29, 0]


def test_a_selected_node_shows_its_weights_as_a_picture() -> None:
    frame = frame_of(100, 6, 2, done=UPDATED)
    shape = (10, 10)
    plain = scene_of(frame, SceneOptions(image_shape=shape)).layers[0]
    assert plain.picture is not None
    assert plain.sample is None
    options = SceneOptions(image_shape=shape, selected_node=(1, 4))
    scene = scene_of(frame, options)
    layer, gap = scene.layers[0], scene.gaps[0]
    assert layer.picture is not None
    assert layer.sample is not None
    assert (layer.sample == plain.picture).all()
    weights = frame.parameters.weights[0][:, 4].astype(np.float32).reshape(shape)
    assert (layer.picture == signed_colors(weights, gap.scale, False)).all()


def test_a_selection_of_another_network_is_dropped() -> None:
    options = SceneOptions(selected_node=(3, 0), selected_edge=(1, 0, 99))
    scene = scene_of(frame_of(2, 3, 1), options)
    assert scene.options.selected_node is None
    assert scene.options.selected_edge is None


def test_a_run_that_diverges_is_drawn() -> None:
    frame = frame_of(30, 30)
    flat = frame.parameters.flat.copy()
    flat[::3] = np.nan
    flat[1], flat[2] = np.inf, -1e300
    broken = replace(frame, parameters=Parameters.copy_of(frame.network, flat))
    scene = scene_of(broken)
    assert np.isfinite(scene.gaps[0].scale)
    assert np.isfinite(scene.gaps[0].values).all()
    # What is beyond all bounds is the strongest, and what is no number is nothing.
    ends = scene.gaps[0].values[-2:]
    np.testing.assert_allclose(np.sort(ends) / scene.gaps[0].scale, [-1, 1], rtol=1e-6)


def test_zero_weights_have_the_colour_of_the_canvas() -> None:
    frame = frame_of(2, 3, 1)
    zero = np.zeros_like(frame.parameters.flat)
    frame = replace(frame, parameters=Parameters.copy_of(frame.network, zero))
    for gap in scene_of(frame).gaps:
        assert set(gap.lines.colors.tolist()) == {canvas_color(False)}


def test_activations_of_sigmoids_fill_up_to_one() -> None:
    frame = frame_of(2, 20, 20, 1, done=UPDATED)
    assert frame.trace is not None
    layer = scene_of(frame).layers[1]
    assert layer.activation_scale == 1
    assert layer.fills is not None
    places = ZERO_INDEX + np.rint(127 * frame.trace.activations[1][0])
    assert (layer.fills == places).all()


def test_the_same_frame_gives_the_same_scene() -> None:
    frame = frame_of(2, 100, 400, 1, done=UPDATED)
    one, other = scene_of(frame), scene_of(frame)
    assert one.edge_picture is not None
    assert other.edge_picture is not None
    assert (one.edge_picture == other.edge_picture).all()
    assert one.labels == other.labels


def test_a_screen_of_finer_pixels_gets_a_finer_picture() -> None:
    scene = scene_of(frame_of(30, 30), SceneOptions(pixel_ratio=2.0))
    assert scene.edge_picture is not None
    assert scene.edge_picture.shape == raster_size(900, 480, 2.0)[::-1]


def test_every_operation_says_where_it_works() -> None:
    depth = 3
    for operation in operations_for(depth):
        emphasis = emphasis_of(operation, depth)
        assert emphasis.layers or emphasis.gaps
    forward = emphasis_of(operations_for(depth)[1], depth)
    assert forward == Emphasis(frozenset({1}), frozenset({1}), 1)
    backward = next(
        o
        for o in operations_for(depth)
        if (o.kind, o.layer) == (OperationKind.DELTA, 2)
    )
    assert emphasis_of(backward, depth).gaps == {3}
    assert emphasis_of(backward, depth).direction == -1


def test_a_small_gap_is_one_that_can_be_read() -> None:
    assert 2 * 4 <= SMALL_GAP < 784 * 10


def test_many_edges_that_are_alike_are_no_solid_mat() -> None:
    even = np.random.default_rng(0).uniform(-1, 1, (784, 100))
    assert GapValues.of(1, 784, 100, even).peak == pytest.approx(1.5, rel=0.01)
    few = np.ones((2, 4))
    assert GapValues.of(1, 2, 4, few).peak == 1.0
    normal = np.random.default_rng(0).standard_normal((784, 100))
    largest = float(np.abs(normal.astype(np.float32)).max())
    assert GapValues.of(1, 784, 100, normal).peak == largest


def test_edges_leave_a_picture_on_its_side_none_above_or_below_it() -> None:
    frame = frame_of(100, 20, 2, done=UPDATED)
    scene = scene_of(frame, SceneOptions(image_shape=(10, 10), edge_limit=None))
    gap, layout = scene.gaps[0], scene.layers[0].layout
    segments = gap.segments()
    assert (segments[:, 0] == np.float32(layout.right)).all()
    assert segments[:, 1].min() > layout.top
    assert segments[:, 1].max() < layout.bottom
    # Every pixel has a place of its own, within its own row.
    exits = layout.exits[1]
    assert len(np.unique(exits)) == 100
    assert (np.abs(exits - layout.y) < layout.cell / 2).all()
