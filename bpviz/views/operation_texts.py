"""An operation's formula, the formula with numbers, and its NumPy, for a person."""

from dataclasses import dataclass
from functools import lru_cache

from PyQt6.QtCore import QCoreApplication

from bpviz.look.node_names import NodeNames
from bpviz.nn.network import Network
from bpviz.scene.applied import applied_settings
from bpviz.scene.formulas import Formula, formula_of
from bpviz.scene.notation import Notation
from bpviz.scene.numpy_line import NumpyLine
from bpviz.scene.numpy_lines import numpy_lines
from bpviz.scene.options import EdgeKey, NodeKey
from bpviz.scene.worked import WorkedFormula, worked_formula
from bpviz.training.changes import RunSettings
from bpviz.training.frame import Frame
from bpviz.training.steps import Operation, operations_for

translate = QCoreApplication.translate

# Characters of code and shapes that stand in one line of a narrow panel.
_SHORT_LINE = 30


@dataclass(frozen=True, slots=True)
class OperationTexts:
    """What the inspector says about an operation.

    Attributes
    ----------
    formula : Formula
        What it computes.
    worked : tuple of str
        The same with numbers, in LaTeX.
    which : str
        Whose numbers `worked` has; empty where it is the whole layer.
    code : str
        Lines of NumPy with their shapes as comments.
    """

    formula: Formula
    which: str
    worked: tuple[str, ...]
    code: str


def operation_texts(
    frame: Frame,
    names: NodeNames,
    notation: Notation,
    row: int,
    node: NodeKey | None,
    edge: EdgeKey | None,
    precision: int = 4,
) -> OperationTexts | None:
    """Explain the operation of `frame`; None at the very beginning.

    Parameters
    ----------
    names : NodeNames
        What nodes are called.
    row : int
        Which sample of the batch the numbers are of.
    node, edge : tuple or None
        What is selected.
    precision : int
        Significant digits of the numbers.
    """
    operation, trace = frame.operation, frame.trace
    if operation is None or trace is None:
        return None
    settings = applied_settings(frame)
    worked = worked_formula(frame, row, notation, node, edge, precision=precision)
    lines = _lines(operation, frame.network, settings, len(trace.targets), notation)
    return OperationTexts(
        formula=formula_of(
            operation, frame.network, settings.hyperparameters, notation
        ),
        which=_which(worked, names),
        worked=worked.lines,
        code="\n".join(_with_shapes(line) for line in _of_one_layer(lines, worked)),
    )


def next_formula(frame: Frame, notation: Notation) -> Formula:
    """Return the formula of the operation that follows that of `frame`."""
    operation = operations_for(frame.network.depth)[frame.moment.operation]
    settings = frame.settings.hyperparameters
    return formula_of(operation, frame.network, settings, notation)


@lru_cache(maxsize=64)
def _lines(
    operation: Operation,
    network: Network,
    settings: RunSettings,
    rows: int,
    notation: Notation,
) -> tuple[NumpyLine, ...]:
    """Keep what stays the same while only numbers change."""
    return numpy_lines(operation, network, settings, rows, notation)


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


def _which(worked: WorkedFormula, names: NodeNames) -> str:
    if worked.edge is not None:
        name = names.of_edge(worked.edge)
    elif worked.node is not None:
        name = names.of_node(worked.node)
    else:
        return ""
    if worked.is_selected:
        return translate("Inspector", "Selected: {name}").format(name=name)
    return translate("Inspector", "Strongest: {name}").format(name=name)
