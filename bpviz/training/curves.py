"""Curves of a run that never outgrow their memory, however long it is."""

import numpy as np
import numpy.typing as npt

from bpviz.nn.arrays import Array
from bpviz.training.curve_points import Curves, Evaluation, LossPoints

LOSS_ENTRIES = 4096
EVALUATIONS = 4096


class LossRecorder:
    """The loss of every update, as lowest, highest and mean of equal stretches.

    When the entries run out, neighbours are merged and each entry stands for twice
    as many updates: the memory stays, the curve keeps its extremes.

    Attributes
    ----------
    updates : int
        Updates recorded so far.
    """

    def __init__(self) -> None:
        self.updates = 0
        self._stride = 1
        # Rows: lowest, highest, sum of losses, number of updates.
        self._entries: npt.NDArray[np.float64] = np.zeros((4, LOSS_ENTRIES))

    def append(self, first: int, losses: Array) -> None:
        """Record the losses of updates `first`, `first` + 1, ... counted from 0.

        Those that are recorded already (a moment visited again) are passed over.
        """
        fresh = losses[max(self.updates - first, 0) :]
        while len(fresh):
            room = LOSS_ENTRIES * self._stride - self.updates
            if room == 0:
                self._halve()
                continue
            self._fill(np.asarray(fresh[:room], np.float64))
            fresh = fresh[room:]

    def points(self) -> LossPoints:
        """Publish the curve so far."""
        used = -(-self.updates // self._stride)
        lowest, highest, total, count = self._entries[:, :used]
        arrays = [lowest.copy(), highest.copy(), total / np.maximum(count, 1)]
        for array in arrays:
            array.setflags(write=False)
        return LossPoints(1, self._stride, *arrays)

    def restore(self, points: LossPoints, updates: int) -> None:
        """Take up a curve that `points` published after `updates` updates."""
        used = len(points.mean)
        self.updates, self._stride = updates, points.stride
        count = np.full(used, points.stride, np.float64)
        if used:
            count[-1] = updates - (used - 1) * points.stride
        self._entries[:, :used] = (
            *(points.lowest, points.highest),
            *(points.mean * count, count),
        )

    def until(self, update: int) -> "LossRecorder":
        """Return a recorder of its own that knows what is known at `update`.

        An entry that reaches beyond it cannot be divided, so the other's `updates` may
        be a little less: those that are missing are recorded by making them again.
        """
        other = LossRecorder()
        other._stride = self._stride
        other.updates = self.updates
        if update < self.updates:
            other.updates = update - update % self._stride
        used = -(-other.updates // self._stride)
        other._entries[:, :used] = self._entries[:, :used]
        return other

    def _fill(self, losses: npt.NDArray[np.float64]) -> None:
        """Spread losses, for which there is room, over the entries."""
        stride, count = self._stride, len(losses)
        first, before = divmod(self.updates, stride)
        last = -(-(self.updates + count) // stride)
        lowest, highest, total, updates = self._entries[:, first:last]
        with np.errstate(invalid="ignore", over="ignore"):
            if stride == 1:
                low = high = fresh = losses
            else:
                starts = np.arange(-before, count, stride)
                starts[0] = 0
                low = np.minimum.reduceat(losses, starts)
                high = np.maximum.reduceat(losses, starts)
                fresh = np.add.reduceat(losses, starts)
            if before:  # The first of these entries has losses already.
                low[0] = np.minimum(lowest[0], low[0])
                high[0] = np.maximum(highest[0], high[0])
            total += fresh
        lowest[:], highest[:] = low, high
        updates[:] = stride
        self.updates += count
        updates[-1] = self.updates - (last - 1) * stride

    def _halve(self) -> None:
        half = LOSS_ENTRIES // 2
        left, right = self._entries[:, ::2], self._entries[:, 1::2]
        merged = np.array(
            [
                np.minimum(left[0], right[0]),
                np.maximum(left[1], right[1]),
                left[2] + right[2],
                left[3] + right[3],
            ]
        )
        self._entries[:, :half] = merged
        self._entries[:, half:] = 0
        self._stride *= 2


class EvaluationRecorder:
    """The evaluations of a run: every epoch, or every 2nd, 4th ... of a long one.

    Those asked for in the middle of an epoch are kept until there are too many.
    """

    def __init__(self) -> None:
        self._entries: list[Evaluation] = []
        self._every = 1
        self._seen = -1

    def knows(self, update: int) -> bool:
        """Tell whether `update`, or a later one, has been evaluated."""
        return update <= self._seen

    def wants(self, epoch: int, update: int) -> bool:
        """Tell whether the beginning of `epoch`, at `update`, is still to be seen."""
        return not self.knows(update) and epoch % self._every == 0

    def pass_over(self, update: int) -> None:
        """Take `update` for evaluated, though there is nothing to keep of it."""
        self._seen = max(self._seen, update)

    def append(self, evaluation: Evaluation) -> None:
        """Keep one more, thinning the old ones where there are too many."""
        self.pass_over(evaluation.update)
        self._entries.append(evaluation)
        while len(self._entries) > EVALUATIONS:
            self._every *= 2
            first_of_epoch: dict[int, Evaluation] = {}
            for entry in self._entries[:-1]:
                if entry.epoch % self._every == 0:
                    first_of_epoch.setdefault(entry.epoch, entry)
            self._entries = [*first_of_epoch.values(), evaluation]

    def entries(self) -> tuple[Evaluation, ...]:
        """Return those kept, earliest first."""
        return tuple(self._entries)

    def restore(self, entries: tuple[Evaluation, ...]) -> None:
        """Take up evaluations that `entries` published."""
        self._entries = list(entries)
        self._seen = max((entry.update for entry in entries), default=-1)
        epochs = sorted({entry.epoch for entry in entries})
        while len(epochs) > 1 and epochs[1] > self._every:
            self._every *= 2

    def until(self, update: int, *, included: bool) -> "EvaluationRecorder":
        """Return a recorder of its own that knows what is known before `update`.

        With `included` also what is known at `update` itself.
        """
        last = update if included else update - 1
        other = EvaluationRecorder()
        other._entries = [entry for entry in self._entries if entry.update <= last]
        other._every = self._every
        other._seen = min(self._seen, last)
        return other


def published(losses: LossRecorder, evaluations: EvaluationRecorder) -> Curves:
    """Publish both curves as they stand."""
    return Curves(losses.points(), evaluations.entries())
