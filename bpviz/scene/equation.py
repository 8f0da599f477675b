"""The formula of an operation, for any language."""

from bpviz.nn.network import Network
from bpviz.training.steps import Operation, OperationKind

_LOSSES = {
    "squared_error": "L = mean Σ<sub>k</sub> (a<sub>k</sub> − y<sub>k</sub>)²",
    "binary_cross_entropy": (
        "L = −mean Σ<sub>k</sub> [y<sub>k</sub> ln a<sub>k</sub> "
        "+ (1 − y<sub>k</sub>) ln(1 − a<sub>k</sub>)]"
    ),
    "softmax_cross_entropy": ("L = −mean Σ<sub>k</sub> y<sub>k</sub> ln a<sub>k</sub>"),
}

_UPDATES = {
    "sgd": "W ← W − η ∂L/∂W<br>b ← b − η ∂L/∂b",
    "momentum": "v ← μ v + ∂L/∂W<br>W ← W − η v",
    "rmsprop": "s ← ρ s + (1 − ρ)(∂L/∂W)²<br>W ← W − η ∂L/∂W / (√s + ε)",
    "adam": (
        "m ← β<sub>1</sub> m + (1 − β<sub>1</sub>) ∂L/∂W<br>"
        "s ← β<sub>2</sub> s + (1 − β<sub>2</sub>)(∂L/∂W)²<br>"
        "W ← W − η m / (1 − β<sub>1</sub><sup>t</sup>) "
        "/ (√(s / (1 − β<sub>2</sub><sup>t</sup>)) + ε)"
    ),
}


def formula_of(operation: Operation, network: Network, optimizer: str) -> str:
    """Return what `operation` computes, as text with ``<sup>``, ``<sub>``, ``<br>``.

    Rows are samples: z = a_prev W + b. Layers count from 1 and stand as exponents
    in brackets.
    """
    layer = operation.layer
    match operation.kind:
        case OperationKind.LOAD:
            return f"{_of('a', 0)} = x"
        case OperationKind.PRE_ACTIVATION:
            return (
                f"{_of('z', layer)} = {_of('a', layer - 1)} {_of('W', layer)} "
                f"+ {_of('b', layer)}"
            )
        case OperationKind.ACTIVATION:
            function = network.activations[layer - 1]
            return f"{_of('a', layer)} = {function}({_of('z', layer)})"
        case OperationKind.LOSS:
            return _LOSSES[network.loss]
        case OperationKind.DELTA:
            return _delta(layer, network)
        case OperationKind.GRADIENT:
            weights, biases = _of("W", layer), _of("b", layer)
            return (
                f"∂L/∂{weights} = {_of('a', layer - 1)}ᵀ {_of('δ', layer)} / n<br>"
                f"∂L/∂{biases} = mean {_of('δ', layer)}"
            )
        case OperationKind.UPDATE:
            return _UPDATES[optimizer]


def _delta(layer: int, network: Network) -> str:
    delta, depth = _of("δ", layer), network.depth
    slope = f" ⊙ {network.activations[layer - 1]}′({_of('z', layer)})"
    if network.activations[layer - 1] == "identity":
        slope = ""
    if layer < depth:
        return f"{delta} = ({_of('δ', layer + 1)} {_of('W', layer + 1)}ᵀ){slope}"
    if network.loss == "squared_error":
        return f"{delta} = 2({_of('a', layer)} − y){slope}"
    return f"{delta} = {_of('a', layer)} − y"


def _of(symbol: str, layer: int) -> str:
    return f"{symbol}<sup>({layer})</sup>"
