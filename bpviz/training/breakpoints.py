"""Whether a breakpoint's condition holds, and where in the update it is met."""

from math import isfinite

import numpy as np

from bpviz.data.dataset import Dataset
from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.backprop import quiet
from bpviz.nn.metrics import answers, right_answers
from bpviz.nn.network import Network
from bpviz.nn.trace import BackpropTrace
from bpviz.training.conditions import (
    Condition,
    GradientNorm,
    LossCondition,
    SampleComes,
    SignChange,
    WrongAnswer,
)
from bpviz.training.steps import Operation, OperationKind, operations_for


def holds(condition: Condition, trace: BackpropTrace) -> bool:
    """Tell whether the update that `trace` shows meets `condition`."""
    match condition:
        case LossCondition(is_above, value):
            return is_beyond(trace.loss, value, is_above=is_above)
        case WrongAnswer():
            right = right_answers(trace.activations[-1], answers(trace.targets))
            return not right.all()
        case SampleComes(sample):
            return bool((trace.samples == sample).any())
        case SignChange(key):
            place = key.position(trace.parameters.network)
            before = trace.parameters.flat[place]
            after = trace.parameters_after.flat[place]
            return bool(np.sign(before) != np.sign(after))
        case GradientNorm(is_above, value, layer):
            return is_beyond(gradient_norm(trace, layer), value, is_above=is_above)


def is_beyond(number: float, value: float, *, is_above: bool) -> bool:
    """Tell whether `number` is above `value`, or below it."""
    return number > value if is_above else number < value


def gradient_norm(trace: BackpropTrace, layer: int) -> float:
    """Return sqrt(sum of squared dL/dw and dL/db) of a layer, or with 0 of all."""
    depth = len(trace.deltas)
    layers = range(depth) if layer == 0 else (layer - 1,)
    with quiet():
        squares = (
            np.square(gradients, dtype=np.float64).sum()
            for each in layers
            for gradients in (trace.weight_gradients(each), trace.bias_gradients(each))
        )
        return float(np.sqrt(sum(squares)))


def operation_after(condition: Condition, depth: int) -> int:
    """Return how many operations of the update are done where the run pauses.

    That is the first operation after which the condition can be seen to hold; 0 means
    after the whole update, which is the beginning of the next.
    """
    operations = operations_for(depth)
    match condition:
        case SampleComes():
            return operations.index(Operation(OperationKind.LOAD)) + 1
        case WrongAnswer() | LossCondition():
            return operations.index(Operation(OperationKind.LOSS)) + 1
        case GradientNorm():
            layer = condition.layer or 1
            return operations.index(Operation(OperationKind.GRADIENT, layer)) + 1
        case SignChange():
            return 0


def check_condition(condition: Condition, network: Network, dataset: Dataset) -> None:
    """Refuse a condition that can never hold here.

    Raises
    ------
    InputError
        If it names a sample, a layer or a parameter that is not there, asks for wrong
        answers where there are no classes, or compares with what is not a number.
    """
    match condition:
        case WrongAnswer() if dataset.train.labels is None:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "These data have no classes, so no answer is right or wrong; pause "
                    "at a loss instead.",
                )
            )
        case SampleComes(sample) if not 0 <= sample < len(dataset.train):
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "There is no sample {sample}: the training data have {samples}.",
                ),
                sample=sample + 1,
                samples=len(dataset.train),
            )
        case SignChange(key):
            key.position(network)
        case GradientNorm(_, _, layer) if not 0 <= layer <= network.depth:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "Errors", "There is no layer {layer}: the network has {layers}."
                ),
                layer=layer,
                layers=network.depth,
            )
    if isinstance(condition, LossCondition | GradientNorm) and not isfinite(
        condition.value
    ):
        raise InputError(
            QT_TRANSLATE_NOOP("Errors", "{name} must be finite; got {value}."),
            name="value",
            value=condition.value,
        )
