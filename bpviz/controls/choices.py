"""The names under which an experiment's choices are offered."""

from bpviz.data.order import BatchOrder
from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.initialisation import InitialBiases, InitialisationName
from bpviz.training.experiment import DtypeName

CONTEXT = "Choices"

LOSSES: dict[str, str] = {
    "squared_error": QT_TRANSLATE_NOOP("Choices", "squared error"),
    "binary_cross_entropy": QT_TRANSLATE_NOOP("Choices", "binary cross-entropy"),
    "softmax_cross_entropy": QT_TRANSLATE_NOOP("Choices", "softmax cross-entropy"),
}

ORDERS: dict[BatchOrder, str] = {
    BatchOrder.IN_ORDER: QT_TRANSLATE_NOOP("Choices", "in order"),
    BatchOrder.SHUFFLED: QT_TRANSLATE_NOOP("Choices", "shuffled"),
    BatchOrder.DRAWN: QT_TRANSLATE_NOOP("Choices", "drawn"),
}

INITIALISATIONS: dict[InitialisationName, str] = {
    "normal": QT_TRANSLATE_NOOP("Choices", "normal"),
    "uniform": QT_TRANSLATE_NOOP("Choices", "uniform"),
    "xavier": QT_TRANSLATE_NOOP("Choices", "Xavier"),
    "he": QT_TRANSLATE_NOOP("Choices", "He"),
    "zeros": QT_TRANSLATE_NOOP("Choices", "zeros"),
    "constant": QT_TRANSLATE_NOOP("Choices", "constant"),
    "given": QT_TRANSLATE_NOOP("Choices", "given"),
}

INITIAL_BIASES: dict[InitialBiases, str] = {
    "same": QT_TRANSLATE_NOOP("Choices", "like the weights"),
    "zeros": QT_TRANSLATE_NOOP("Choices", "zeros"),
}

DTYPES: dict[DtypeName, str] = {
    "float64": QT_TRANSLATE_NOOP("Choices", "float64 (double)"),
    "float32": QT_TRANSLATE_NOOP("Choices", "float32 (single)"),
}
