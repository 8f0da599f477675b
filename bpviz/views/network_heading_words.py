"""What the headings above the layers say, shorter where they would touch."""

from collections.abc import Sequence
from itertools import pairwise

from PyQt6.QtCore import QCoreApplication

from bpviz.look.words import activation_words
from bpviz.scene.layer_scene import LayerScene
from bpviz.scene.network_scene import NetworkScene
from bpviz.scene.numbers import format_count
from bpviz.views.network_style import NetworkStyle

translate = QCoreApplication.translate

LayerWords = tuple[str, str]
"""The name of a layer and, in a second line, what it is."""

HEADING_MARGIN = 16
"""Right of the loss, in pixels."""
_LEAST_DISTANCE = 8
_WIDEST_LOSS = "0.00"
"""Before as many digits as numbers are written with: 0.001235 for one, or 1.235e-5."""


def heading_words(scene: NetworkScene, style: NetworkStyle) -> list[LayerWords]:
    """Return what to write over every layer: the longest that has room everywhere."""
    every: list[LayerWords] = []
    for words in (_full_words, _count_words, _number_words):
        every = [words(scene, layer) for layer in scene.layers]
        if _has_room(scene, every, style):
            break
    return every


def heading_span(
    scene: NetworkScene, layer: LayerScene, words: LayerWords, style: NetworkStyle
) -> tuple[float, float]:
    """Return from where to where the heading of a layer reaches.

    It stands over the middle of its layer, but as long as there is something to be
    seen of an enlarged one it is neither cut off nor where the loss is.
    """
    left, right = layer.layout.left, layer.layout.right
    center = (left + right) / 2
    first = style.body_metrics.horizontalAdvance(words[0])
    half = max(first, style.small_metrics.horizontalAdvance(words[1])) / 2
    if right > 0 and left < scene.width:
        last = loss_begins(scene, style) - _LEAST_DISTANCE - half
        center = max(min(center, last), half + _LEAST_DISTANCE)
    return center - half, center + half


def loss_begins(scene: NetworkScene, style: NetworkStyle) -> float:
    """Return from which x on the loss has its place."""
    widest = _WIDEST_LOSS + "0" * scene.options.precision
    width = style.body_metrics.horizontalAdvance(widest)
    return scene.width - HEADING_MARGIN - width


def sample_words(scene: NetworkScene) -> str:
    """Return which sample of the batch is shown; nothing where it is the only one."""
    trace = scene.frame.trace
    if trace is None or len(trace.losses) == 1:
        return ""
    count = len(trace.losses)
    return translate("NetworkView", "sample {number} of {total}").format(
        number=format_count(min(scene.options.row, count - 1) + 1),
        total=format_count(count),
    )


def _has_room(
    scene: NetworkScene, every: Sequence[LayerWords], style: NetworkStyle
) -> bool:
    spans = [
        heading_span(scene, layer, words, style)
        for layer, words in zip(scene.layers, every, strict=True)
    ]
    return all(
        right + _LEAST_DISTANCE <= left for (_, right), (left, _) in pairwise(spans)
    )


def _full_words(scene: NetworkScene, layer: LayerScene) -> LayerWords:
    name, count = _count_words(scene, layer)
    if layer.layer == 0:
        return name, count
    function = scene.frame.network.activations[layer.layer - 1]
    return name, f"{count} × {activation_words(function)}"


def _count_words(_scene: NetworkScene, layer: LayerScene) -> LayerWords:
    count = format_count(len(layer.layout.x))
    if layer.layer:
        name = translate("NetworkView", "Layer {number}")
        return name.format(number=layer.layer), count
    if layer.layout.is_picture:
        kind = translate("NetworkView", "{count} pixels")
    elif len(layer.layout.x) == 1:
        kind = translate("NetworkView", "1 value")
    else:
        kind = translate("NetworkView", "{count} values")
    return translate("NetworkView", "Input"), kind.format(count=count)


def _number_words(scene: NetworkScene, layer: LayerScene) -> LayerWords:
    if layer.layer == 0:
        return _count_words(scene, layer)
    return str(layer.layer), format_count(len(layer.layout.x))
