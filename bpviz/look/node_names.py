"""What nodes and edges are called, the same all over the window."""

from dataclasses import dataclass

from PyQt6.QtCore import QCoreApplication

from bpviz.scene.numbers import format_count
from bpviz.scene.options import EdgeKey, NodeKey

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class NodeNames:
    """Names the nodes of a network; whatever people read counts from 1.

    Attributes
    ----------
    depth : int
        Layers of the network, without the input.
    inputs, outputs : tuple of str
        The data's own names; those that are missing are numbers.
    image_shape : tuple of int or None
        Rows and columns of an input that is a picture.
    """

    depth: int
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    image_shape: tuple[int, int] | None = None

    def of_node(self, key: NodeKey) -> str:
        """Return "Node 3 of layer 1", "Input x", "Output 7"."""
        layer, node = key
        if layer == 0 and self.image_shape is not None:
            row, column = divmod(node, self.image_shape[1])
            text = translate("NodeNames", "Pixel in row {row}, column {column}")
            return text.format(row=row + 1, column=column + 1)
        if layer == 0:
            text = translate("NodeNames", "Input {name}")
            return text.format(name=name_at(self.inputs, node))
        if layer == self.depth:
            text = translate("NodeNames", "Output {name}")
            return text.format(name=name_at(self.outputs, node))
        text = translate("NodeNames", "Node {node} of layer {layer}")
        return text.format(layer=layer, node=format_count(node + 1))

    def of_edge(self, key: EdgeKey) -> str:
        """Return between which nodes an edge is: "Input x → Node 3 of layer 1"."""
        layer, start, end = key
        return translate("NodeNames", "{start} → {end}").format(
            start=self.of_node((layer - 1, start)), end=self.of_node((layer, end))
        )


def name_at(names: tuple[str, ...], place: int) -> str:
    """Return the name in a place, or else its number, from 1."""
    return names[place] if place < len(names) else str(place + 1)
