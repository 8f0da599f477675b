"""The backward pass in lines of NumPy, right or with a fault in it."""

from collections.abc import Iterator

from bpviz.nn.activations import LEAK
from bpviz.nn.faults import Fault
from bpviz.nn.losses import LOSSES
from bpviz.nn.network import Network
from bpviz.scene.numpy_line import Dialect, NumpyLine

_SLOPES = {
    "identity": "",
    "sigmoid": " * {a} * (1 - {a})",
    "tanh": " * (1 - {a}) * (1 + {a})",
    "relu": " * ({z} > 0)",
    "leaky_relu": f" * np.where({{z}} > 0, 1, {LEAK})",
    "softplus": " / (1 + np.exp(-{z}))",
}


def delta_lines(
    layer: int, network: Network, fault: Fault | None, dialect: Dialect
) -> Iterator[NumpyLine]:
    """Yield the lines that compute a layer's deltas, those of the loss or the next."""
    function = network.activations[layer - 1]
    is_last = layer == network.depth
    here = dialect.values(network.layer_sizes[layer])
    if is_last and LOSSES[network.loss].partner is not None:
        yield NumpyLine(f"delta{layer} = a{layer} - y", here, layer)
        return
    asked, shapes = f"2 * (a{layer} - y)", here
    if not is_last:
        asked, shapes = _asked(layer, network, fault, dialect)
    if function == "softmax":
        axis = dialect.nodes_axis
        yield NumpyLine(f"g = {asked}", shapes, layer)
        shared = f"(g * a{layer}).sum(axis={axis}, keepdims=True)"
        yield NumpyLine(f"delta{layer} = a{layer} * (g - {shared})", here, layer)
        return
    slope = _SLOPES[function].format(z=f"z{layer}", a=f"a{layer}")
    if fault is Fault.FORGOTTEN_ACTIVATION_DERIVATIVE and not is_last:
        slope = ""
    if slope and not is_last:
        asked = f"({asked})"
    yield NumpyLine(f"delta{layer} = {asked}{slope}", shapes, layer)


def gradient_lines(
    layer: int, network: Network, l2: float, fault: Fault | None, dialect: Dialect
) -> Iterator[NumpyLine]:
    """Yield the lines that compute the gradients of a layer's weights and biases."""
    fan_in, fan_out = network.layer_sizes[layer - 1 : layer + 1]
    product = dialect.product(f"a{layer - 1}.T", f"delta{layer}")
    shapes = dialect.product(
        dialect.matrix(fan_in, dialect.rows), dialect.values(fan_out)
    )
    weights = f"{product} / {dialect.samples}"
    biases = dialect.mean(f"delta{layer}")
    match fault:
        case Fault.SUM_FOR_MEAN:
            weights, biases = product, biases.replace(".mean(", ".sum(")
        case Fault.FORGOTTEN_BIAS_GRADIENT:
            biases = f"np.zeros_like(b{layer})"
        case Fault.BIAS_UPDATED_PER_WEIGHT:
            biases = f"{fan_in} * {biases}"
        case Fault.LEAKING_GRADIENTS:
            for name, gradient in (("W", weights), ("b", biases)):
                leaked = f"leaked{name}{layer}"
                yield NumpyLine(f"{leaked} = {leaked} + {gradient}", layer=layer)
            weights, biases = f"leakedW{layer}", f"leakedb{layer}"
    penalty = f" + {l2!r} * W{layer}" if l2 else ""
    yield NumpyLine(f"dW{layer} = {weights}{penalty}", shapes, layer)
    shapes = f"{dialect.values(fan_out)} -> {dialect.biases(fan_out)}"
    yield NumpyLine(f"db{layer} = {biases}", shapes, layer)


def _asked(
    layer: int, network: Network, fault: Fault | None, dialect: Dialect
) -> tuple[str, str]:
    """Return what the next layer's deltas ask for, and its shapes."""
    fan_in, fan_out = network.layer_sizes[layer : layer + 2]
    weights = f"W{layer + 1}"
    transposed = f"{weights}.T"
    if fault is Fault.TRANSPOSED_WEIGHTS:
        transposed = f"{weights}.reshape({weights}.shape[::-1])"
        if not dialect.is_rows:
            # The fault is about how (fan_in, fan_out) lies in memory.
            transposed = f"{weights}.T.reshape({weights}.shape).T"
    product = dialect.product(f"delta{layer + 1}", transposed)
    shapes = dialect.product(dialect.values(fan_out), dialect.matrix(fan_out, fan_in))
    return product, f"{shapes} -> {dialect.values(fan_in)}"
