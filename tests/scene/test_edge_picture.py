from dataclasses import replace

import numpy as np
import pytest
from typing_extensions import override

from bpviz.nn.parameters import Parameters
from bpviz.scene.colors import canvas_color
from bpviz.scene.edge_picture import draw_edge_picture
from bpviz.scene.edge_raster import EdgeRaster, Lines
from bpviz.scene.edge_style import bundle_thickness
from bpviz.scene.gap_scene import GapScene
from bpviz.scene.network_scene import HEADING_HEIGHT, build_network_scene
from bpviz.scene.options import SceneOptions
from bpviz.training.frame import Frame
from tests.scene.frames import frame_of

WIDTH, HEIGHT, STAGE = 400, 420, 300


class CountingRaster(EdgeRaster):
    """Counts the lines that it is to draw."""

    lines = 0

    @override
    def draw(
        self, lines: Lines, left: float, right: float, thickness: float = 1.0
    ) -> None:
        self.lines += len(lines)
        super().draw(lines, left, right, thickness)


def frame_with(*weights: float) -> Frame:
    """Return a network of 3,000 edges in two gaps whose weights are these in turn."""
    frame = frame_of(50, 50, 10)
    flat = np.resize(np.array(weights), frame.network.parameter_count)
    return replace(frame, parameters=Parameters.copy_of(frame.network, flat))


def gaps_of(frame: Frame, dark: bool) -> tuple[GapScene, ...]:
    options = SceneOptions(edge_limit=None)
    return build_network_scene(frame, options, WIDTH, HEIGHT, dark).gaps


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("dark", [False, True])
def test_edges_that_cannot_be_seen_need_not_be_drawn(dark: bool, ratio: int) -> None:
    gaps = gaps_of(frame_with(0.5, 1e-4, -1, 0, -0.8, 1e-3, 0.3), dark)
    every = EdgeRaster(WIDTH * ratio, STAGE * ratio)
    every.clear(canvas_color(dark))
    invisible = 0
    for gap in gaps:
        lines, count = gap.lines, gap.bundled
        colors = lines.colors[:count]
        invisible += int(np.count_nonzero(colors == canvas_color(dark)))
        every.draw(
            Lines(
                lines.x0[:count] * ratio,
                (lines.y0[:count] - HEADING_HEIGHT) * ratio,
                lines.x1[:count] * ratio,
                (lines.y1[:count] - HEADING_HEIGHT) * ratio,
                colors,
            ),
            gap.left * ratio,
            gap.right * ratio,
            bundle_thickness(count, ratio),
        )
    raster = CountingRaster(WIDTH * ratio, STAGE * ratio)
    picture = draw_edge_picture(gaps, raster, ratio, HEADING_HEIGHT, dark)
    assert picture is not None
    assert (picture == every.picture()).all()
    assert 0 < raster.lines == sum(gap.bundled for gap in gaps) - invisible


def test_where_no_edge_can_be_seen_there_is_only_canvas() -> None:
    raster = CountingRaster(WIDTH, STAGE)
    for weights in ((1.0, -0.5), (0.0,)):
        gaps = gaps_of(frame_with(*weights), dark=True)
        picture = draw_edge_picture(gaps, raster, 1.0, HEADING_HEIGHT, dark=True)
        assert picture is not None
        assert (picture != canvas_color(True)).any() == any(weights)
