"""Traces of real updates, one after another."""

from collections.abc import Iterator

from bpviz.data.catalog import load_dataset
from bpviz.nn.trace import BackpropTrace
from bpviz.training.engine import Engine
from bpviz.training.experiment import Experiment


def engine_of(experiment: Experiment) -> Engine:
    """Return the engine of an experiment on data of the program's own."""
    return Engine(experiment, load_dataset(experiment.data.key, experiment.data.seed))


def traces_of(experiment: Experiment, count: int) -> Iterator[BackpropTrace]:
    """Yield the traces of the first `count` updates."""
    engine = engine_of(experiment)
    for _ in range(count):
        yield engine.trace()
