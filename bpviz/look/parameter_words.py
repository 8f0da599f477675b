"""Parameters and nodes by their numbers, in words; nodes count from 1 for people."""

from PyQt6.QtCore import QCoreApplication

from bpviz.nn.parameter_key import ParameterKey
from bpviz.scene.numbers import format_count

translate = QCoreApplication.translate


def parameter_words(key: ParameterKey) -> str:
    """Return which parameter is meant: "w 3→2 of layer 1", "bias 2 of layer 1"."""
    if key.start is None:
        text = translate("ParameterWords", "bias {node} of layer {layer}")
        return text.format(node=_number(key.end), layer=key.layer)
    text = translate("ParameterWords", "w {start}→{end} of layer {layer}")
    return text.format(start=_number(key.start), end=_number(key.end), layer=key.layer)


def node_words(layer: int, node: int) -> str:
    """Return which node is meant: "node 4 of layer 2", "input 3"."""
    if layer == 0:
        return translate("ParameterWords", "input {node}").format(node=_number(node))
    text = translate("ParameterWords", "node {node} of layer {layer}")
    return text.format(node=_number(node), layer=layer)


def _number(place: int) -> str:
    return format_count(place + 1)
