"""The lines of NumPy that compute an operation, ready to be run.

The names are those of the formulas: `X` and `Y` the data, `batch` the samples of the
update, ``a0`` the input, then ``W1``, ``b1``, ``z1``, ``a1``, ``delta1``, ``dW1`` and
``db1`` of the first layer, and so on; `y` the targets, `loss` the mean loss. What an
optimizer remembers is called ``vW1``, ``mW1``, ``sW1``, with `t` the update's number.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bpviz.nn.activations import LEAK
from bpviz.nn.losses import LOSSES
from bpviz.nn.network import Network
from bpviz.nn.optimizers import Hyperparameters
from bpviz.training.steps import Operation, OperationKind


@dataclass(frozen=True, slots=True)
class NumpyLine:
    """One assignment, and the shapes of what its right side joins.

    Attributes
    ----------
    code : str
        ``z1 = a0 @ W1 + b1``.
    shapes : str
        ``(1, 2) @ (2, 100) + (100,)``; empty where it would only repeat.
    layer : int
        Whose numbers it computes, counted from 1; 0 for the whole network's.
    """

    code: str
    shapes: str = ""
    layer: int = 0


# {z} and {a} become the layer's names. Where an exponent could overflow, the largest
# is subtracted first, as the network does.
_ACTIVATIONS = {
    "identity": ("{a} = {z}",),
    "sigmoid": ("{a} = 1 / (1 + np.exp(-{z}))",),
    "tanh": ("{a} = np.tanh({z})",),
    "relu": ("{a} = np.maximum({z}, 0)",),
    "leaky_relu": (f"{{a}} = np.maximum({{z}}, {LEAK} * {{z}})",),
    "softplus": ("{a} = np.logaddexp({z}, 0)",),
    "softmax": (
        "e = np.exp({z} - {z}.max(axis=1, keepdims=True))",
        "{a} = e / e.sum(axis=1, keepdims=True)",
    ),
}

_SLOPES = {
    "identity": "",
    "sigmoid": " * {a} * (1 - {a})",
    "tanh": " * (1 - {a}) * (1 + {a})",
    "relu": " * ({z} > 0)",
    "leaky_relu": f" * np.where({{z}} > 0, 1, {LEAK})",
    "softplus": " / (1 + np.exp(-{z}))",
}

# The cross-entropies in z, where they are finite however wrong the answer is.
_LOSSES = {
    "squared_error": "loss = (({a} - y) ** 2).sum(axis=1).mean()",
    "binary_cross_entropy": (
        "loss = (np.logaddexp({z}, 0) - y * {z}).sum(axis=1).mean()"
    ),
    "softmax_cross_entropy": (
        "loss = (y * (np.logaddexp.reduce({z}, axis=1, keepdims=True) - {z}))"
        ".sum(axis=1).mean()"
    ),
}


def numpy_lines(
    operation: Operation, network: Network, settings: Hyperparameters, rows: int
) -> tuple[NumpyLine, ...]:
    """Return the lines that compute `operation`, in their order.

    Parameters
    ----------
    settings : Hyperparameters
        Of the update; their numbers stand in the lines.
    rows : int
        Samples in the batch.
    """
    layer, sizes = operation.layer, network.layer_sizes
    match operation.kind:
        case OperationKind.LOAD:
            shapes = f"{_shape(rows, sizes[0])}, {_shape(rows, sizes[-1])}"
            return (NumpyLine("a0, y = X[batch], Y[batch]", shapes),)
        case OperationKind.PRE_ACTIVATION:
            a, w, (fan_in, fan_out) = layer - 1, layer, sizes[layer - 1 : layer + 1]
            shapes = (
                f"{_shape(rows, fan_in)} @ {_shape(fan_in, fan_out)} + ({fan_out},)"
            )
            return (NumpyLine(f"z{w} = a{a} @ W{w} + b{w}", shapes, layer),)
        case OperationKind.ACTIVATION:
            return tuple(
                NumpyLine(_named(code, layer), _shape(rows, sizes[layer]), layer)
                for code in _ACTIVATIONS[network.activations[layer - 1]]
            )
        case OperationKind.LOSS:
            code = _named(_LOSSES[network.loss], network.depth)
            return (NumpyLine(code, f"{_shape(rows, sizes[-1])} -> ()"),)
        case OperationKind.DELTA:
            return tuple(_delta(layer, network, rows))
        case OperationKind.GRADIENT:
            return tuple(_gradient(layer, network, settings.l2, rows))
        case OperationKind.UPDATE:
            return tuple(
                NumpyLine(code, shape, layer)
                for layer, (fan_in, fan_out) in enumerate(network.fans(), start=1)
                for name, shape in (
                    ("W", _shape(fan_in, fan_out)),
                    ("b", f"({fan_out},)"),
                )
                for code in _update(f"{name}{layer}", settings)
            )


def _delta(layer: int, network: Network, rows: int) -> Iterator[NumpyLine]:
    sizes, function = network.layer_sizes, network.activations[layer - 1]
    here = _shape(rows, sizes[layer])
    if layer < network.depth:
        after = layer + 1
        asked = f"(delta{after} @ W{after}.T)"
        onward = sizes[after]
        shapes = f"{_shape(rows, onward)} @ {_shape(onward, sizes[layer])} -> {here}"
    elif LOSSES[network.loss].partner is not None:
        yield NumpyLine(_named("delta{l} = {a} - y", layer), here, layer)
        return
    else:
        asked, shapes = _named("2 * ({a} - y)", layer), here
    if function == "softmax":
        yield NumpyLine(f"g = {asked}", shapes, layer)
        code = "delta{l} = {a} * (g - (g * {a}).sum(axis=1, keepdims=True))"
        yield NumpyLine(_named(code, layer), here, layer)
        return
    if not _SLOPES[function] and asked.startswith("("):
        asked = asked[1:-1]
    code = f"delta{layer} = {asked}{_named(_SLOPES[function], layer)}"
    yield NumpyLine(code, shapes, layer)


def _gradient(
    layer: int, network: Network, l2: float, rows: int
) -> Iterator[NumpyLine]:
    fan_in, fan_out = network.layer_sizes[layer - 1 : layer + 1]
    penalty = f" + {l2!r} * W{layer}" if l2 else ""
    yield NumpyLine(
        f"dW{layer} = a{layer - 1}.T @ delta{layer} / len(y){penalty}",
        f"{_shape(fan_in, rows)} @ {_shape(rows, fan_out)}",
        layer,
    )
    code = f"db{layer} = delta{layer}.mean(axis=0)"
    yield NumpyLine(code, f"{_shape(rows, fan_out)} -> ({fan_out},)", layer)


def _update(name: str, settings: Hyperparameters) -> Iterator[str]:
    """Yield the lines that update `name`, a layer's weights or biases."""
    rate, epsilon = settings.learning_rate, settings.epsilon
    match settings.optimizer:
        case "sgd":
            yield f"{name} = {name} - {rate!r} * d{name}"
        case "momentum":
            yield f"v{name} = {settings.momentum!r} * v{name} + d{name}"
            yield f"{name} = {name} - {rate!r} * v{name}"
        case "rmsprop":
            yield _average(f"s{name}", settings.decay, f"d{name} ** 2")
            root = f"(np.sqrt(s{name}) + {epsilon!r})"
            yield f"{name} = {name} - {rate!r} * d{name} / {root}"
        case "adam":
            beta1, beta2 = settings.beta1, settings.beta2
            yield _average(f"m{name}", beta1, f"d{name}")
            yield _average(f"s{name}", beta2, f"d{name} ** 2")
            mean = f"m{name} / (1 - {beta1!r} ** t)"
            root = f"(np.sqrt(s{name} / (1 - {beta2!r} ** t)) + {epsilon!r})"
            yield f"{name} = {name} - {rate!r} * ({mean}) / {root}"


def _average(name: str, decay: float, new: str) -> str:
    return f"{name} = {decay!r} * {name} + (1 - {decay!r}) * {new}"


def _named(code: str, layer: int) -> str:
    return code.format(z=f"z{layer}", a=f"a{layer}", l=layer)


def _shape(rows: int, columns: int) -> str:
    return f"({rows}, {columns})"
