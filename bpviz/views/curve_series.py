"""A run's curves as arrays to draw, to read values from and to copy.

Qt-free. Everything is drawn against the number of updates that were complete when it
was computed: the loss of update k, which begins with the parameters that k - 1
updates have left, stands at k - 1, where an evaluation of those parameters stands.
"""

from dataclasses import dataclass, replace
from enum import Enum
from operator import attrgetter

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.training.curve_points import Curves, Evaluation, LossPoints
from bpviz.training.watches import WatchCurve


class Role(Enum):
    """What a curve is about; decides its colour and its marks."""

    BATCH = "batch"
    TRAIN = "train"
    TEST = "test"
    WATCH = "watch"


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """One curve.

    Attributes
    ----------
    role : Role
        What it is about.
    updates, values : ndarray of float64 of shape (points,)
        Where its points are.
    lowest, highest : ndarray of float64 of shape (points,), optional
        The spread around `values`.
    batches : int
        How many updates the value of a point is the mean of.
    place : int
        Tells curves of the same role apart.
    """

    role: Role
    updates: Array
    values: Array
    lowest: Array | None = None
    highest: Array | None = None
    batches: int = 1
    place: int = 0

    def __len__(self) -> int:
        return len(self.updates)

    def nearest(self, update: float) -> int | None:
        """Return the index of the point nearest to `update`, if there are points."""
        if not len(self):
            return None
        right = int(np.searchsorted(self.updates, update))
        candidates = [i for i in (right - 1, right) if 0 <= i < len(self)]
        return min(candidates, key=lambda i: abs(self.updates[i] - update))


def batch_series(points: LossPoints, average_over: int = 1) -> Series:
    """Return the curve of the batches' losses.

    Parameters
    ----------
    points : LossPoints
        A run's.
    average_over : int
        The curve shows the mean of so many updates up to each.
    """
    entries = max(1, round(average_over / points.stride))
    return Series(
        Role.BATCH,
        entry_updates(points),
        trailing_mean(points.mean, entries),
        points.lowest,
        points.highest,
        entries * points.stride,
    )


def watch_series(curve: WatchCurve, place: int) -> Series:
    """Return the curve of what is watched, the `place`th in the list."""
    return Series(
        Role.WATCH,
        entry_updates(curve),
        curve.mean,
        curve.lowest,
        curve.highest,
        curve.stride,
        place,
    )


def evaluation_losses(evaluations: tuple[Evaluation, ...]) -> tuple[Series, ...]:
    """Return the curves of the loss of whole data sets, as far as there are any."""
    return _evaluated(evaluations, "train_loss", "test_loss")


def evaluation_accuracies(evaluations: tuple[Evaluation, ...]) -> tuple[Series, ...]:
    """Return the curves of the accuracy, in hundredths; none for regression."""
    shares = _evaluated(evaluations, "train_accuracy", "test_accuracy")
    return tuple(replace(series, values=100 * series.values) for series in shares)


def entry_updates(points: LossPoints | WatchCurve) -> Array:
    """Return where each entry stands, in the middle of its updates, (entries,).

    An update counts as the number of those that were complete before it.
    """
    places = np.arange(len(points.mean), dtype=np.float64)
    return points.start - 1 + points.stride * places + (points.stride - 1) / 2


def trailing_mean(values: Array, window: int) -> Array:
    """Return the mean of each value and those before it, `window` of them at most.

    Values that are not finite are left out; where nothing is left there is NaN.
    """
    if window <= 1 or not len(values):
        return values
    is_finite = np.isfinite(values)
    with np.errstate(over="ignore", invalid="ignore"):
        sums = _trailing_sum(np.where(is_finite, values, 0.0), window)
        counts = _trailing_sum(is_finite.astype(np.float64), window)
        means: Array = np.where(counts > 0, sums / np.maximum(counts, 1.0), np.nan)
    return means


def merge_size(series: Series, left: float, right: float, most: int) -> int:
    """Return how many neighbours to merge so that not too many points are in view.

    It is always a power of two.

    Parameters
    ----------
    left, right : float
        The updates in view.
    most : int
        Points that have room.
    """
    first, last = series.updates.searchsorted((left, right))
    in_view = int(last - first)
    size = 1
    while in_view > most * size:
        size *= 2
    return size


def merged(series: Series, size: int) -> Series:
    """Return `series` with so many neighbours merged, counted from the first.

    A merged point has the mean of the values and the whole spread. As they are counted
    from the first, a growing curve stands still.
    """
    if size == 1:
        return series
    starts = np.arange(0, len(series), size)
    counts = np.diff(starts, append=len(series))
    low, high = series.lowest, series.highest
    with np.errstate(over="ignore", invalid="ignore"):
        return Series(
            series.role,
            np.add.reduceat(series.updates, starts) / counts,
            np.add.reduceat(series.values, starts) / counts,
            None if low is None else np.minimum.reduceat(low, starts),
            None if high is None else np.maximum.reduceat(high, starts),
            series.batches * size,
            series.place,
        )


def last_update(curves: Curves) -> int:
    """Return the last update that the curves tell of; 0 at the very beginning."""
    points = curves.losses
    recorded = points.start - 1 + points.stride * len(points.mean)
    evaluated = curves.evaluations[-1].update if curves.evaluations else 0
    return max(recorded if len(points.mean) else 0, evaluated)


def _evaluated(
    evaluations: tuple[Evaluation, ...], train: str, test: str
) -> tuple[Series, ...]:
    found = []
    updates = np.array([one.update for one in evaluations], np.float64)
    for role, name in ((Role.TRAIN, train), (Role.TEST, test)):
        # What is None becomes NaN, which an evaluation never holds.
        values = np.array(list(map(attrgetter(name), evaluations)), np.float64)
        known = ~np.isnan(values)
        if known.any():
            found.append(Series(role, updates[known], values[known]))
    return tuple(found)


def _trailing_sum(values: Array, window: int) -> Array:
    """Add up windows by doubling them.

    Unlike differences of running sums, this keeps small values that follow huge ones.
    """
    window = min(window, len(values))
    total = np.zeros_like(values)
    power = values.copy()  # sums of `size` values up to each
    size, done = 1, 0
    while size <= window:
        if window & size:
            total[done:] += power[: len(power) - done]
            done += size
        power[size:] += power[:-size].copy()
        size *= 2
    return total
