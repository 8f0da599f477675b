"""How good the answers are: the share of samples that are classified rightly."""

import numpy as np

from bpviz.nn.arrays import Array, BoolArray, IntArray


def answers(outputs: Array) -> IntArray:
    """Return the class that each row of `outputs` names, shape (rows,).

    With one output, class 1 is meant from 0.5 on; else the largest output wins.
    """
    if outputs.shape[1] == 1:
        return np.asarray(outputs[:, 0] >= 0.5, np.int64)
    return np.asarray(outputs.argmax(axis=1), np.int64)


def right_answers(outputs: Array, labels: IntArray) -> BoolArray:
    """Return which rows name their label, shape (rows,)."""
    right: BoolArray = answers(outputs) == labels
    return right
