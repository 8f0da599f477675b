"""Who takes part in a benchmark, and how much work each one is given.

The amounts of work are fixed, so that a measurement is the same work everywhere;
they are chosen to take about a quarter of a second each on an ordinary machine.
"""

from collections.abc import Callable
from dataclasses import dataclass

from bpviz.app.bench.bpviz_engine import BpvizEngine
from bpviz.app.bench.neural_network_digits import NeuralNetworkDigits
from bpviz.app.bench.pytorch import PyTorch
from bpviz.app.bench.scikit_learn import ScikitLearn
from bpviz.app.bench.setting import Contestant, Setting
from bpviz.app.bench.third_article import ThirdArticle
from bpviz.training.experiment import DtypeName

BPVIZ = "bpviz"
PYTORCH = "PyTorch eager"
SCIKIT_LEARN = "scikit-learn"
DIGITS = "neural-network-digits"
FIRST = "first article"
THIRD = "third article"
FOURTH = "fourth article"
FIFTH = "fifth article"
LOOP = "plain NumPy loop"

SOFTMAX_INSTEAD = "softmax and cross-entropy instead of sigmoid and squared error"

ALL_THREADS = 1 << 16
"""As many BLAS threads as there are processors: what a program gets unasked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrant:
    """A contestant's entry in a case.

    Attributes
    ----------
    name : str
        For people.
    build : callable
        Makes the contestant, in a precision.
    dtype : str
        That precision.
    samples : int
        How many samples it trains on in one measurement of full length.
    threads : int
        BLAS threads that it can use at most; it is measured at one as well.
    package : str or None
        What must be installed besides bpviz's own dependencies: name to import.
    exception : str
        Where it does not do the same mathematics as bpviz: what it does instead.
    """

    name: str
    build: Callable[[Setting, DtypeName], Contestant]
    dtype: DtypeName
    samples: int
    threads: int = 1
    package: str | None = None
    exception: str = ""


def bpviz(dtype: DtypeName, samples: int) -> Entrant:
    """Return bpviz itself."""
    return Entrant(name=BPVIZ, build=BpvizEngine, dtype=dtype, samples=samples)


def pytorch(dtype: DtypeName, samples: int) -> Entrant:
    """Return PyTorch."""
    return Entrant(
        name=PYTORCH,
        build=PyTorch,
        dtype=dtype,
        samples=samples,
        threads=2,
        package="torch",
    )


def scikit_learn(dtype: DtypeName, samples: int, exception: str = "") -> Entrant:
    """Return scikit-learn."""
    return Entrant(
        name=SCIKIT_LEARN,
        build=ScikitLearn,
        dtype=dtype,
        samples=samples,
        threads=2,
        package="sklearn",
        exception=exception,
    )


def third_article(dtype: DtypeName, samples: int) -> Entrant:
    """Return the third article's layer objects."""
    return Entrant(
        name=THIRD, build=ThirdArticle, dtype=dtype, samples=samples, threads=2
    )


def single_samples(
    name: str, build: Callable[[Setting, DtypeName], Contestant], samples: int
) -> Entrant:
    """Return a loop over single samples, in the precision that NumPy has unasked."""
    return Entrant(name=name, build=build, dtype="float64", samples=samples)


def digits(samples: int) -> Entrant:
    """Return neural-network-digits, with the threads that it has unasked."""
    return Entrant(
        name=DIGITS,
        build=NeuralNetworkDigits,
        dtype="float32",
        samples=samples,
        threads=ALL_THREADS,
        package="nn_digits",
    )
