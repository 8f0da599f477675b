"""What the picture of the network says in words: beside the pointer, and read aloud."""

from PyQt6.QtCore import QCoreApplication

from bpviz.look.node_names import NodeNames, name_at
from bpviz.look.words import operation_words
from bpviz.scene.network_scene import NetworkScene
from bpviz.scene.numbers import format_count, format_number
from bpviz.scene.options import EdgeKey, NodeKey, SceneOptions
from bpviz.scene.quantities import activations
from bpviz.scene.readout import Readout, edge_readout, node_readout
from bpviz.training.frame import Frame
from bpviz.training.steps import OperationKind

translate = QCoreApplication.translate

_MOST_OUTPUTS = 10


def node_name(scene: NetworkScene, key: NodeKey) -> str:
    """Return what a node is called: its name where it has one, else its number."""
    return _names(scene.frame, scene.options).of_node(key)


def edge_name(scene: NetworkScene, key: EdgeKey) -> str:
    """Return between which nodes an edge is."""
    return _names(scene.frame, scene.options).of_edge(key)


def node_lines(scene: NetworkScene, key: NodeKey) -> tuple[str, Readout]:
    """Return a node's name and numbers, and those of its edge to a selected one."""
    numbers = node_readout(scene.frame, key, scene.options.row)
    selected = scene.options.selected_node
    if selected is not None and selected[0] == key[0] + 1:
        edge = (selected[0], key[1], selected[1])
        numbers += edge_readout(scene.frame, edge, scene.options.row)
    return node_name(scene, key), numbers


def edge_lines(scene: NetworkScene, key: EdgeKey) -> tuple[str, Readout]:
    """Return an edge's name and its numbers."""
    return edge_name(scene, key), edge_readout(scene.frame, key, scene.options.row)


def description(frame: Frame, options: SceneOptions) -> str:
    """Return what the picture of a moment shows, for those who cannot see it."""
    precision = options.precision
    sizes = "-".join(map(str, frame.network.layer_sizes))
    text = translate("NetworkView", "Network {sizes} after {updates} updates.")
    sentences = [text.format(sizes=sizes, updates=format_count(frame.moment.update))]
    text = translate("NetworkView", "Last: {operation}.")
    sentences.append(text.format(operation=operation_words(frame.operation)))
    answers = activations(frame, frame.network.depth, options.row)
    if answers is not None and len(answers) <= _MOST_OUTPUTS:
        names = options.output_names
        numbers = ", ".join(
            f"{name_at(names, node)} {format_number(float(answer), precision)}"
            for node, answer in enumerate(answers)
        )
        text = translate("NetworkView", "It answers {answers}.")
        sentences.append(text.format(answers=numbers))
    if frame.trace is not None and frame.has(OperationKind.LOSS):
        text = translate("NetworkView", "The loss is {loss}.")
        sentences.append(text.format(loss=format_number(frame.trace.loss, precision)))
    if options.selected_node is not None:
        text = translate("NetworkView", "Selected: {name}.")
        sentences.append(
            text.format(name=_names(frame, options).of_node(options.selected_node))
        )
    elif options.selected_edge is not None:
        text = translate("NetworkView", "Selected: {name}.")
        sentences.append(
            text.format(name=_names(frame, options).of_edge(options.selected_edge))
        )
    return " ".join(sentences)


def _names(frame: Frame, options: SceneOptions) -> NodeNames:
    return NodeNames(
        frame.network.depth,
        options.input_names,
        options.output_names,
        options.image_shape,
    )
