"""The curves of a run's evaluations, each of which is taken up once.

Qt-free.
"""

import numpy as np

from bpviz.training.curve_points import Evaluation
from bpviz.views.curve_series import (
    Role,
    Series,
    evaluation_accuracies,
    evaluation_losses,
)

_FIRST_ROOM = 64


class EvaluationCurves:
    """Turns evaluations into curves, and goes on with those of the same run.

    Attributes
    ----------
    losses : tuple of Series
        Of the loss of whole data sets, as far as there are any.
    accuracies : tuple of Series
        Of the accuracy, in hundredths; none for regression.
    """

    def __init__(self) -> None:
        self.losses: tuple[Series, ...] = ()
        self.accuracies: tuple[Series, ...] = ()
        self._evaluations: tuple[Evaluation, ...] = ()
        self._of_loss: dict[Role, _Grown] = {}
        self._of_accuracy: dict[Role, _Grown] = {}

    def take(self, evaluations: tuple[Evaluation, ...]) -> None:
        """Show these evaluations, most of which are known already as a rule."""
        before = self._evaluations
        # Of the same objects Python compares addresses only: 4,000 take 20 us.
        if evaluations == before:
            return
        self._evaluations = evaluations
        if evaluations[: len(before)] != before:  # Another run, or thinned out.
            self._of_loss.clear()
            self._of_accuracy.clear()
            before = ()
        fresh = evaluations[len(before) :]
        self.losses = _grow(self._of_loss, evaluation_losses(fresh))
        self.accuracies = _grow(self._of_accuracy, evaluation_accuracies(fresh))


class _Grown:
    """A series that is added to at its end; what it was before stays as it was."""

    def __init__(self, role: Role) -> None:
        self._role = role
        self._length = 0
        self._table = np.empty((2, _FIRST_ROOM))

    def add(self, series: Series) -> None:
        first, last = self._length, self._length + len(series)
        if last > self._table.shape[1]:
            table = np.empty((2, 2 * last))
            table[:, :first] = self._table[:, :first]
            self._table = table
        self._table[:, first:last] = series.updates, series.values
        self._length = last

    @property
    def series(self) -> Series:
        updates, values = self._table[:, : self._length]
        return Series(self._role, updates, values)


def _grow(grown: dict[Role, _Grown], fresh: tuple[Series, ...]) -> tuple[Series, ...]:
    """Add to curves, and return all of them."""
    for one in fresh:
        grown.setdefault(one.role, _Grown(one.role)).add(one)
    return tuple(grown[role].series for role in Role if role in grown)
