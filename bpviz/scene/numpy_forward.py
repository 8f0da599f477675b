"""The forward pass in lines of NumPy."""

from collections.abc import Iterator

from bpviz.nn.activations import LEAK
from bpviz.nn.network import Network
from bpviz.scene.numpy_line import Dialect, NumpyLine

# {z} and {a} become the layer's names, {axis} that of its nodes. Where an exponent
# could overflow, the largest is subtracted first, as the network does.
_ACTIVATIONS = {
    "identity": ("{a} = {z}",),
    "sigmoid": ("{a} = 1 / (1 + np.exp(-{z}))",),
    "tanh": ("{a} = np.tanh({z})",),
    "relu": ("{a} = np.maximum({z}, 0)",),
    "leaky_relu": (f"{{a}} = np.maximum({{z}}, {LEAK} * {{z}})",),
    "softplus": ("{a} = np.logaddexp({z}, 0)",),
    "softmax": (
        "e = np.exp({z} - {z}.max(axis={axis}, keepdims=True))",
        "{a} = e / e.sum(axis={axis}, keepdims=True)",
    ),
}

# The cross-entropies in z, where they are finite however wrong the answer is.
_LOSSES = {
    "squared_error": "loss = (({a} - y) ** 2).sum(axis={axis}).mean()",
    "binary_cross_entropy": (
        "loss = (np.logaddexp({z}, 0) - y * {z}).sum(axis={axis}).mean()"
    ),
    "softmax_cross_entropy": (
        "loss = (y * (np.logaddexp.reduce({z}, axis={axis}, keepdims=True) - {z}))"
        ".sum(axis={axis}).mean()"
    ),
}


def load_line(network: Network, dialect: Dialect) -> NumpyLine:
    """Return the line that takes the batch's samples from the data."""
    sizes = network.layer_sizes
    turn = "" if dialect.is_rows else ".T"
    code = f"a0, y = X[batch]{turn}, Y[batch]{turn}"
    return NumpyLine(code, f"{dialect.values(sizes[0])}, {dialect.values(sizes[-1])}")


def sum_line(layer: int, network: Network, dialect: Dialect) -> NumpyLine:
    """Return the line that computes a layer's z."""
    fan_in, fan_out = network.layer_sizes[layer - 1 : layer + 1]
    product = dialect.product(f"a{layer - 1}", f"W{layer}")
    shapes = dialect.product(dialect.values(fan_in), dialect.matrix(fan_in, fan_out))
    return NumpyLine(
        f"z{layer} = {product} + b{layer}",
        f"{shapes} + {dialect.biases(fan_out)}",
        layer,
    )


def activation_lines(
    layer: int, network: Network, dialect: Dialect
) -> Iterator[NumpyLine]:
    """Yield the lines that compute a layer's a."""
    shape = dialect.values(network.layer_sizes[layer])
    for code in _ACTIVATIONS[network.activations[layer - 1]]:
        yield NumpyLine(_named(code, layer, dialect), shape, layer)


def loss_line(network: Network, dialect: Dialect) -> NumpyLine:
    """Return the line that computes the batch's loss."""
    code = _named(_LOSSES[network.loss], network.depth, dialect)
    return NumpyLine(code, f"{dialect.values(network.layer_sizes[-1])} -> ()")


def _named(code: str, layer: int, dialect: Dialect) -> str:
    return code.format(z=f"z{layer}", a=f"a{layer}", axis=dialect.nodes_axis)
