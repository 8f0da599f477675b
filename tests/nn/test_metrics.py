"""The class that outputs name."""

import numpy as np

from bpviz.nn.metrics import answers, right_answers


def test_of_several_outputs_the_largest_wins() -> None:
    outputs = np.array([[0.1, 0.7, 0.2], [3.0, -1.0, 2.0], [0.0, 0.0, 1.0]])
    assert answers(outputs).tolist() == [1, 0, 2]
    labels = np.array([1, 2, 2])
    assert right_answers(outputs, labels).tolist() == [True, False, True]


def test_of_equal_outputs_the_first_wins() -> None:
    assert answers(np.array([[0.5, 0.5]])).tolist() == [0]


def test_a_single_output_means_class_1_from_a_half_on() -> None:
    outputs = np.array([[0.0], [0.4999], [0.5], [1.0]])
    assert answers(outputs).tolist() == [0, 0, 1, 1]
    assert answers(outputs).dtype == np.int64
