"""What nodes are called where there is little room: in a row of numbers."""

from PyQt6.QtCore import QCoreApplication

from bpviz.look.node_names import NodeNames, name_at
from bpviz.scene.numbers import format_count
from bpviz.scene.options import NodeKey
from bpviz.training.messages import Opened

translate = QCoreApplication.translate


def names_of(opened: Opened) -> NodeNames:
    """Return the names of a session's nodes."""
    data = opened.dataset
    return NodeNames(
        len(opened.experiment.layer_sizes) - 1,
        data.input_names,
        data.output_names,
        data.image_shape,
    )


def short_name(names: NodeNames, key: NodeKey) -> str:
    """Return "x²", "pixel 14, 7", "node 3", without the layer."""
    layer, node = key
    if layer == 0 and names.image_shape is not None:
        row, column = divmod(node, names.image_shape[1])
        text = translate("Inspector", "pixel {row}, {column}")
        return text.format(row=row + 1, column=column + 1)
    if layer == 0 and node < len(names.inputs):
        return name_at(names.inputs, node)
    if layer == 0:
        return f"x{node + 1}"
    if layer == names.depth:
        text = translate("Inspector", "output {name}")
        return text.format(name=name_at(names.outputs, node))
    text = translate("Inspector", "node {number}")
    return text.format(number=format_count(node + 1))
