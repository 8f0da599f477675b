"""Classes and numbers that a network has to answer."""

import numpy as np
import pytest

from bpviz.data.dataset import Task
from bpviz.data.outputs import (
    are_few_classes,
    class_outputs,
    number_outputs,
    one_hot,
)


def test_one_hot() -> None:
    assert one_hot(np.array([2, 0]), 3).tolist() == [[0, 0, 1], [1, 0, 0]]


def test_two_classes_share_an_output() -> None:
    outputs = class_outputs(np.array(["yes", "no", "yes"]), "paid")
    assert outputs.targets.tolist() == [[1], [0], [1]]
    assert outputs.names == ("paid = yes",)
    assert outputs.class_names == ("no", "yes")
    assert outputs.task is Task.CLASSIFICATION


def test_two_classes_have_an_output_each_when_asked() -> None:
    outputs = class_outputs(np.array([7, 3]), "digit", one_each=True)
    assert outputs.targets.tolist() == [[0, 1], [1, 0]]
    assert outputs.names == outputs.class_names == ("3", "7")


def test_classes_are_in_the_order_of_their_values() -> None:
    outputs = class_outputs(np.array([10.0, 2.0, 1.0, 2.0]), "y")
    assert outputs.class_names == ("1", "2", "10")
    assert outputs.labels is not None
    assert outputs.labels.tolist() == [2, 1, 0, 1]


def test_samples_take_their_rows() -> None:
    outputs = number_outputs(np.arange(6.0).reshape(3, 2), ("a", "b"))
    samples = outputs.samples(np.zeros((2, 1)), np.array([2, 0]))
    assert samples.targets.tolist() == [[4, 5], [0, 1]]
    assert samples.labels is None


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([0, 1, 1, 0], True),
        ([1, 2, 3, 1, 2, 3], True),
        ([0, 1, 4, 9, 16], False),  # every one different: squares, not classes
        ([0.5, 1, 0.5, 1], False),
        ([3, 3, 3], False),
        ([*range(21), *range(21)], False),
    ],
)
def test_what_looks_like_classes(values: list[float], expected: bool) -> None:
    assert are_few_classes(np.array(values, dtype=float), 20) is expected
