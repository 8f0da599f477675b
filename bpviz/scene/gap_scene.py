"""The edges between two layers: which are drawn, where, in which colours."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.nn.network import Network
from bpviz.scene.colors import hairline_colors, signed_indices, signed_table
from bpviz.scene.edge_raster import Floats, Lines
from bpviz.scene.edge_style import PENNED_EDGES, color_power, hairline, pen_widths
from bpviz.scene.gap_values import SMALL_GAP, GapValues
from bpviz.scene.layer_layout import LayerLayout
from bpviz.scene.options import ScaleMode, SceneOptions
from bpviz.scene.quantities import edge_values
from bpviz.scene.scales import edge_scales, levelled, scale_mode
from bpviz.scene.strongest import Indices, strongest
from bpviz.training.frame import Frame

MOST_NUMBERS = 24
"""Of more edges none has its number written on it."""


@dataclass(frozen=True, slots=True, eq=False)
class GapScene:
    """The edges into one layer that are drawn, the weakest first.

    Attributes
    ----------
    layer : int
        The layer they lead to, counted from 1.
    is_computed : bool
        Whether the quantity in view exists at this moment; if not, nothing is drawn.
    total : int
        How many edges there are.
    scale : float
        The value with the strongest colour.
    power : float
        How the colours rise towards it; see `colors.signed_indices`.
    reach : float
        The scale's end beside that of the layer with the largest: up to 1. Colours
        tell the edges of a layer apart, so they go to the layer's own end; how wide
        a line is tells how large the number is in the network, so that small numbers
        never look mighty only because a layer has a scale for itself.
    from_nodes, to_nodes : ndarray of intp of shape (drawn,)
        Between which nodes.
    values : ndarray of float32 of shape (drawn,)
        The quantity in view.
    lines : Lines
        From the centres, or from the side of a picture, to the centres.
    left, right : float
        Between which x they can be seen.
    penned : int
        How many at the end are drawn with a pen; the others are in the picture.
    widths : ndarray of float32 of shape (penned,)
        Of the pen, in pixels.
    numbers : tuple of float
        The values in full, where they are few enough to be written; else empty.
    """

    layer: int
    is_computed: bool
    total: int
    scale: float
    power: float
    reach: float
    from_nodes: Indices
    to_nodes: Indices
    values: Floats
    lines: Lines
    left: float
    right: float
    penned: int
    widths: Floats
    numbers: tuple[float, ...] = ()

    @property
    def drawn(self) -> int:
        """How many edges are drawn."""
        return len(self.values)

    @property
    def bundled(self) -> int:
        """Where in the arrays the edges begin that are drawn with a pen."""
        return len(self.values) - self.penned

    def segments(self, first: int = 0) -> Floats:
        """Return what is seen of the edges from `first` on: x0, y0, x1, y1 in rows."""
        lines = self.lines
        x0, y0 = lines.x0[first:], lines.y0[first:]
        slopes = (lines.y1[first:] - y0) / (lines.x1[first:] - x0)
        segments = np.empty((len(x0), 4), np.float32)
        segments[:, 0], segments[:, 2] = self.left, self.right
        segments[:, 1] = y0 + slopes * (self.left - x0)
        segments[:, 3] = y0 + slopes * (self.right - x0)
        return segments


def edge_matrices(frame: Frame, options: SceneOptions) -> tuple[Array | None, ...]:
    """Return what the edges into every layer show; None for not computed yet."""
    return tuple(
        edge_values(frame, options.quantity, layer, options.row)
        for layer in range(1, frame.network.depth + 1)
    )


def gap_scenes_of(
    network: Network,
    matrices: Sequence[Array | None],
    options: SceneOptions,
    layouts: Sequence[LayerLayout],
    dark: bool,
) -> tuple[GapScene, ...]:
    """Choose, place and colour the edges that show some matrices, one a layer."""
    all_values = [
        GapValues.of(layer, *fans, matrix)
        for layer, (fans, matrix) in enumerate(
            zip(network.fans(), matrices, strict=True), start=1
        )
    ]
    all_chosen = [_chosen_edges(values, options) for values in all_values]
    mode = scale_mode(network, options)
    peaks = [
        _peak(values, chosen, mode, options)
        for values, chosen in zip(all_values, all_chosen, strict=True)
    ]
    if options.scale_mode is None and options.selected_node is None:
        peaks = levelled(peaks)
    scales = edge_scales(peaks, mode, options.locked_scales)
    # Where all is zero, or nothing computed yet, the scale says nothing.
    known = (scale for scale, peak in zip(scales, peaks, strict=True) if peak > 0)
    largest = max(known, default=1.0)
    return tuple(
        _gap_scene(
            values,
            chosen,
            (scale, min(scale / largest, 1)),
            (before, after),
            options,
            dark,
        )
        for values, chosen, scale, before, after in zip(
            all_values, all_chosen, scales, layouts[:-1], layouts[1:], strict=True
        )
    )


def _peak(
    values: GapValues, chosen: Indices, mode: ScaleMode, options: SceneOptions
) -> float:
    """Return the largest size that a gap's scale has to reach."""
    # The edges of one node, seen alone, are to be told apart from one another.
    is_alone = options.selected_node is not None and mode is ScaleMode.BY_LAYER
    if is_alone and len(chosen):
        return float(values.sizes[chosen[-1]])
    return values.peak


def _gap_scene(
    gap: GapValues,
    chosen: Indices,
    scale_and_reach: tuple[float, float],
    layouts: tuple[LayerLayout, LayerLayout],
    options: SceneOptions,
    dark: bool,
) -> GapScene:
    (scale, reach), (before, after) = scale_and_reach, layouts
    to_nodes, from_nodes = np.divmod(chosen, gap.fan_in)
    values = gap.values[chosen]
    is_small = gap.total <= SMALL_GAP
    selected = options.selected_node
    # By all of them, not by those drawn: another limit should change no colour.
    visible = gap.total if selected is None else len(chosen)
    power = color_power(visible)
    penned = len(chosen) if is_small else min(PENNED_EDGES, len(chosen))
    bundled = len(chosen) - penned
    places = signed_indices(values, scale, power)
    line = hairline(visible, bundled, options.pixel_ratio)
    colors = hairline_colors(places, dark, line)
    colors[bundled:] = signed_table(dark)[places[bundled:]]
    strengths = np.abs(values[bundled:]) / np.float32(scale)
    left, right = before.edges_from, after.edges_to
    exits_x, exits_y = before.exits
    # Inside a layer of several columns only the selected node's edges are drawn.
    if selected is not None and selected[0] == gap.layer - 1:
        left = float(exits_x[selected[1]])
    elif selected is not None and selected[0] == gap.layer:
        right = float(after.x[selected[1]])
    return GapScene(
        layer=gap.layer,
        is_computed=gap.is_computed,
        total=gap.total,
        scale=scale,
        power=power,
        reach=reach,
        from_nodes=from_nodes,
        to_nodes=to_nodes,
        values=values,
        lines=Lines(
            exits_x[from_nodes],
            exits_y[from_nodes],
            after.x[to_nodes],
            after.y[to_nodes],
            colors,
        ),
        left=left,
        right=right,
        penned=penned,
        widths=pen_widths(np.minimum(strengths, 1) * np.float32(reach), gap.total),
        numbers=_numbers(gap, from_nodes, to_nodes),
    )


def _numbers(gap: GapValues, starts: Indices, ends: Indices) -> tuple[float, ...]:
    if gap.matrix is None or len(starts) > MOST_NUMBERS:
        return ()
    return tuple(gap.matrix[starts, ends].tolist())


def _chosen_edges(gap: GapValues, options: SceneOptions) -> Indices:
    """Return the places in `gap.values` of the edges to draw, the weakest first."""
    if not gap.is_computed:
        return np.empty(0, np.intp)
    if options.selected_node is None:
        return strongest(gap.sizes, options.edge_limit)
    layer, node = options.selected_node
    if layer == gap.layer:
        start = node * gap.fan_in
        its_own = np.arange(start, start + gap.fan_in)
    elif layer == gap.layer - 1:
        its_own = np.arange(node, gap.total, gap.fan_in)
    else:
        return np.empty(0, np.intp)
    order: Indices = its_own[strongest(gap.sizes[its_own], None)]
    return order
