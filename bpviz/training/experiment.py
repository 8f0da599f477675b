"""An experiment: everything that determines a run, checked once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import isfinite
from typing import Any, Literal

import numpy as np

from bpviz.data.order import BatchOrder
from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.initialisation import Initialisation
from bpviz.nn.network import Network
from bpviz.nn.optimizers import Hyperparameters

DtypeName = Literal["float64", "float32"]

ALL_SAMPLES = 0
"""The batch size that means: all samples of the training data at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataChoice:
    """Which data set.

    Attributes
    ----------
    key : str
        A key of the catalog of data sets; ``file`` for data of one's own.
    seed : int
        For the data sets that are drawn, and for the split of one's own data.
    path : str or None
        Where one's own data lies.
    """

    key: str
    seed: int = 0
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """Everything that determines a run.

    The same experiment gives the same numbers, bit for bit, on the same machine.

    Attributes
    ----------
    preset : str
        Key of the preset it started from.
    data : DataChoice
        The data set.
    layer_sizes, activations, loss
        The network; see `Network`.
    hyperparameters : Hyperparameters
        The optimizer and its numbers at the start.
    batch_size : int
        Samples per update; `ALL_SAMPLES` for all.
    batch_order : BatchOrder
        In which order samples come.
    initialisation : Initialisation
        How the first parameters are drawn.
    seed : int
        For the first parameters and for the order of samples.
    dtype : str
        Precision of every number.
    epochs : int
        How long a run is meant to take; the window goes on past it when asked.
    updates : int
        The same counted in updates, where that is how it is meant; else 0.

    Raises
    ------
    InputError
        If a value makes no sense.
    """

    preset: str
    data: DataChoice
    layer_sizes: tuple[int, ...]
    activations: tuple[str, ...]
    loss: str
    hyperparameters: Hyperparameters = field(default_factory=Hyperparameters)
    batch_size: int = 1
    batch_order: BatchOrder = BatchOrder.SHUFFLED
    initialisation: Initialisation = field(default_factory=Initialisation)
    seed: int = 0
    dtype: DtypeName = "float64"
    epochs: int = 10
    updates: int = 0

    def __post_init__(self) -> None:
        self.network  # noqa: B018 - building it checks it
        for problem in self._problems():
            raise problem

    @property
    def network(self) -> Network:
        """The network without its parameters."""
        return Network(self.layer_sizes, self.activations, self.loss)

    @property
    def float_type(self) -> type[np.floating[Any]]:
        """NumPy's type for `dtype`."""
        return np.float32 if self.dtype == "float32" else np.float64

    def _problems(self) -> Iterator[InputError]:
        settings = self.hyperparameters
        # name, value, lowest allowed, whether the lowest itself is allowed, highest
        ranges: tuple[tuple[str, float, float, bool, float], ...] = (
            ("learning_rate", settings.learning_rate, 0, False, float("inf")),
            ("momentum", settings.momentum, 0, True, 1),
            ("decay", settings.decay, 0, True, 1),
            ("beta1", settings.beta1, 0, True, 1),
            ("beta2", settings.beta2, 0, True, 1),
            ("epsilon", settings.epsilon, 0, False, float("inf")),
            ("l2", settings.l2, 0, True, float("inf")),
            ("batch_size", self.batch_size, ALL_SAMPLES, True, float("inf")),
            ("epochs", self.epochs, 1, True, float("inf")),
            ("updates", self.updates, 0, True, float("inf")),
            ("seed", self.seed, 0, True, float("inf")),
            ("data_seed", self.data.seed, 0, True, 2**32),
        )
        for name, value, lowest, inclusive, highest in ranges:
            # Comparisons that are all False for nan; whole numbers may be of any size.
            is_high = lowest <= value if inclusive else lowest < value
            if not (is_high and value < highest):
                yield InputError(
                    QT_TRANSLATE_NOOP(
                        "Errors", "{name} must be {allowed}; got {value}."
                    ),
                    name=name,
                    allowed=_allowed(lowest, inclusive, highest),
                    value=value,
                )
        if not isfinite(self.initialisation.scale):
            yield InputError(
                QT_TRANSLATE_NOOP("Errors", "{name} must be finite; got {value}."),
                name="init_scale",
                value=self.initialisation.scale,
            )


def _allowed(lowest: float, inclusive: bool, highest: float) -> str:
    words = f"{'>=' if inclusive else '>'} {lowest}"
    return words if highest == float("inf") else f"{words}, < {highest}"
