"""What is measured: networks in training, those who train them, and the budgets."""

from dataclasses import dataclass, replace

from bpviz.app.bench.budgets import Budget
from bpviz.app.bench.entrants import (
    ALL_THREADS,
    DIGITS,
    FIFTH,
    FIRST,
    FOURTH,
    LOOP,
    PYTORCH,
    SOFTMAX_INSTEAD,
    Entrant,
    bpviz,
    digits,
    pytorch,
    scikit_learn,
    single_samples,
    third_article,
)
from bpviz.app.bench.fifth_article import FifthArticle
from bpviz.app.bench.first_article import FirstArticle
from bpviz.app.bench.fourth_article import FourthArticle
from bpviz.app.bench.plain_loop import PlainLoop
from bpviz.data.order import BatchOrder
from bpviz.nn.initialisation import Initialisation
from bpviz.nn.optimizers import Hyperparameters
from bpviz.training.experiment import Experiment
from bpviz.training.presets import preset


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A network in training and those who train it.

    The first entrant is bpviz in the precision of the experiment: the one that all
    others are compared with.
    """

    key: str
    experiment: Experiment
    entrants: tuple[Entrant, ...]
    budgets: tuple[Budget, ...]


def _a() -> Case:
    """Fourth article: 2-100-400-1, one sample at a time."""
    return Case(
        key="a",
        experiment=preset("quadratic").experiment,
        entrants=(
            bpviz("float64", 9000),
            bpviz("float32", 12000),
            single_samples(FOURTH, FourthArticle, 1800),
            scikit_learn("float64", 900),
            pytorch("float64", 750),
        ),
        budgets=(
            Budget("a naive NumPy loop", 4.5, (FOURTH,)),
            Budget("PyTorch eager", 12.0, (PYTORCH,)),
        ),
    )


def _b() -> Case:
    """First article's network with the fifth's sizes, one sample at a time."""
    experiment = preset("mnist-sigmoid").experiment
    return Case(
        key="b",
        experiment=replace(experiment, layer_sizes=(784, 30, 10)),
        entrants=(
            bpviz("float32", 24000),
            bpviz("float64", 18000),
            single_samples(LOOP, PlainLoop, 4800),
            single_samples(FIRST, FirstArticle, 2400),
            scikit_learn("float32", 1200, SOFTMAX_INSTEAD),
            pytorch("float32", 900),
        ),
        budgets=(
            Budget("a naive NumPy loop", 4.5, (LOOP, FIRST)),
            Budget("PyTorch eager", 12.0, (PYTORCH,)),
        ),
    )


def _c() -> Case:
    """Third article's TwoLayerNet, batches of 100 drawn at random."""
    return Case(
        key="c",
        experiment=preset("mnist-relu").experiment,
        entrants=(
            bpviz("float32", 76800),
            bpviz("float64", 51200),
            third_article("float64", 25600),
            third_article("float32", 38400),
            scikit_learn("float32", 38400),
            pytorch("float32", 38400),
        ),
        budgets=(
            Budget("PyTorch eager at one thread", 2.0, (PYTORCH,), threads=1),
            Budget("PyTorch eager at its best", 1.7, (PYTORCH,)),
            Budget("one-thread sgemm peak", 0.60),
            Budget("one-thread sgemm peak", 0.70, is_stretch=True),
        ),
    )


def _d() -> Case:
    """Fifth article's Network([784, 30, 10]), batches of 10."""
    return Case(
        key="d",
        experiment=preset("mnist-minibatch").experiment,
        entrants=(
            bpviz("float32", 64000),
            bpviz("float64", 51200),
            single_samples(LOOP, PlainLoop, 5120),
            single_samples(FIFTH, FifthArticle, 2560),
            scikit_learn("float32", 12800, SOFTMAX_INSTEAD),
            pytorch("float32", 6400),
        ),
        budgets=(
            Budget("a per-sample loop over the batch", 12.0, (LOOP, FIFTH)),
            Budget("PyTorch eager", 8.0, (PYTORCH,)),
        ),
    )


def _e() -> Case:
    """Third article's kind of network, larger: 784-256-128-10, batches of 128."""
    experiment = replace(
        preset("mnist-relu").experiment,
        layer_sizes=(784, 256, 128, 10),
        activations=("relu", "relu", "softmax"),
        batch_size=128,
        batch_order=BatchOrder.SHUFFLED,
        initialisation=Initialisation("he"),
    )
    return Case(
        key="e",
        experiment=experiment,
        entrants=(
            bpviz("float32", 19200),
            bpviz("float64", 10240),
            third_article("float64", 7680),
            third_article("float32", 12800),
            scikit_learn("float32", 12800),
            pytorch("float32", 12800),
        ),
        budgets=(
            Budget("PyTorch eager at one thread", 1.2, (PYTORCH,), threads=1),
            Budget("one-thread sgemm peak", 0.85),
        ),
    )


def _f() -> Case:
    """neural-network-digits' own network and settings."""
    experiment = replace(
        preset("mnist-relu").experiment,
        layer_sizes=(784, 64, 32, 10),
        activations=("relu", "relu", "softmax"),
        hyperparameters=Hyperparameters(
            optimizer="momentum", learning_rate=0.05, momentum=0.9, l2=1e-4
        ),
        batch_size=32,
        batch_order=BatchOrder.SHUFFLED,
        initialisation=Initialisation("he"),
    )
    return Case(
        key="f",
        experiment=experiment,
        entrants=(bpviz("float32", 38400), bpviz("float64", 25600), digits(25600)),
        budgets=(
            Budget(f"{DIGITS} as shipped", 2.0, (DIGITS,), threads=ALL_THREADS),
            Budget(f"{DIGITS} at one thread", 1.2, (DIGITS,), threads=1),
        ),
    )


CASES = (_a(), _b(), _c(), _d(), _e(), _f())
