"""The lines of NumPy that compute an operation, ready to be run.

The names are those of the formulas: `X` and `Y` the data, `batch` the samples of the
update, ``a0`` the input, then ``W1``, ``b1``, ``z1``, ``a1``, ``delta1``, ``dW1`` and
``db1`` of the first layer, and so on; `y` the targets, `loss` the mean loss. What an
optimizer remembers is called ``vW1``, ``mW1``, ``sW1``, with `t` the update's number,
and what a fault has let leak ``leakedW1``.

Where columns are samples, every array but the data is the transpose of what it is
where rows are, and biases are columns.
"""

from collections.abc import Iterable, Iterator

from bpviz.nn.network import Network
from bpviz.scene.notation import Notation
from bpviz.scene.numpy_backward import delta_lines, gradient_lines
from bpviz.scene.numpy_forward import (
    activation_lines,
    load_line,
    loss_line,
    sum_line,
)
from bpviz.scene.numpy_line import Dialect, NumpyLine
from bpviz.scene.numpy_update import update_lines
from bpviz.training.changes import RunSettings
from bpviz.training.steps import Operation, OperationKind


def numpy_lines(
    operation: Operation,
    network: Network,
    settings: RunSettings,
    rows: int,
    notation: Notation = Notation.ROWS,
) -> tuple[NumpyLine, ...]:
    """Return the lines that compute `operation`, in their order.

    Parameters
    ----------
    settings : RunSettings
        Of the update: its numbers stand in the lines, and so do nodes that are off
        and what is wrong.
    rows : int
        Samples in the batch.
    notation : Notation
        Whether rows or columns are samples.
    """
    dialect = Dialect(notation, rows)
    lines = _lines(operation, network, settings, dialect)
    return (*lines, *_silences(operation, settings, dialect))


def _lines(
    operation: Operation, network: Network, settings: RunSettings, dialect: Dialect
) -> Iterable[NumpyLine]:
    layer, fault = operation.layer, settings.fault
    match operation.kind:
        case OperationKind.LOAD:
            return (load_line(network, dialect),)
        case OperationKind.PRE_ACTIVATION:
            return (sum_line(layer, network, dialect),)
        case OperationKind.ACTIVATION:
            return activation_lines(layer, network, dialect)
        case OperationKind.LOSS:
            return (loss_line(network, dialect),)
        case OperationKind.DELTA:
            return delta_lines(layer, network, fault, dialect)
        case OperationKind.GRADIENT:
            l2 = settings.hyperparameters.l2
            return gradient_lines(layer, network, l2, fault, dialect)
        case OperationKind.UPDATE:
            return update_lines(network, settings.hyperparameters, dialect)


def _silences(
    operation: Operation, settings: RunSettings, dialect: Dialect
) -> Iterator[NumpyLine]:
    """Yield the line that makes nodes 0 which are switched off, where there are any."""
    kind, layer = operation.kind, operation.layer
    off = [node for place, node in settings.switched_off if place == layer]
    if off and kind in (OperationKind.LOAD, OperationKind.ACTIVATION):
        yield NumpyLine(dialect.silence(f"a{layer}", off), layer=layer)
    elif off and kind is OperationKind.DELTA:
        yield NumpyLine(dialect.silence(f"delta{layer}", off), layer=layer)
