"""The nodes of one layer: where they stand, what fills them, what rings them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bpviz.nn.arrays import BoolArray
from bpviz.scene.colors import (
    ColorArray,
    ink_colors,
    signed_colors,
    signed_indices,
)
from bpviz.scene.gap_scene import GapScene
from bpviz.scene.layer_layout import LayerLayout
from bpviz.scene.layer_values import LayerValues, layer_values
from bpviz.scene.node_scales import node_scales
from bpviz.scene.options import NodeKey, SceneOptions
from bpviz.training.frame import Frame

WeightPicture = tuple[npt.NDArray[np.float32], float]
"""A value for every pixel and the end of its scale."""

Places = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class LayerScene:
    """One layer as it is drawn.

    Attributes
    ----------
    layer : int
        0 for the input.
    layout : LayerLayout
        Where the nodes stand.
    values : LayerValues
        Their numbers.
    activation_scale, delta_scale : float
        The values with the strongest colours.
    fills : ndarray of uint8 of shape (nodes,), or None
        Colours of the activations, as places in `colors.signed_table`; None leaves
        the nodes empty.
    rings : ndarray of uint8 of shape (nodes,), or None
        Colours of the deltas; None draws no rings.
    is_quiet : ndarray of bool of shape (nodes,)
        Which nodes stand back behind a selection.
    picture : ndarray of uint32 of shape (rows, columns), or None
        The layer as a picture, one colour a pixel.
    sample : ndarray of uint32 of shape (rows, columns), or None
        The sample, where `picture` shows the selected node's edges instead.
    """

    layer: int
    layout: LayerLayout
    values: LayerValues
    activation_scale: float
    delta_scale: float
    fills: Places | None
    rings: Places | None
    is_quiet: BoolArray
    picture: ColorArray | None = None
    sample: ColorArray | None = None


def build_layer_scenes(
    frame: Frame,
    options: SceneOptions,
    layouts: Sequence[LayerLayout],
    gaps: Sequence[GapScene],
    dark: bool,
) -> tuple[LayerScene, ...]:
    """Colour the nodes of every layer of `frame`."""
    network = frame.network
    every = [layer_values(frame, layer, options.row) for layer in range(len(layouts))]
    fill_scales, ring_scales = node_scales(frame, options, every)
    quiet = _quiet_nodes(network.layer_sizes, options.selected_node)
    weights = _weights_from_pixels(gaps[0], options)
    return tuple(
        _picture_scene(layout, values, fill, weights, is_quiet, dark)
        if layout.is_picture
        else _node_scene(layer, layout, values, (fill, ring), is_quiet)
        for layer, (layout, values, fill, ring, is_quiet) in enumerate(
            zip(layouts, every, fill_scales, ring_scales, quiet, strict=True)
        )
    )


def _quiet_nodes(
    sizes: tuple[int, ...], selected: NodeKey | None
) -> list[npt.NDArray[np.bool_]]:
    """Return for every layer which nodes stand back behind the selected one."""
    if selected is None:
        return [np.zeros(size, np.bool_) for size in sizes]
    layer, node = selected
    quiet = [np.full(size, abs(at - layer) != 1) for at, size in enumerate(sizes)]
    quiet[layer][node] = False
    return quiet


def _weights_from_pixels(gap: GapScene, options: SceneOptions) -> WeightPicture | None:
    """Return what a selected node of the first layer has on every pixel."""
    selected = options.selected_node
    if selected is None or selected[0] != 1 or not gap.is_computed:
        return None
    values = np.zeros(gap.drawn, np.float32)
    values[gap.from_nodes] = gap.values
    return values, gap.scale


def _node_scene(
    layer: int,
    layout: LayerLayout,
    values: LayerValues,
    scales: tuple[float, float],
    is_quiet: BoolArray,
) -> LayerScene:
    a, deltas_here = values.activations, values.deltas
    return LayerScene(
        layer=layer,
        layout=layout,
        values=values,
        activation_scale=scales[0],
        delta_scale=scales[1],
        fills=None if a is None else signed_indices(a, scales[0]),
        rings=None if deltas_here is None else signed_indices(deltas_here, scales[1]),
        is_quiet=is_quiet,
    )


def _picture_scene(
    layout: LayerLayout,
    values: LayerValues,
    scale: float,
    weights: WeightPicture | None,
    is_quiet: BoolArray,
    dark: bool,
) -> LayerScene:
    columns = layout.columns
    a = values.activations
    sample = by_weight = None
    if a is not None:
        sample = ink_colors(a, scale, dark).reshape(-1, columns)
    if weights is not None:
        by_weight = signed_colors(*weights, dark).reshape(-1, columns)
    return LayerScene(
        layer=0,
        layout=layout,
        values=values,
        activation_scale=scale,
        delta_scale=1.0,
        fills=None,
        rings=None,
        is_quiet=is_quiet,
        picture=sample if by_weight is None else by_weight,
        sample=None if by_weight is None else sample,
    )
