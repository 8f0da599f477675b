"""An operation's formula with the numbers of a moment, in LaTeX.

Of a small layer the matrices are written out, or every node is; of a large one the
selected node, or the one whose number is the furthest from zero. `WorkedFormula` says
which.
"""

from dataclasses import dataclass

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.nn.backprop import quiet
from bpviz.nn.trace import BackpropTrace
from bpviz.scene.latex_numbers import LatexNumbers
from bpviz.scene.notation import Notation
from bpviz.scene.options import EdgeKey, NodeKey
from bpviz.scene.worked_lines import LineWriter
from bpviz.scene.worked_matrices import matrix_lines
from bpviz.training.frame import Frame
from bpviz.training.steps import OperationKind

_FEW_NODES = 2


@dataclass(frozen=True, slots=True)
class WorkedFormula:
    """Formulas with numbers, and whose numbers they are.

    Attributes
    ----------
    lines : tuple of str
        In the words of `bpviz.scene.latex_text`; dots stand for terms that are not
        shown.
    node, edge : tuple or None
        The one that is worked out, where it is not the whole layer.
    is_selected : bool
        True where that is the selected one, False where it is the strongest.
    """

    lines: tuple[str, ...]
    node: NodeKey | None = None
    edge: EdgeKey | None = None
    is_selected: bool = False


def worked_formula(
    frame: Frame,
    row: int,
    notation: Notation,
    selected_node: NodeKey | None = None,
    selected_edge: EdgeKey | None = None,
    *,
    precision: int = 4,
) -> WorkedFormula:
    """Work out what `frame`'s operation computed for sample `row` of the batch.

    Parameters
    ----------
    precision : int
        Significant digits of the numbers.
    """
    write = LineWriter(notation, LatexNumbers(precision))
    with quiet():
        return _worked(frame, row, write, selected_node, selected_edge)


def _worked(
    frame: Frame,
    row: int,
    write: LineWriter,
    selected_node: NodeKey | None,
    selected_edge: EdgeKey | None,
) -> WorkedFormula:
    operation, trace = frame.operation, frame.trace
    if operation is None or trace is None:
        return WorkedFormula(())
    kind, layer = operation.kind, operation.layer
    if kind is OperationKind.LOSS:
        return WorkedFormula(write.loss(frame.network, trace, row))
    is_chosen = layer in (
        *(() if selected_node is None else selected_node[:1]),
        *(() if selected_edge is None else selected_edge[:1]),
    )
    if not is_chosen:
        lines = matrix_lines(frame, kind, layer, row, write.notation, write.numbers)
        if lines:
            return WorkedFormula(lines)
    if kind in (OperationKind.GRADIENT, OperationKind.UPDATE):
        edge, is_selected = _edge(frame, trace, layer, selected_node, selected_edge)
        line = write.edge(frame, kind, edge)
        return WorkedFormula((line,), edge=edge, is_selected=is_selected)
    values = _values(trace, kind, layer)[row]
    shown, is_selected = _nodes(values, layer, selected_node)
    lines = tuple(
        write.node(frame, kind, (layer, i), row, is_numbered=len(shown) > 1)
        for i in shown
    )
    if len(shown) == len(values):
        return WorkedFormula(lines)
    return WorkedFormula(lines, node=(layer, shown[0]), is_selected=is_selected)


def _values(trace: BackpropTrace, kind: OperationKind, layer: int) -> Array:
    if kind is OperationKind.PRE_ACTIVATION:
        return trace.pre_activations[layer - 1]
    if kind is OperationKind.DELTA:
        return trace.deltas[layer - 1]
    return trace.activations[layer]


def _nodes(
    values: Array, layer: int, selected: NodeKey | None
) -> tuple[tuple[int, ...], bool]:
    """Return which nodes are worked out, and whether that is the selected one."""
    if selected is not None and selected[0] == layer and len(values) > 1:
        return (selected[1],), True
    if len(values) <= _FEW_NODES:
        return tuple(range(len(values))), False
    return (int(np.argmax(np.abs(values))),), False


def _edge(
    frame: Frame,
    trace: BackpropTrace,
    layer: int,
    node: NodeKey | None,
    edge: EdgeKey | None,
) -> tuple[EdgeKey, bool]:
    """Return which weight is worked out, and whether it is selected itself."""
    if edge is not None and layer in (0, edge[0]):
        return edge, True
    if layer == 0:
        layer = node[0] if node is not None and node[0] else frame.network.depth
    # All weights of a large layer are many: of a node only its own are looked at.
    end = node[1] if node is not None and node[0] == layer else None
    is_update = frame.operation is not None and (
        frame.operation.kind is OperationKind.UPDATE
    )
    sizes = _steps(trace, layer, end) if is_update else _slopes(trace, layer, end)
    if end is not None:
        return (layer, int(np.argmax(sizes)), end), False
    start, end = divmod(int(np.argmax(sizes)), sizes.shape[1])
    return (layer, start, end), False


def _steps(trace: BackpropTrace, layer: int, end: int | None) -> Array:
    """Return how far the weights of a layer, or into one node, have moved."""
    chosen = slice(None) if end is None else end
    after: Array = trace.parameters_after.weights[layer - 1][:, chosen]
    moved: Array = np.abs(after - trace.parameters.weights[layer - 1][:, chosen])
    return moved


def _slopes(trace: BackpropTrace, layer: int, end: int | None) -> Array:
    """Return the sizes of the gradients of a layer's weights, or of one node's."""
    gradients = trace.weight_gradients(layer - 1)
    sizes: Array = np.abs(gradients if end is None else gradients[:, end])
    return sizes
