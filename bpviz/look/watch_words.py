"""Numbers that are watched: their names, and the colours of their curves."""

from PyQt6.QtCore import QCoreApplication

from bpviz.look.parameter_words import node_words, parameter_words
from bpviz.look.theme import Theme
from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.parameter_key import ParameterKey
from bpviz.training.watches import Watch, WatchQuantity

translate = QCoreApplication.translate

QUANTITIES: dict[WatchQuantity, str] = {
    WatchQuantity.WEIGHT: QT_TRANSLATE_NOOP("Watches", "weight"),
    WatchQuantity.BIAS: QT_TRANSLATE_NOOP("Watches", "bias"),
    WatchQuantity.ACTIVATION: QT_TRANSLATE_NOOP("Watches", "activation a"),
    WatchQuantity.DELTA: QT_TRANSLATE_NOOP("Watches", "delta δ"),
    WatchQuantity.WEIGHT_GRADIENT: QT_TRANSLATE_NOOP("Watches", "gradient of a weight"),
    WatchQuantity.BIAS_GRADIENT: QT_TRANSLATE_NOOP("Watches", "gradient of a bias"),
    WatchQuantity.WEIGHT_NORM: QT_TRANSLATE_NOOP("Watches", "norm of the weights"),
    WatchQuantity.GRADIENT_NORM: QT_TRANSLATE_NOOP("Watches", "norm of the gradient"),
}
"""What people call every quantity, in the context ``Watches``."""

NORMS = (WatchQuantity.WEIGHT_NORM, WatchQuantity.GRADIENT_NORM)
OF_EDGES = (WatchQuantity.WEIGHT, WatchQuantity.WEIGHT_GRADIENT)

_DASHES: tuple[tuple[float, ...], ...] = ((), (4.0, 3.0), (1.5, 2.5))


def watch_text(watch: Watch) -> str:
    """Say what is watched: "w 3→2 of layer 1", "δ of node 4 of layer 2"."""
    is_edge = watch.quantity in OF_EDGES
    key = ParameterKey(watch.layer, watch.node, watch.start if is_edge else None)
    match watch.quantity:
        case WatchQuantity.WEIGHT | WatchQuantity.BIAS:
            return parameter_words(key)
        case WatchQuantity.WEIGHT_GRADIENT | WatchQuantity.BIAS_GRADIENT:
            text = translate("Watches", "∂L/∂ {parameter}")
            return text.format(parameter=parameter_words(key))
        case WatchQuantity.ACTIVATION:
            text = translate("Watches", "a of {node}")
            return text.format(node=node_words(watch.layer, watch.node))
        case WatchQuantity.DELTA:
            text = translate("Watches", "δ of {node}")
            return text.format(node=node_words(watch.layer, watch.node))
        case WatchQuantity.WEIGHT_NORM:
            return _norm_text(
                watch.layer,
                translate("Watches", "norm of w, layer {layer}"),
                translate("Watches", "norm of w, all layers"),
            )
        case WatchQuantity.GRADIENT_NORM:
            return _norm_text(
                watch.layer,
                translate("Watches", "norm of ∂L/∂w, layer {layer}"),
                translate("Watches", "norm of ∂L/∂w, all layers"),
            )


def watch_color(place: int, theme: Theme) -> str:
    """Return the colour of the curve at a place in the list of watches."""
    # Those of the training and the test data come last.
    return theme.series[(place + 2) % len(theme.series)]


def watch_dashes(place: int) -> tuple[float, ...]:
    """Return the dashes of the curve at a place; none where it is solid.

    They tell apart the watches beyond those that have a colour to themselves.
    """
    return _DASHES[place // 6 % len(_DASHES)]


def _norm_text(layer: int, of_layer: str, of_all: str) -> str:
    return of_layer.format(layer=layer) if layer else of_all
