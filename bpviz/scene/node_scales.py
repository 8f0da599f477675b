"""The ends of the scales of nodes: what fills them and what rings them."""

from collections.abc import Sequence

from bpviz.scene.layer_values import LayerValues
from bpviz.scene.options import ScaleMode, SceneOptions
from bpviz.scene.scales import (
    activation_scale,
    delta_scale,
    held,
    scale_mode,
    shared,
)
from bpviz.training.frame import Frame

_MOST_ROWS = 256
"""Of so many samples of a batch the largest number ends a scale."""


def node_scales(
    frame: Frame,
    options: SceneOptions,
    every: Sequence[LayerValues],
) -> tuple[list[float], list[float]]:
    """Return the ends of the scales of activations and of deltas, layer by layer."""
    mode = scale_mode(frame.network, options)
    trace, functions = frame.trace, (None, *frame.network.activations)
    known = [options.input_peak, *[None] * len(functions[2:]), options.output_peak]
    fills: list[float | None] = [None] * len(every)
    rings: list[float | None] = [None] * len(every)
    for layer, values in enumerate(every):
        if trace is not None and values.activations is not None:
            batch = trace.activations[layer][:_MOST_ROWS]
            fills[layer] = activation_scale(batch, functions[layer], known[layer])
        if trace is not None and values.deltas is not None:
            rings[layer] = delta_scale(trace.deltas[layer - 1][:_MOST_ROWS])
    ends = shared(fills, mode), shared(rings, mode)
    if mode is not ScaleMode.LOCKED:
        return ends
    return held(ends[0], options.locked_fills), held(ends[1], options.locked_rings)
