"""What stands below the network: which colour is which number."""

from dataclasses import dataclass, replace

from PyQt6.QtCore import QCoreApplication

from bpviz.scene.gap_scene import GapScene
from bpviz.scene.gap_values import SMALL_GAP
from bpviz.scene.layer_scene import LayerScene
from bpviz.scene.network_scene import NetworkScene
from bpviz.scene.numbers import MINUS, format_count
from bpviz.scene.options import EdgeQuantity, ScaleMode
from bpviz.views.network_legend_room import (
    Advance,
    bar_widths,
    gap_middle,
    layer_middle,
    room_for_name,
    scale_end,
)

translate = QCoreApplication.translate

# Pixels.
_SHARED_EDGE_BAR = 112
_SHARED_NODE_BAR = 96
_SHARED_DISTANCE = 44
BAR_HEIGHT = 6
"""Of a scale that goes as far as any."""
_LEAST_BAR_HEIGHT = 2


@dataclass(frozen=True, slots=True)
class Legend:
    """A scale of colours with its numbers.

    Attributes
    ----------
    x : float
        Its middle.
    width : int
        Of its bar; 0 where there is none.
    height : int
        Of its bar: it is as thin as the lines whose colours it explains.
    start : int
        -1 if it begins at the negative end, 0 if at zero.
    power : float
        How its colours rise; see `colors.signed_indices`.
    numbers : tuple of str
        Under its two ends; empty where the name is the number.
    name, short_name : str
        What its numbers are; the short one where there is little room.
    caption, short_caption : str
        A further line; the short one where there is little room.
    is_of_edges : bool
        Whether it is a gap's.
    is_partial : bool
        Whether its caption says that not everything is drawn.
    """

    x: float
    width: int = 0
    height: int = BAR_HEIGHT
    start: int = -1
    power: float = 1.0
    numbers: tuple[str, str] = ("", "")
    name: str = ""
    short_name: str = ""
    caption: str = ""
    short_caption: str = ""
    is_of_edges: bool = False
    is_partial: bool = False


def legends(scene: NetworkScene, advance: Advance) -> tuple[Legend, ...]:
    """Return one legend for every gap and layer, or one for all where they share it.

    Where there is no room for all captions, those of the first are kept.

    Parameters
    ----------
    advance : callable
        The width of a text in pixels.
    """
    if scene.scale_mode is ScaleMode.BY_NETWORK:
        return _shared(scene)
    name = quantity_words(scene.options.quantity)
    edge_bar, node_bar = bar_widths(scene, name, advance)
    is_narrow = edge_bar < room_for_name(scene, name, advance)
    of_gaps = [
        _narrowed(legend) if is_narrow and legend.width else legend
        for gap in scene.gaps
        for legend in (_gap_legend(scene, gap, gap_middle(scene, gap), edge_bar),)
    ]
    of_layers = [
        _layer_legend(layer, layer_middle(layer), float(a.min()), node_bar)
        for layer in scene.layers
        if (a := layer.values.activations) is not None
        and node_bar
        and not layer.layout.is_picture
    ]
    return (*of_gaps, *of_layers, *_key(scene))


def quantity_words(quantity: EdgeQuantity) -> str:
    """Return the name of what edges show."""
    return {
        EdgeQuantity.WEIGHT: translate("NetworkView", "weight"),
        EdgeQuantity.GRADIENT: translate("NetworkView", "gradient"),
        EdgeQuantity.LAST_UPDATE: translate("NetworkView", "last update"),
        EdgeQuantity.CONTRIBUTION: translate("NetworkView", "contribution"),
    }[quantity]


def count_words(gap: GapScene, *, is_short: bool = False) -> str:
    """Return how many edges are drawn, of how many."""
    if gap.drawn == gap.total:
        long = translate("NetworkView", "all {total} edges")
        short = translate("NetworkView", "all {total}")
    else:
        long = translate("NetworkView", "{drawn} of {total} edges")
        short = translate("NetworkView", "{drawn} of {total}")
    text = short if is_short else long
    return text.format(drawn=format_count(gap.drawn), total=format_count(gap.total))


def _key(scene: NetworkScene) -> tuple[Legend, ...]:
    """Return what the colours are colours of, under a picture, which needs no scale."""
    if not scene.layers[0].layout.is_picture:
        return ()
    edges = translate("NetworkView", "edge: {quantity}")
    nodes = translate("NetworkView", "node: fill a, ring δ")
    return (
        Legend(
            layer_middle(scene.layers[0]),
            name=edges.format(quantity=quantity_words(scene.options.quantity)),
            caption=nodes,
            short_caption=nodes,
        ),
    )


def _shared(scene: NetworkScene) -> tuple[Legend, ...]:
    """Return one legend for all edges and one for all nodes, side by side."""
    distance = _SHARED_EDGE_BAR / 2 + _SHARED_NODE_BAR / 2 + _SHARED_DISTANCE
    middle = (scene.layers[0].layout.left + scene.layers[-1].layout.right) / 2
    x = middle - distance / 2
    # They share a scale; one that is computed shows it.
    gap = next((gap for gap in scene.gaps if gap.is_computed), scene.gaps[0])
    layer = next(
        (layer for layer in reversed(scene.layers) if layer.rings is not None),
        scene.layers[-1],
    )
    known = [
        float(a.min())
        for other in scene.layers
        if (a := other.values.activations) is not None
    ]
    return (
        _gap_legend(scene, gap, x, _SHARED_EDGE_BAR),
        _layer_legend(layer, x + distance, min(known, default=0.0), _SHARED_NODE_BAR),
    )


def _gap_legend(scene: NetworkScene, gap: GapScene, x: float, width: int) -> Legend:
    name = quantity_words(scene.options.quantity)
    if not gap.is_computed:
        text = translate("NetworkView", "not computed yet")
        return Legend(x, name=name, caption=text)
    end = scale_end(gap.scale)
    is_locked = scene.scale_mode is ScaleMode.LOCKED
    held = translate("NetworkView", "{quantity}, locked").format(quantity=name)
    return Legend(
        x,
        width,
        max(round(BAR_HEIGHT * gap.reach), _LEAST_BAR_HEIGHT),
        power=gap.power,
        numbers=(f"{MINUS}{end}", end),
        name=held if is_locked else name,
        short_name=name,
        caption=count_words(gap) if gap.total > SMALL_GAP else "",
        short_caption=count_words(gap, is_short=True) if gap.total > SMALL_GAP else "",
        is_of_edges=True,
        is_partial=gap.drawn < gap.total,
    )


def _narrowed(legend: Legend) -> Legend:
    """Return a legend of edges with one number where two would touch."""
    return replace(legend, numbers=("", ""), name=f"±{legend.numbers[1]}")


def _layer_legend(layer: LayerScene, x: float, lowest: float, width: int) -> Legend:
    end = scale_end(layer.activation_scale)
    deltas = f"δ ±{scale_end(layer.delta_scale)}"
    ring = translate("NetworkView", "ring {deltas}").format(deltas=deltas)
    return Legend(
        x,
        width,
        start=-1 if lowest < 0 else 0,
        numbers=(f"{MINUS}{end}" if lowest < 0 else "0", end),
        name=translate("NetworkView", "fill a"),
        short_name="a",
        caption="" if layer.rings is None else ring,
        short_caption="" if layer.rings is None else deltas,
    )
