"""How good the network is on whole data sets, found out in slices of time."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bpviz.data.dataset import Dataset, Samples
from bpviz.nn.backprop import quiet, with_ones
from bpviz.nn.metrics import right_answers
from bpviz.training.curve_points import Evaluation
from bpviz.training.engine import Engine

CHUNK_ROWS = 1000


@dataclass(slots=True)
class _Score:
    """Sums over the samples seen so far."""

    loss: float = 0.0
    right: int = 0


class Evaluator:
    """Evaluates an engine's network as it stands, some samples at a time.

    Parameters
    ----------
    engine : Engine
        Must not make an update until `advance` has returned an evaluation.
    dataset : Dataset
        Train and test samples to answer.
    """

    def __init__(self, engine: Engine, dataset: Dataset) -> None:
        self._engine = engine
        self._dataset = dataset
        self._update = engine.updates
        self._train, self._test = _Score(), _Score()
        self._chunks = self._go_through()

    def advance(self) -> Evaluation | None:
        """Answer one more chunk of samples; return the result after the last."""
        with quiet():
            if next(self._chunks, None) is not None:
                return None
        test = self._dataset.test
        train_loss, train_accuracy = _means(self._train, self._dataset.train)
        test_loss, test_accuracy = (
            (None, None) if test is None else _means(self._test, test)
        )
        return Evaluation(
            update=self._update,
            epoch=self._update // self._engine.updates_per_epoch,
            train_loss=train_loss,
            test_loss=test_loss,
            train_accuracy=train_accuracy,
            test_accuracy=test_accuracy,
        )

    def _go_through(self) -> Iterator[int]:
        yield from self._score(self._dataset.train, self._train)
        if self._dataset.test is not None:
            yield from self._score(self._dataset.test, self._test)

    def _score(self, samples: Samples, score: _Score) -> Iterator[int]:
        dtype = self._engine.state.flat.dtype
        rows = min(CHUNK_ROWS, len(samples))
        inputs = with_ones(rows, samples.inputs.shape[1], dtype)
        targets = np.zeros((rows, samples.targets.shape[1]), dtype)
        for start in range(0, len(samples), rows):
            stop = min(start + rows, len(samples))
            here = stop - start
            samples.fill_range(start, stop, inputs[:here, :-1], targets[:here])
            passes = self._engine.passes(here)
            outputs = passes.forward(inputs[:here])
            score.loss += float(passes.losses(targets[:here]).sum(dtype=np.float64))
            if samples.labels is not None:
                right = right_answers(outputs, samples.labels[start:stop])
                score.right += int(np.count_nonzero(right))
            yield stop


def _means(score: _Score, samples: Samples) -> tuple[float, float | None]:
    """Mean loss and, where there are classes, accuracy."""
    accuracy = None if samples.labels is None else score.right / len(samples)
    return score.loss / len(samples), accuracy
