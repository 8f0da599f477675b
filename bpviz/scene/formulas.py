r"""The formula of every operation in LaTeX, in both notations, with where it is from.

Layers count from 1 and stand as exponents in brackets. `i` counts samples, `k`
outputs, `n` is the number of samples in the batch.
"""

from dataclasses import dataclass

from bpviz.nn.activations import LEAK
from bpviz.nn.losses import LOSSES
from bpviz.nn.network import Network
from bpviz.nn.optimizers import Hyperparameters
from bpviz.scene.notation import Notation
from bpviz.training.steps import Operation, OperationKind

_NIELSEN = "Nielsen, Neural Networks and Deep Learning, chapter 2"
_RUMELHART = "Rumelhart, Hinton and Williams, Nature 323, 1986"


@dataclass(frozen=True, slots=True)
class Formula:
    """What an operation computes.

    Attributes
    ----------
    lines : tuple of str
        LaTeX, in the words of `bpviz.scene.latex_text`.
    source : str
        Where it can be read; empty where there is nothing to be looked up.
    """

    lines: tuple[str, ...]
    source: str = ""


FUNCTIONS = {
    "identity": "",
    "sigmoid": r"\sigma",
    "tanh": r"\tanh",
    "relu": r"\operatorname{ReLU}",
    "leaky_relu": r"\operatorname{LReLU}",
    "softplus": r"\operatorname{softplus}",
    "softmax": r"\operatorname{softmax}",
}
"""How each activation is called in a formula; the identity is not called at all."""

_DEFINITIONS = {
    "sigmoid": r"\sigma(z) = \frac{1}{1 + e^{{-}z}}",
    "tanh": r"\tanh(z) = \frac{e^{z} - e^{{-}z}}{e^{z} + e^{{-}z}}",
    "relu": r"\operatorname{ReLU}(z) = \max(z, 0)",
    "leaky_relu": rf"\operatorname{{LReLU}}(z) = \max(z, {LEAK} z)",
    "softplus": r"\operatorname{softplus}(z) = \ln(1 + e^{z})",
    "softmax": r"\operatorname{softmax}(z)_{k} = \frac{e^{z_{k}}}{\sum_{j} e^{z_{j}}}",
}

_SLOPES = {
    "sigmoid": r"\sigma^{\prime}(z) = a \odot (1 - a)",
    "tanh": r"\tanh^{\prime}(z) = 1 - a^{2}",
    "relu": (
        r"\operatorname{ReLU}^{\prime}(z) = "
        r"\begin{cases} 1 & z > 0 \\ 0 & z \leq 0 \end{cases}"
    ),
    "leaky_relu": (
        r"\operatorname{LReLU}^{\prime}(z) = "
        rf"\begin{{cases}} 1 & z > 0 \\ {LEAK} & z \leq 0 \end{{cases}}"
    ),
    "softplus": r"\operatorname{softplus}^{\prime}(z) = \sigma(z)",
}

_FUNCTION_SOURCES = {
    "identity": "",
    "sigmoid": _NIELSEN.replace("2", "1"),
    "tanh": "LeCun, Bottou, Orr and Müller, Efficient BackProp, 1998",
    "relu": "Nair and Hinton, ICML 2010",
    "leaky_relu": "Maas, Hannun and Ng, ICML 2013",
    "softplus": "Dugas and others, NIPS 2000",
    "softmax": "Bridle, NIPS 1989",
}

# The second index is the output in both notations' words: a_ik is sample i, output k.
_LOSSES = {
    "squared_error": (
        r"L = \frac{1}{n} \sum_{i} \sum_{k} (%(a)s - %(y)s)^{2}",
        _RUMELHART,
    ),
    "binary_cross_entropy": (
        r"L = {-}\frac{1}{n} \sum_{i} \sum_{k} [ %(y)s \ln %(a)s "
        r"+ (1 - %(y)s) \ln(1 - %(a)s) ]",
        _NIELSEN.replace("2", "3"),
    ),
    "softmax_cross_entropy": (
        r"L = {-}\frac{1}{n} \sum_{i} \sum_{k} %(y)s \ln %(a)s",
        _NIELSEN.replace("2", "3"),
    ),
}

_GRADIENT = r"\frac{\partial L}{\partial %s}"
_UPDATES = {
    "sgd": (
        (
            r"W \leftarrow W - \eta " + _GRADIENT % "W",
            r"b \leftarrow b - \eta " + _GRADIENT % "b",
        ),
        _RUMELHART,
    ),
    "momentum": (
        (
            r"v \leftarrow \mu v + " + _GRADIENT % "W",
            r"W \leftarrow W - \eta v",
        ),
        "Polyak, 1964; Sutskever and others, ICML 2013",
    ),
    "rmsprop": (
        (
            r"g = " + _GRADIENT % "W",
            r"s \leftarrow \rho s + (1 - \rho) g^{2}",
            r"W \leftarrow W - \eta \frac{g}{\sqrt{s} + \epsilon}",
        ),
        "Hinton, Neural Networks for Machine Learning, lecture 6e, 2012",
    ),
    "adam": (
        (
            r"g = " + _GRADIENT % "W",
            r"m \leftarrow \beta_{1} m + (1 - \beta_{1}) g",
            r"s \leftarrow \beta_{2} s + (1 - \beta_{2}) g^{2}",
            r"W \leftarrow W - \eta "
            r"\frac{m / (1 - \beta_{1}^{t})}"
            r"{\sqrt{s / (1 - \beta_{2}^{t})} + \epsilon}",
        ),
        "Kingma and Ba, ICLR 2015, algorithm 1",
    ),
}


def formula_of(
    operation: Operation,
    network: Network,
    settings: Hyperparameters,
    notation: Notation,
) -> Formula:
    """Return what `operation` computes.

    Parameters
    ----------
    settings : Hyperparameters
        Of the update: they name the optimizer, and whether there is a penalty.
    """
    layer = operation.layer
    match operation.kind:
        case OperationKind.LOAD:
            return Formula((f"{_of('a', 0)} = x",))
        case OperationKind.PRE_ACTIVATION:
            product = _product(_of("a", layer - 1), _of("W", layer), notation)
            line = f"{_of('z', layer)} = {product} + {_of('b', layer)}"
            return Formula((line,), _NIELSEN)
        case OperationKind.ACTIVATION:
            return _activation(layer, network)
        case OperationKind.LOSS:
            template, source = _LOSSES[network.loss]
            places = "ik" if notation is Notation.ROWS else "ki"
            line = template % {"a": f"a_{{{places}}}", "y": f"y_{{{places}}}"}
            return Formula((line,), source)
        case OperationKind.DELTA:
            return _delta(layer, network, notation)
        case OperationKind.GRADIENT:
            return _gradient(layer, settings.l2, notation)
        case OperationKind.UPDATE:
            return Formula(*_UPDATES[settings.optimizer])


def _activation(layer: int, network: Network) -> Formula:
    function = network.activations[layer - 1]
    a, z = _of("a", layer), _of("z", layer)
    if function == "identity":
        return Formula((f"{a} = {z}",))
    lines = (f"{a} = {FUNCTIONS[function]}({z})", _DEFINITIONS[function])
    return Formula(lines, _FUNCTION_SOURCES[function])


def _delta(layer: int, network: Network, notation: Notation) -> Formula:
    delta, function = _of(r"\delta", layer), network.activations[layer - 1]
    a = _of("a", layer)
    if layer == network.depth:
        source = f"{_NIELSEN}, BP1"
        if LOSSES[network.loss].partner is not None:
            return Formula((f"{delta} = {a} - y",), f"{_NIELSEN[:-1]}3")
        asked = f"2 ({a} - y)"
        if function == "softmax":
            line = rf"{delta} = {a} \odot (g - \sum_{{k}} g_{{k}} a_{{k}})"
            return Formula((f"g = {asked}", line), source)
    else:
        source = f"{_NIELSEN}, BP2"
        back = f"W^{{({layer + 1})\\mathsf{{T}}}}"
        asked = _product(_of(r"\delta", layer + 1), back, notation)
    if function == "identity":
        return Formula((f"{delta} = {asked}",), source)
    if layer < network.depth:
        asked = f"({asked})"
    slope = rf"{FUNCTIONS[function]}^{{\prime}}({_of('z', layer)})"
    return Formula((rf"{delta} = {asked} \odot {slope}", _SLOPES[function]), source)


def _gradient(layer: int, l2: float, notation: Notation) -> Formula:
    weights, biases = _of("W", layer), _of("b", layer)
    ingoing = f"a^{{({layer - 1})\\mathsf{{T}}}}"
    delta = _of(r"\delta", layer)
    # Rows: a^T delta; columns: delta a^T.
    product = _product(ingoing, delta, notation)
    penalty = rf" + \lambda {weights}" if l2 else ""
    lines = (
        rf"{_GRADIENT % weights} = \frac{{1}}{{n}} {product}{penalty}",
        rf"{_GRADIENT % biases} = \frac{{1}}{{n}} \sum_{{i}} "
        rf"\delta_{{i}}^{{({layer})}}",
    )
    return Formula(lines, f"{_NIELSEN}, BP3, BP4")


def _product(data: str, other: str, notation: Notation) -> str:
    """Join two matrices: what runs through the rows stands first, or last."""
    first, last = (data, other) if notation is Notation.ROWS else (other, data)
    return f"{first} {last}"


def _of(symbol: str, layer: int) -> str:
    return f"{symbol}^{{({layer})}}"
