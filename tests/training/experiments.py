"""Small experiments of every kind on data sets that are part of the program."""

from bpviz.data.order import BatchOrder
from bpviz.nn.initialisation import Initialisation
from bpviz.nn.optimizers import Hyperparameters
from bpviz.training.experiment import (
    ALL_SAMPLES,
    DataChoice,
    DtypeName,
    Experiment,
)


def regression(
    batch_size: int,
    order: BatchOrder,
    hyperparameters: Hyperparameters,
    dtype: DtypeName = "float64",
) -> Experiment:
    """Return an experiment on the 30 points of `quadratic`."""
    return Experiment(
        preset="quadratic",
        data=DataChoice(key="quadratic", seed=333),
        layer_sizes=(2, 5, 3, 1),
        activations=("sigmoid", "relu", "identity"),
        loss="squared_error",
        hyperparameters=hyperparameters,
        batch_size=batch_size,
        batch_order=order,
        initialisation=Initialisation("normal", 0.5, "same"),
        seed=3,
        dtype=dtype,
    )


def classification(
    batch_size: int,
    order: BatchOrder,
    hyperparameters: Hyperparameters,
    dtype: DtypeName = "float64",
) -> Experiment:
    """Return an experiment on the 200 points of `xor`, which have a test set too."""
    return Experiment(
        preset="xor",
        data=DataChoice(key="xor", seed=0),
        layer_sizes=(2, 6, 1),
        activations=("tanh", "sigmoid"),
        loss="binary_cross_entropy",
        hyperparameters=hyperparameters,
        batch_size=batch_size,
        batch_order=order,
        initialisation=Initialisation("xavier"),
        seed=4,
        dtype=dtype,
    )


def _single() -> Experiment:
    return Experiment(
        preset="chain",
        data=DataChoice(key="chain"),
        layer_sizes=(1, 1, 1, 1),
        activations=("sigmoid", "sigmoid", "sigmoid"),
        loss="squared_error",
        hyperparameters=Hyperparameters("adam", 0.05),
        batch_size=1,
        batch_order=BatchOrder.IN_ORDER,
        initialisation=Initialisation("uniform", 1.0, "same"),
        seed=4,
    )


_ORDERED, _SHUFFLED, _DRAWN = BatchOrder

EXPERIMENTS: dict[str, Experiment] = {
    "sgd, sample by sample": regression(1, _ORDERED, Hyperparameters("sgd", 0.01)),
    "sgd, partial batches, shuffled": regression(
        7, _SHUFFLED, Hyperparameters("sgd", 0.01)
    ),
    "sgd with l2, float32": regression(
        4, _SHUFFLED, Hyperparameters("sgd", 0.01, l2=0.02), "float32"
    ),
    "sgd, all at once": regression(
        ALL_SAMPLES, _ORDERED, Hyperparameters("sgd", 0.005)
    ),
    "momentum, one batch as large as the data": regression(
        30, _SHUFFLED, Hyperparameters("momentum", 0.002)
    ),
    "adam with l2, drawn": regression(
        8, _DRAWN, Hyperparameters("adam", 0.01, l2=0.001)
    ),
    "momentum, sample by sample, shuffled": regression(
        1, _SHUFFLED, Hyperparameters("momentum", 0.001)
    ),
    "rmsprop, partial batches, float32": classification(
        64, _SHUFFLED, Hyperparameters("rmsprop", 0.01), "float32"
    ),
    "adam, small batches, float32": classification(
        10, _SHUFFLED, Hyperparameters("adam", 0.03), "float32"
    ),
    "adam, one sample is all there is": _single(),
}
"""Every optimizer, order, precision and way in which batches divide an epoch."""
