"""Activations and places on the time axis in words, the same all over the window."""

from PyQt6.QtCore import QCoreApplication

from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.faults import DESCRIPTIONS, Fault
from bpviz.scene.numbers import format_count
from bpviz.training.changes import RunSettings
from bpviz.training.frame import Frame
from bpviz.training.steps import Operation, OperationKind

translate = QCoreApplication.translate

ACTIVATIONS: dict[str, str] = {
    "identity": QT_TRANSLATE_NOOP("Choices", "identity"),
    "sigmoid": QT_TRANSLATE_NOOP("Choices", "sigmoid"),
    "tanh": QT_TRANSLATE_NOOP("Choices", "tanh"),
    "relu": QT_TRANSLATE_NOOP("Choices", "ReLU"),
    "leaky_relu": QT_TRANSLATE_NOOP("Choices", "leaky ReLU"),
    "softplus": QT_TRANSLATE_NOOP("Choices", "softplus"),
    "softmax": QT_TRANSLATE_NOOP("Choices", "softmax"),
}
"""What people call every activation, in the context ``Choices``."""

_OPERATIONS = {
    OperationKind.LOAD: QT_TRANSLATE_NOOP("Operations", "batch loaded"),
    OperationKind.PRE_ACTIVATION: QT_TRANSLATE_NOOP(
        "Operations", "pre-activations of layer {layer}"
    ),
    OperationKind.ACTIVATION: QT_TRANSLATE_NOOP(
        "Operations", "activations of layer {layer}"
    ),
    OperationKind.LOSS: QT_TRANSLATE_NOOP("Operations", "loss"),
    OperationKind.DELTA: QT_TRANSLATE_NOOP("Operations", "deltas of layer {layer}"),
    OperationKind.GRADIENT: QT_TRANSLATE_NOOP(
        "Operations", "gradients of layer {layer}"
    ),
    OperationKind.UPDATE: QT_TRANSLATE_NOOP("Operations", "parameters updated"),
}


def activation_words(name: str) -> str:
    """Return what people call an activation."""
    return translate("Choices", ACTIVATIONS[name])


def operation_words(operation: Operation | None) -> str:
    """Say what it computed: "deltas of layer 2"; None is the beginning."""
    if operation is None:
        return translate("Operations", "the beginning")
    template = translate("Operations", _OPERATIONS[operation.kind])
    return template.format(layer=operation.layer)


def fault_words(settings: RunSettings) -> str:
    """Name the fault that is on: "Forgotten derivative", "a hidden fault"; or ""."""
    if settings.fault is None:
        return ""
    if settings.fault_is_secret:
        return translate("Faults", "a hidden fault")
    return fault_title(settings.fault)


def fault_title(fault: Fault) -> str:
    """Name a fault: "Forgotten derivative"."""
    return translate("Faults", DESCRIPTIONS[fault].title)


def fault_mistake(fault: Fault) -> str:
    """Say in a sentence what is done wrong."""
    return translate("Faults", DESCRIPTIONS[fault].mistake)


def place_words(frame: Frame, updates_per_epoch: int) -> str:
    """Say where a frame stands: "epoch 3, update 1,412 · deltas of layer 2".

    The update is the one under way, or the one just completed.
    """
    operation = operation_words(frame.operation)
    if frame.operation is None:
        return operation
    update = frame.moment.update + (frame.moment.operation > 0)
    place = translate("Operations", "epoch {epoch}, update {update} · {operation}")
    return place.format(
        epoch=format_count((update - 1) // updates_per_epoch + 1),
        update=format_count(update),
        operation=operation,
    )
