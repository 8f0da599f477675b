"""What the graph of a network says about the network, in the network's own words."""

from dataclasses import dataclass

from PyQt6.QtCore import QCoreApplication

from bpviz.look.node_names import NodeNames
from bpviz.scene.graph_network_source import NetworkSource
from bpviz.scene.graph_roles import BatchMean, Role
from bpviz.scene.numbers import format_count

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class NetworkPart:
    """What a node of the graph is in the network.

    Attributes
    ----------
    words : str
        As the network's picture calls it.
    mean : BatchMean or None
        The network's own gradient by it, where it is not that of the sample alone.
    """

    words: str
    mean: BatchMean | None


def sample_words(source: NetworkSource) -> str:
    """Say whose numbers a network's graph shows, where that needs saying."""
    sentences = []
    if source.rows > 1:
        text = (
            translate(
                "GraphView",
                "sample {number} of {total} of the batch; the network averages the "
                "gradients of all of them",
            )
            if source.neuron is None
            else translate("GraphView", "sample {number} of {total} of the batch")
        )
        number, total = map(format_count, (source.shown_row + 1, source.rows))
        sentences.append(text.format(number=number, total=total))
    if source.neuron is not None:
        sentences.append(
            translate("GraphView", "L is the output of this node here, not the loss")
        )
    return "; ".join(sentences)


def role_words(role: Role, names: NodeNames) -> str:
    """Say what a node is in the network: "Weight, Input x → Node 3 of layer 1"."""
    if role.start is not None:
        edge = names.of_edge((role.layer, role.start, role.node))
        return translate("GraphView", "Weight, {edge}").format(edge=edge)
    node = names.of_node((role.layer, role.node))
    match role.symbol:
        case "b":
            text = translate("GraphView", "Bias of {node}")
        case "z":
            text = translate("GraphView", "z, the weighted sum of {node}")
        case "y":
            text = translate("GraphView", "Target of {node}")
        case _:
            return node
    return text.format(node=node)


def mean_words(mean: BatchMean) -> str:
    """Say what the network's own gradient is."""
    if mean.rows == 1:
        return translate("GraphView", "the network's gradient, with the L2 penalty")
    text = (
        translate(
            "GraphView",
            "the network's gradient, the mean over {rows} samples with the L2 penalty",
        )
        if mean.has_penalty
        else translate(
            "GraphView", "the network's gradient, the mean over {rows} samples"
        )
    )
    return text.format(rows=format_count(mean.rows))
