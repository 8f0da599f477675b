"""Formulas with the numbers of a moment in them, as text with ``<sub>``."""

import numpy as np

from bpviz.nn.backprop import quiet
from bpviz.nn.network import Network
from bpviz.nn.optimizers import Hyperparameters
from bpviz.nn.trace import BackpropTrace
from bpviz.scene.edge_numbers import edge_numbers
from bpviz.scene.node_numbers import DeltaNumbers, NodeNumbers, node_numbers
from bpviz.scene.numbers import format_decimals, format_number
from bpviz.scene.options import EdgeKey, NodeKey
from bpviz.scene.places import places_of_change
from bpviz.scene.terms import Terms, largest_terms
from bpviz.training.frame import Frame
from bpviz.training.steps import OperationKind

_FEW_TERMS = 3


def node_line(frame: Frame, kind: OperationKind, key: NodeKey, row: int) -> str:
    """Return how a node came to its z, a or delta; or what an input is."""
    layer, node = key
    if layer == 0:
        assert frame.trace is not None  # The operation has just loaded it.
        return f"{_of('a', node)} = {_number(frame.trace.activations[0][row, node])}"
    numbers = node_numbers(frame, key, row, _FEW_TERMS)
    function = frame.network.activations[layer - 1]
    if kind is OperationKind.PRE_ACTIVATION:
        return f"{_of('z', node)} = {_pre_activation(numbers)}"
    if kind is OperationKind.ACTIVATION:
        result = f"{function}({_number(numbers.z)}) = {_number(numbers.a)}"
        if function == "softmax":
            result = f"{_softmax(frame, key, row)} = {_number(numbers.a)}"
        return f"{_of('a', node)} = {result}"
    assert numbers.delta is not None  # The operation has just computed it.
    return f"{_of('δ', node)} = {_delta(numbers.delta, numbers.a)}"


def _pre_activation(numbers: NodeNumbers) -> str:
    assert numbers.inputs is not None  # The operation has just computed them.
    return f"{_sum(numbers.inputs)} {_added(numbers.bias)} = {_number(numbers.z)}"


def _softmax(frame: Frame, key: NodeKey, row: int) -> str:
    """Return the quotient as it is computed: the largest z is subtracted first."""
    layer, node = key
    assert frame.trace is not None  # The operation has just computed it.
    z = frame.trace.pre_activations[layer - 1][row].astype(np.float64)
    with quiet():
        powers = np.exp(z - z.max())
        above, below = powers[node], powers.sum()
    largest = _factor(z.max())
    return (
        f"e<sup>{_number(z[node])} − {largest}</sup> / Σ e<sup>z − {largest}</sup> "
        f"= {_number(above)} / {_number(below)}"
    )


def _delta(delta: DeltaNumbers, a: float | None) -> str:
    result = _number(delta.delta)
    if delta.later is not None:
        total = _sum(delta.later)
        asked = f"({total})" if delta.slope != 1 else total
    else:
        asked = f"{_number(delta.output)} − {_factor(delta.target)}"
        if delta.asked is not None:
            asked = f"2 ({asked})"
    if delta.shared is not None:
        return f"{_number(a)} × ({asked} − {_factor(delta.shared)}) = {result}"
    if delta.slope is None or (delta.slope == 1 and delta.later is not None):
        return f"{asked} = {result}"
    return f"{asked} × {_factor(delta.slope)} = {result}"


def loss_lines(network: Network, trace: BackpropTrace, row: int) -> tuple[str, ...]:
    """Return how the loss of a sample came about, and of which mean it is part."""
    outputs, targets = trace.activations[-1][row], trace.targets[row]
    loss = _number(trace.losses[row])
    if network.loss == "squared_error":
        difference = outputs - targets
        terms = largest_terms(difference, difference, _FEW_TERMS)
        parts = [
            f"({_number(outputs[term.index])} − {_factor(targets[term.index])})²"
            for term in terms.shown
        ]
        if terms.rest_count:
            parts.append(_rest(terms))
        line = f"{' + '.join(parts)} = {loss}"
    elif network.loss == "softmax_cross_entropy":
        right = int(np.argmax(targets))
        factor = "" if targets[right] == 1 else f"{_factor(targets[right])} "
        more = " − …" if np.count_nonzero(targets) > 1 else ""
        line = f"−{factor}ln {_number(outputs[right])}{more} = {loss}"
    else:
        a, y = _number(outputs[0]), _number(targets[0])
        line = f"−[{y} ln {a} + (1 − {y}) ln(1 − {a})]"
        line += f"{' − …' if len(outputs) > 1 else ''} = {loss}"
    if len(trace.losses) == 1:
        return (f"L = {line}",)
    mean = f"L = ({loss} + …) / {len(trace.losses)} = {_number(trace.loss)}"
    return (f"L<sub>1</sub> = {line}", mean)


def edge_line(
    frame: Frame, kind: OperationKind, key: EdgeKey, settings: Hyperparameters
) -> str:
    """Return how a weight came to its gradient, or was updated."""
    numbers = edge_numbers(frame, key, 0, _FEW_TERMS)
    change, samples = numbers.change, numbers.samples
    if kind is OperationKind.UPDATE and change is not None:
        step = _added(change.step)
        if settings.optimizer == "sgd":
            step = f"− {_number(settings.learning_rate)} × {_factor(numbers.gradient)}"
        places = places_of_change(change)
        old, new = (_fixed(value, places) for value in (change.old, change.new))
        return f"{_weight(key)} ← {old} {step} = {new}"
    assert samples is not None  # The operation has just computed them.
    total = _sum(samples)
    if numbers.rows > 1:
        total = f"({total}) / {numbers.rows}"
    if numbers.penalty is not None:
        total += f" {_added(numbers.penalty)}"
    return f"∂L/∂{_weight(key)} = {total} = {_number(numbers.gradient)}"


def _sum(terms: Terms) -> str:
    parts = [
        f"{_factor(term.left) if place else _number(term.left)} × {_factor(term.right)}"
        for place, term in enumerate(terms.shown)
    ]
    if terms.rest_count:
        parts.append(_rest(terms))
    return " + ".join(parts)


def _rest(terms: Terms) -> str:
    return f"(… = {_number(terms.rest)})"


def _added(value: float) -> str:
    return f"− {_number(-value)}" if value < 0 else f"+ {_number(value)}"


def _factor(value: float | None) -> str:
    text = _number(value)
    return f"({text})" if value is not None and value < 0 else text


def _number(value: float | None) -> str:
    assert value is not None  # What is worked out is computed.
    return format_number(float(value))


def _fixed(value: float, places: int | None) -> str:
    return _number(value) if places is None else format_decimals(value, places)


def _of(symbol: str, node: int) -> str:
    return f"{symbol}<sub>{node + 1}</sub>"


def _weight(key: EdgeKey) -> str:
    _, start, end = key
    return f"w<sub>{start + 1},{end + 1}</sub>"
