"""Random experiments with random data, for comparing with independent programs."""

from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from bpviz.data.dataset import Dataset, Picture, Samples, Task
from bpviz.data.order import BatchOrder
from bpviz.nn.activations import ACTIVATIONS
from bpviz.nn.arrays import Array
from bpviz.nn.initialisation import InitialBiases, Initialisation
from bpviz.nn.optimizers import MEMORIES, Hyperparameters
from bpviz.training.experiment import ALL_SAMPLES, DataChoice, Experiment

HIDDEN = tuple(name for name, kind in ACTIVATIONS.items() if not kind.output_only)
OUTPUTS = (
    *((name, "squared_error") for name in ACTIVATIONS),
    ("sigmoid", "binary_cross_entropy"),
    ("softmax", "softmax_cross_entropy"),
)
"""Every output activation with every loss that it can have."""
OPTIMIZERS = tuple(MEMORIES)
BIASES: tuple[InitialBiases, ...] = ("same", "zeros")


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """An experiment and the data that it is about, in float64."""

    experiment: Experiment
    inputs: Array
    targets: Array

    @property
    def dataset(self) -> Dataset:
        """The data as the program takes them."""
        outputs = self.targets.shape[1]
        return Dataset(
            key="random",
            title="",
            task=Task.REGRESSION,
            picture=Picture.TABLE,
            train=Samples(self.inputs.copy(), self.targets.copy(), None),
            test=None,
            input_names=(),
            output_names=tuple(str(output) for output in range(outputs)),
        )


def random_problem(experiment: Experiment, samples: int, seed: int) -> Problem:
    """Return `experiment` with data drawn so that its loss makes sense."""
    rng = np.random.default_rng(seed)
    features, outputs = experiment.layer_sizes[0], experiment.layer_sizes[-1]
    inputs = rng.standard_normal((samples, features))
    match experiment.loss:
        case "squared_error":
            targets = rng.standard_normal((samples, outputs))
        case "binary_cross_entropy":
            targets = rng.integers(2, size=(samples, outputs)).astype(np.float64)
        case _:
            targets = np.eye(outputs)[rng.integers(outputs, size=samples)]
    return Problem(experiment, inputs, targets)


@st.composite
def problems(draw: st.DrawFn, widest: int = 40) -> Problem:
    """Draw networks, losses, optimizers, orders and batch sizes of every kind."""
    depth = draw(st.integers(1, 5), label="depth")
    output, loss = draw(st.sampled_from(OUTPUTS), label="output")
    widths = st.integers(1, widest)
    outputs = st.integers(2 if output == "softmax" else 1, widest)
    samples = draw(st.integers(1, 25), label="samples")
    experiment = Experiment(
        preset="random",
        data=DataChoice(key="random"),
        layer_sizes=(*(draw(widths) for _ in range(depth)), draw(outputs)),
        activations=(
            *(draw(st.sampled_from(HIDDEN)) for _ in range(depth - 1)),
            output,
        ),
        loss=loss,
        hyperparameters=draw(hyperparameters()),
        batch_size=draw(st.integers(ALL_SAMPLES, samples), label="batch size"),
        batch_order=draw(st.sampled_from(BatchOrder)),
        initialisation=draw(initialisations()),
        seed=draw(st.integers(0, 2**32)),
    )
    return random_problem(experiment, samples, draw(st.integers(0, 2**32)))


@st.composite
def initialisations(draw: st.DrawFn) -> Initialisation:
    """Draw first parameters that leave most nodes of the widest layers unsaturated."""
    biases = draw(st.sampled_from(BIASES))
    return draw(
        st.sampled_from(
            [
                Initialisation("normal", 0.1, biases),
                Initialisation("uniform", 0.3, biases),
                Initialisation("xavier", 1.0, biases),
                Initialisation("he", 0.7, biases),
            ]
        )
    )


@st.composite
def hyperparameters(draw: st.DrawFn) -> Hyperparameters:
    """Draw an optimizer and numbers with which it does not run wild.

    With a short memory, rmsprop and adam come to w - learning_rate * sign(g): that
    makes much of any rounding where g is small.
    """
    return Hyperparameters(
        optimizer=draw(st.sampled_from(OPTIMIZERS)),
        learning_rate=draw(st.floats(1e-4, 0.01)),
        momentum=draw(st.floats(0.0, 0.9)),
        decay=draw(st.floats(0.8, 0.99)),
        beta1=draw(st.floats(0.0, 0.9)),
        beta2=draw(st.floats(0.9, 0.9999)),
        epsilon=draw(st.floats(1e-8, 1e-3)),
        l2=draw(st.just(0.0) | st.floats(1e-4, 0.1)),
    )
