"""What every operation does, in one sentence."""

from PyQt6.QtCore import QCoreApplication

from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.training.steps import Operation, OperationKind

translate = QCoreApplication.translate

_SENTENCES = {
    OperationKind.LOAD: QT_TRANSLATE_NOOP(
        "Inspector", "The samples of the next update become the input's activations."
    ),
    OperationKind.PRE_ACTIVATION: QT_TRANSLATE_NOOP(
        "Inspector", "Every node adds up its weighted inputs and its bias."
    ),
    OperationKind.ACTIVATION: QT_TRANSLATE_NOOP(
        "Inspector", "Every node puts its sum through the layer's function."
    ),
    OperationKind.LOSS: QT_TRANSLATE_NOOP(
        "Inspector", "The outputs are compared with what they should be."
    ),
    OperationKind.DELTA: QT_TRANSLATE_NOOP(
        "Inspector", "Every node learns how the loss changes with its sum."
    ),
    OperationKind.GRADIENT: QT_TRANSLATE_NOOP(
        "Inspector", "Every weight learns how the loss changes with it."
    ),
    OperationKind.UPDATE: QT_TRANSLATE_NOOP(
        "Inspector", "All weights and biases move against their gradients."
    ),
}
_BEGINNING = QT_TRANSLATE_NOOP(
    "Inspector", "Nothing has been computed yet. Step, or run, to begin."
)


def operation_sentence(operation: Operation | None) -> str:
    """Say what `operation` does; None is the beginning."""
    text = _BEGINNING if operation is None else _SENTENCES[operation.kind]
    return translate("Inspector", text)
