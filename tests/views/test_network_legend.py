from dataclasses import replace
from itertools import pairwise

import pytest
from PyQt6.QtGui import QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from bpviz.look.theme import LIGHT
from bpviz.nn.parameters import Parameters
from bpviz.scene.camera import Camera
from bpviz.scene.network_scene import NetworkScene, build_network_scene
from bpviz.scene.numbers import MINUS, format_number
from bpviz.scene.options import EdgeQuantity, SceneOptions
from bpviz.views.network_legend import BAR_HEIGHT, Legend, legends
from bpviz.views.network_legend_strip import LegendStrip
from bpviz.views.network_style import NetworkStyle
from tests.scene.frames import UPDATED, frame_of


@pytest.fixture
def metrics(qtbot: QtBot) -> QFontMetricsF:
    return NetworkStyle(LIGHT).small_metrics


def scene_of(*sizes: int, width: int = 900, **options: object) -> NetworkScene:
    frame = frame_of(*sizes, done=UPDATED)
    wanted = replace(SceneOptions(), **options)  # type: ignore[arg-type]
    return build_network_scene(frame, wanted, width, 480, False)


def span(legend: Legend, metrics: QFontMetricsF) -> tuple[float, float]:
    half = legend.width / 2
    return (
        legend.x - half - metrics.horizontalAdvance(legend.numbers[0]) / 2,
        legend.x + half + metrics.horizontalAdvance(legend.numbers[1]) / 2,
    )


def test_a_small_network_has_one_legend_for_edges_and_one_for_nodes(
    metrics: QFontMetricsF,
) -> None:
    scene = scene_of(2, 3, 1)
    edges, nodes = legends(scene, metrics.horizontalAdvance)
    end = format_number(scene.gaps[0].scale, 3)
    assert edges.numbers == (f"{MINUS}{end}", end)
    assert edges.name == "weight"
    assert nodes.numbers == ("0", "1")
    assert format_number(scene.layers[-1].delta_scale, 3) in nodes.caption


@pytest.mark.parametrize("width", [640, 720, 900, 1400])
@pytest.mark.parametrize("sizes", [(2, 100, 400, 1), (784, 256, 128, 10)])
def test_legends_of_a_large_network_do_not_cover_each_other(
    metrics: QFontMetricsF, sizes: tuple[int, ...], width: int
) -> None:
    shape = (28, 28) if sizes[0] == 784 else None
    scene = scene_of(*sizes, width=width, image_shape=shape)
    with_bars = [one for one in legends(scene, metrics.horizontalAdvance) if one.width]
    spans = sorted(span(legend, metrics) for legend in with_bars)
    assert len(spans) >= len(scene.gaps)
    for (_, right), (left, _) in pairwise(spans):
        assert right < left


def test_it_says_how_many_edges_are_left_out(metrics: QFontMetricsF) -> None:
    scene = scene_of(2, 100, 400, 1)
    captions = [one.caption for one in legends(scene, metrics.horizontalAdvance)]
    assert captions[:3] == [
        "all 200 edges",
        "2,000 of 40,000 edges",
        "all 400 edges",
    ]


def test_a_bar_is_as_thin_as_the_lines_that_it_explains(
    metrics: QFontMetricsF,
) -> None:
    frame = frame_of(20, 30, 20, 1)
    flat = frame.parameters.flat.copy()
    flat[: 21 * 30] *= 100
    frame = replace(frame, parameters=Parameters.copy_of(frame.network, flat))
    scene = build_network_scene(frame, SceneOptions(), 900, 480, False)
    first, second, _ = legends(scene, metrics.horizontalAdvance)[:3]
    assert first.height == BAR_HEIGHT
    assert 0 < second.height < BAR_HEIGHT / 2


def test_numbers_that_would_touch_become_one(metrics: QFontMetricsF) -> None:
    roomy = legends(scene_of(20, 60, 60, 60, 1, width=1600), metrics.horizontalAdvance)
    close = legends(scene_of(20, 60, 60, 60, 1, width=400), metrics.horizontalAdvance)
    (_, end) = roomy[0].numbers
    assert roomy[0].name == "weight"
    assert close[0].numbers == ("", "")
    assert close[0].name == f"±{end}"


@pytest.mark.parametrize("zoom", [1.0, 2.5, 6.0])
def test_no_legend_is_cut_off(qtbot: QtBot, zoom: float) -> None:
    camera = Camera().zoomed(zoom, 450, 200)
    scene = scene_of(2, 100, 400, 1, camera=camera)
    style = NetworkStyle(LIGHT)
    image = QImage(scene.width + 400, scene.height, QImage.Format.Format_RGB32)
    image.fill(style.canvas)
    painter = QPainter(image)
    painter.translate(200, 0)
    # Drawn as shapes, nothing is cut off at the sides of a picture of its own.
    LegendStrip(style).draw(painter, scene)
    painter.end()
    beside = [*range(190), *range(scene.width + 210, scene.width + 400)]
    rows = range(scene.height - 64, scene.height)
    canvas = style.canvas.rgb()
    assert all(image.pixel(x, y) == canvas for x in beside for y in rows)


def test_what_is_not_computed_is_said_to_be_so(metrics: QFontMetricsF) -> None:
    frame = frame_of(2, 3, 1)
    options = SceneOptions(quantity=EdgeQuantity.GRADIENT)
    scene = build_network_scene(frame, options, 900, 480, False)
    edges = legends(scene, metrics.horizontalAdvance)[0]
    assert edges.width == 0
    assert (edges.name, edges.caption) == ("gradient", "not computed yet")


def test_captions_that_would_cover_each_other_become_short(qtbot: QtBot) -> None:
    strip = LegendStrip(NetworkStyle(LIGHT))
    close = tuple(
        Legend(
            x,
            40,
            caption="4,000 of 40,000 edges",
            short_caption="4,000",
            is_of_edges=True,
        )
        for x in (100.0, 180.0, 260.0)
    )
    assert strip.captions(close) == ["4,000"] * 3
    apart = tuple(replace(legend, x=3 * legend.x) for legend in close)
    assert strip.captions(apart) == ["4,000 of 40,000 edges"] * 3
