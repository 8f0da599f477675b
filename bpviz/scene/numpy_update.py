"""The update of the parameters in lines of NumPy, the same in both notations."""

from collections.abc import Iterator

from bpviz.nn.network import Network
from bpviz.nn.optimizers import Hyperparameters
from bpviz.scene.numpy_line import Dialect, NumpyLine


def update_lines(
    network: Network, settings: Hyperparameters, dialect: Dialect
) -> Iterator[NumpyLine]:
    """Yield the lines that update every layer's weights and biases."""
    for layer, (fan_in, fan_out) in enumerate(network.fans(), start=1):
        shapes = {"W": dialect.matrix(fan_in, fan_out), "b": dialect.biases(fan_out)}
        for name, shape in shapes.items():
            for code in _update(f"{name}{layer}", settings):
                yield NumpyLine(code, shape, layer)


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
