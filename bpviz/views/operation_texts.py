"""An operation's formula, the formula with numbers, and its NumPy, for a person."""

from dataclasses import dataclass

from PyQt6.QtCore import QCoreApplication

from bpviz.nn.optimizers import Hyperparameters
from bpviz.scene.equation import formula_of
from bpviz.scene.numpy_lines import NumpyLine, numpy_lines
from bpviz.scene.options import EdgeKey, NodeKey
from bpviz.scene.worked import WorkedFormula, worked_formula
from bpviz.training.frame import Frame

translate = QCoreApplication.translate

# Characters of code and shapes that stand in one line of a narrow panel.
_SHORT_LINE = 30


@dataclass(frozen=True, slots=True)
class OperationTexts:
    """What the inspector says about an operation.

    Attributes
    ----------
    formula, worked : str
        Rich text.
    which : str
        Whose numbers `worked` has; empty where it is the whole layer.
    code : str
        Lines of NumPy with their shapes as comments.
    """

    formula: str
    which: str
    worked: str
    code: str


def operation_texts(
    frame: Frame,
    settings: Hyperparameters,
    row: int,
    node: NodeKey | None,
    edge: EdgeKey | None,
) -> OperationTexts | None:
    """Explain the operation of `frame`; None at the very beginning.

    Parameters
    ----------
    settings : Hyperparameters
        Those of the update.
    row : int
        Which sample of the batch the numbers are of.
    node, edge : tuple or None
        What is selected.
    """
    operation, trace = frame.operation, frame.trace
    if operation is None or trace is None:
        return None
    worked = worked_formula(frame, settings, row, node, edge)
    lines = numpy_lines(operation, frame.network, settings, len(trace.targets))
    return OperationTexts(
        formula=formula_of(operation, frame.network, settings.optimizer),
        which=_which(worked),
        worked="<br>".join(worked.lines),
        code="\n".join(_with_shapes(line) for line in _of_one_layer(lines, worked)),
    )


def _of_one_layer(
    lines: tuple[NumpyLine, ...], worked: WorkedFormula
) -> tuple[NumpyLine, ...]:
    """Leave out the other layers, whose lines differ in the number only."""
    layer = worked.edge[0] if worked.edge is not None else lines[-1].layer
    return tuple(line for line in lines if line.layer == layer)


def _with_shapes(line: NumpyLine) -> str:
    if not line.shapes:
        return line.code
    is_long = len(line.code) + len(line.shapes) > _SHORT_LINE
    between = "\n" if is_long else "  "
    return f"{line.code}{between}# {line.shapes}"


def _which(worked: WorkedFormula) -> str:
    if worked.edge is not None:
        layer, start, end = worked.edge
        words = translate(
            "Inspector", "Strongest weight, node {before} to {after} of layer {layer}:"
        )
        if worked.is_selected:
            words = translate(
                "Inspector",
                "Selected weight, node {before} to {after} of layer {layer}:",
            )
        return words.format(before=start + 1, after=end + 1, layer=layer)
    if worked.node is not None:
        words = translate("Inspector", "Strongest node, {node} of layer {layer}:")
        if worked.is_selected:
            words = translate("Inspector", "Selected node, {node} of layer {layer}:")
        if worked.node[0] == 0:
            words = translate("Inspector", "Strongest input, {node}:")
            if worked.is_selected:
                words = translate("Inspector", "Selected input, {node}:")
        return words.format(node=worked.node[1] + 1, layer=worked.node[0])
    return ""
