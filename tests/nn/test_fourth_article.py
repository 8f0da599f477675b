"""The fourth article's program and bpviz learn the same curve, weight for weight."""

import numpy as np
import pytest

from bpviz.data.catalog import load_dataset
from bpviz.nn.arrays import Array
from bpviz.nn.parameters import Parameters
from bpviz.training.engine import Engine
from bpviz.training.presets import preset

EPOCHS = 200


class FFCN:
    """The article's listing: column vectors, weights as (outputs, inputs).

    Only its derivative of the sigmoid, exp(x) / (1 + exp(x))^2, is written with a
    minus before each x, which is the same function and does not overflow.
    """

    def __init__(self, parameters: Parameters) -> None:
        self.w1, self.w2, self.w3 = (w.T.copy() for w in parameters.weights)
        self.b1, self.b2, self.b3 = (b.reshape(-1, 1).copy() for b in parameters.biases)

    def forward(self, x: Array) -> Array:
        self.z1 = self.w1.dot(x) + self.b1
        self.a1 = self._sigmoid(self.z1)
        self.z2 = self.w2.dot(self.a1) + self.b2
        self.a2 = self._sigmoid(self.z2)
        self.z3 = np.asarray(self.w3.dot(self.a2) + self.b3)
        return self.z3

    def train(self, data: Array, target: Array, lr: float, epochs: int) -> list[float]:
        """Return the loss that the article prints for each epoch."""
        printed = []
        for _ in range(epochs):
            loss = 0.0
            for i in range(data.shape[1]):
                x = data[:, i].reshape(-1, 1)
                y = target[i]
                loss += ((self.forward(x) - y) ** 2)[0, 0]
                delta3 = 2 * (self.z3 - y)
                delta2 = self.w3.T.dot(delta3) * self._dsigmoid(self.z2)
                delta1 = self.w2.T.dot(delta2) * self._dsigmoid(self.z1)
                self.w1 -= delta1.dot(x.reshape(1, -1)) * lr
                self.w2 -= delta2.dot(self.a1.T) * lr
                self.w3 -= delta3.dot(self.a2.T) * lr
                self.b1 -= delta1 * lr
                self.b2 -= delta2 * lr
                self.b3 -= delta3 * lr
            printed.append(loss)
        return printed

    @property
    def weights(self) -> tuple[Array, ...]:
        return self.w1, self.w2, self.w3

    @property
    def biases(self) -> tuple[Array, ...]:
        return self.b1, self.b2, self.b3

    def _sigmoid(self, x: Array) -> Array:
        a: Array = 1 / (1 + np.exp(-x))
        return a

    def _dsigmoid(self, x: Array) -> Array:
        slope: Array = np.exp(-x) / ((1 + np.exp(-x)) ** 2)
        return slope


class Comparison:
    """bpviz's `quadratic` and the article's program, from the same first weights."""

    def __init__(self, data_seed: int) -> None:
        self.experiment = preset("quadratic").experiment
        self.dataset = load_dataset("quadratic", data_seed)
        self.engine = Engine(self.experiment, self.dataset)

    def article(self) -> FFCN:
        """Return the article's program with bpviz's present weights."""
        return FFCN(self.engine.parameters())

    def train_article(self, article: FFCN, epochs: int) -> list[float]:
        samples = self.dataset.train
        learning_rate = self.experiment.hyperparameters.learning_rate
        return article.train(samples.inputs.T, samples.targets, learning_rate, epochs)

    def train_ours(self, epochs: int) -> list[float]:
        """Return the sum of each epoch's losses."""
        last = self.engine.updates + epochs * 30
        losses: list[float] = []
        while self.engine.updates < last:
            losses += self.engine.run_block(last - self.engine.updates).tolist()
        return [sum(losses[start : start + 30]) for start in range(0, len(losses), 30)]

    def largest_difference(self, article: FFCN) -> float:
        ours = self.engine.parameters()
        return max(
            float(np.abs(w - theirs.T).max())
            for w, theirs in zip(ours.weights, article.weights, strict=True)
        ) + max(
            float(np.abs(b - theirs.ravel()).max())
            for b, theirs in zip(ours.biases, article.biases, strict=True)
        )


def test_the_complete_listing_for_200_epochs() -> None:
    comparison = Comparison(data_seed=111)
    article = comparison.article()
    printed = comparison.train_article(article, EPOCHS)
    assert comparison.train_ours(EPOCHS) == pytest.approx(printed, rel=1e-9)
    assert comparison.largest_difference(article) < 1e-9
    assert printed[-1] < printed[0]


def test_the_data_of_the_text_for_200_epochs() -> None:
    """Every epoch from the same weights, because this run magnifies roundings.

    On the data of seed 333 two runs of the article's own program whose weights differ
    by a rounding are as far apart after 100 epochs as two different trainings.
    """
    comparison = Comparison(data_seed=333)
    for _ in range(EPOCHS):
        article = comparison.article()
        printed = comparison.train_article(article, 1)
        assert comparison.train_ours(1) == pytest.approx(printed, rel=1e-9)
        assert comparison.largest_difference(article) < 1e-9
