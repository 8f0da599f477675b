"""What a network has to answer: the numbers or the classes of every sample."""

from dataclasses import dataclass

import numpy as np

from bpviz.data.dataset import AnyArray, Samples, Task
from bpviz.nn.arrays import Array, IntArray

Rows = IntArray | slice

MOST_NUMBERED_CLASSES = 20
"""More different whole numbers than this are a quantity, such as an age."""


@dataclass(frozen=True, slots=True, eq=False)
class Outputs:
    """The answers for some samples and their names.

    Parameters
    ----------
    targets : ndarray of float64 of shape (samples, outputs)
        What the network should answer.
    labels : ndarray of int64 of shape (samples,), optional
        The class of each sample; none for regression.
    names : tuple of str
        One an output.
    class_names : tuple of str
        One a class; empty for regression.
    """

    targets: Array
    labels: IntArray | None
    names: tuple[str, ...]
    class_names: tuple[str, ...] = ()

    @property
    def task(self) -> Task:
        """What is learned."""
        return Task.REGRESSION if self.labels is None else Task.CLASSIFICATION

    def samples(
        self,
        inputs: AnyArray,
        rows: Rows,
        input_scale: float | Array = 1.0,
        input_offset: float | Array = 0.0,
    ) -> Samples:
        """Return `inputs` together with the answers in `rows`."""
        labels = None if self.labels is None else self.labels[rows].copy()
        targets = self.targets[rows].copy()
        return Samples(inputs, targets, labels, input_scale, input_offset)


def number_outputs(targets: Array, names: tuple[str, ...]) -> Outputs:
    """Return `targets` of shape (samples, outputs) as numbers to be hit."""
    return Outputs(targets, None, names)


def class_outputs(values: AnyArray, name: str, *, one_each: bool = False) -> Outputs:
    """Return the classes that `values` of shape (samples,) tell apart.

    Classes are in the order of their values. Two of them share one output, which
    should be 1 for the second; more, or two with `one_each`, have one output each.
    """
    classes, positions = np.unique(values, return_inverse=True)
    labels = positions.astype(np.int64).reshape(-1)
    class_names = tuple(_class_name(value) for value in classes.tolist())
    if len(classes) == 2 and not one_each:
        second = f"{name} = {class_names[1]}"
        targets = labels[:, np.newaxis].astype(np.float64)
        return Outputs(targets, labels, (second,), class_names)
    return Outputs(one_hot(labels, len(classes)), labels, class_names, class_names)


def one_hot(labels: IntArray, class_count: int) -> Array:
    """Return 1 in the column of each sample's class and 0 elsewhere.

    Returns
    -------
    ndarray of float64 of shape (samples, class_count)
    """
    return np.eye(class_count)[labels]


def are_few_classes(values: Array, most: int) -> bool:
    """Tell whether numbers look like classes and not like a quantity.

    They do if they are whole, between two and `most` different ones, and each
    comes twice or more on average.
    """
    if np.any(values != np.floor(values)):
        return False
    different = len(np.unique(values))
    return 2 <= different <= most and 2 * different <= len(values)


def _class_name(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
