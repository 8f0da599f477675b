"""Single samples, small enough to follow with pencil and paper."""

import numpy as np

from bpviz.data.dataset import Dataset, Picture, Samples, Task
from bpviz.data.probes import CURVE_POINTS
from bpviz.messages import QT_TRANSLATE_NOOP

CHAIN_TITLE = QT_TRANSLATE_NOOP("Datasets", "One sample for a chain of nodes")
MAZUR_TITLE = QT_TRANSLATE_NOOP("Datasets", "Matt Mazur's worked example")


def chain() -> Dataset:
    """Return one sample for a network with one node a layer.

    Neither number is 0 or 1, so that no factor of the chain rule hides.
    """
    x_drawn = np.linspace(-1.0, 2.0, CURVE_POINTS)
    return Dataset(
        key="chain",
        title=CHAIN_TITLE,
        task=Task.REGRESSION,
        picture=Picture.CURVE,
        train=Samples(np.array([[0.5]]), np.array([[0.8]]), None),
        test=None,
        input_names=("x",),
        output_names=("y",),
        probe=x_drawn[:, np.newaxis].copy(),
        probe_axes=(x_drawn,),
    )


def mazur() -> Dataset:
    """Return the one sample of "A Step by Step Backpropagation Example".

    https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/
    """
    return Dataset(
        key="mazur",
        title=MAZUR_TITLE,
        task=Task.REGRESSION,
        picture=Picture.TABLE,
        train=Samples(np.array([[0.05, 0.10]]), np.array([[0.01, 0.99]]), None),
        test=None,
        input_names=("i1", "i2"),
        output_names=("o1", "o2"),
    )
