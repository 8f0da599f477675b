"""Recording what is watched, in a memory that does not grow with the run."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.arrays import Array, frozen
from bpviz.nn.backprop import quiet
from bpviz.nn.network import Network
from bpviz.nn.trace import BackpropTrace
from bpviz.training.breakpoints import gradient_norm
from bpviz.training.watches import Watch, WatchCurve, WatchQuantity

ENTRIES = 2048
MOST_WATCHES = 16

_NORMS = (WatchQuantity.WEIGHT_NORM, WatchQuantity.GRADIENT_NORM)
_HAS_START = (WatchQuantity.WEIGHT, WatchQuantity.WEIGHT_GRADIENT)


def watched(watch: Watch, trace: BackpropTrace) -> float:
    """Return the number that `watch` is about, in the update that `trace` shows.

    Parameters are those that the update begins with, as everything else in it is
    computed with them.
    """
    node, start, layer = watch.node, watch.start, watch.layer - 1
    parameters = trace.parameters
    with quiet():
        match watch.quantity:
            case WatchQuantity.WEIGHT:
                return float(parameters.weights[layer][start, node])
            case WatchQuantity.BIAS:
                return float(parameters.biases[layer][node])
            case WatchQuantity.ACTIVATION:
                return float(trace.activations[watch.layer][:, node].mean())
            case WatchQuantity.DELTA:
                return float(trace.deltas[layer][:, node].mean())
            case WatchQuantity.WEIGHT_GRADIENT:
                return _weight_gradient(trace, layer, start, node)
            case WatchQuantity.BIAS_GRADIENT:
                return float(trace.bias_gradients(layer)[node])
            case WatchQuantity.GRADIENT_NORM:
                size = _size(parameters.network, watch.layer)
                return gradient_norm(trace, watch.layer) / float(np.sqrt(size))
            case WatchQuantity.WEIGHT_NORM:
                return _weight_norm(trace, watch.layer)


def _weight_gradient(trace: BackpropTrace, layer: int, start: int, node: int) -> float:
    """Return one entry of dL/dW, as `BackpropTrace.weight_gradients` computes all."""
    return float(trace.weight_gradients(layer)[start, node])


def _weight_norm(trace: BackpropTrace, layer: int) -> float:
    """Return the root mean square of a layer's weights and biases, or with 0 of all."""
    parameters = trace.parameters
    flat: Array = parameters.flat
    if layer:
        weights, biases = parameters.weights[layer - 1], parameters.biases[layer - 1]
        flat = np.append(weights.ravel(), biases)
    return float(np.sqrt(np.square(flat, dtype=np.float64).mean()))


def _size(network: Network, layer: int) -> int:
    """Return how many parameters a layer has, or with 0 the network."""
    fans = tuple(network.fans())
    chosen = fans if layer == 0 else (fans[layer - 1],)
    return sum(fan_out * (fan_in + 1) for fan_in, fan_out in chosen)


class WatchRecorder:
    """Lowest, highest and mean of one watch over equal stretches of updates.

    Updates may come in any order, as a person goes back and forth. One that was
    recorded before is the same number again and changes nothing but the mean's weight.

    Parameters
    ----------
    watch : Watch
        What is recorded.
    """

    def __init__(self, watch: Watch) -> None:
        self.watch = watch
        self._stride = 1
        # Rows: lowest, highest, sum, number of updates.
        self._entries: npt.NDArray[np.float64] = np.zeros((4, ENTRIES))
        self._used = 0

    def record(self, update: int, value: float) -> None:
        """Record the value at `update`, counted from 0."""
        while update >= ENTRIES * self._stride:
            self._halve()
        place = update // self._stride
        lowest, highest, total, count = self._entries[:, place]
        if count == 0:
            self._entries[:, place] = value, value, value, 1
        elif self._stride > 1:
            self._entries[:, place] = (
                min(lowest, value),
                max(highest, value),
                total + value,
                count + 1,
            )
        self._used = max(self._used, place + 1)

    def until(self, update: int) -> "WatchRecorder":
        """Return a recorder that knows only what was recorded before `update`.

        Of an entry that reaches beyond it nothing is known.
        """
        other = WatchRecorder(self.watch)
        other._stride, other._used = (
            self._stride,
            min(self._used, update // self._stride),
        )
        other._entries[:, : other._used] = self._entries[:, : other._used]
        return other

    def curve(self) -> WatchCurve:
        """Publish what has been recorded so far."""
        lowest, highest, total, count = self._entries[:, : self._used]
        is_known = count > 0
        mean = np.divide(total, count, where=is_known, out=np.full_like(total, np.nan))
        return WatchCurve(
            self.watch,
            start=1,
            stride=self._stride,
            lowest=frozen(np.where(is_known, lowest, np.nan)),
            highest=frozen(np.where(is_known, highest, np.nan)),
            mean=frozen(mean),
        )

    def _halve(self) -> None:
        """Merge neighbours, so that each entry stands for twice as many updates."""
        left, right = self._entries[:, ::2], self._entries[:, 1::2]
        lowest = np.where(right[3] == 0, left[0], np.minimum(left[0], right[0]))
        highest = np.where(right[3] == 0, left[1], np.maximum(left[1], right[1]))
        lowest = np.where(left[3] == 0, right[0], lowest)
        highest = np.where(left[3] == 0, right[1], highest)
        merged = np.array([lowest, highest, left[2] + right[2], left[3] + right[3]])
        self._entries[:, : ENTRIES // 2] = merged
        self._entries[:, ENTRIES // 2 :] = 0
        self._stride *= 2
        self._used = -(-self._used // 2)


class WatchRecorders:
    """All watches of a run.

    Parameters
    ----------
    watches : iterable of Watch
        What is recorded, each once.
    """

    def __init__(self, watches: Iterable[Watch] = ()) -> None:
        self._recorders = [WatchRecorder(watch) for watch in dict.fromkeys(watches)]

    @property
    def watches(self) -> tuple[Watch, ...]:
        """What is recorded."""
        return tuple(recorder.watch for recorder in self._recorders)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is recorded."""
        return not self._recorders

    def changed_to(self, watches: Iterable[Watch]) -> "WatchRecorders":
        """Return recorders of `watches`, which keep what these have recorded."""
        result = WatchRecorders(watches)
        known = {recorder.watch: recorder for recorder in self._recorders}
        result._recorders = [
            known.get(recorder.watch, recorder) for recorder in result._recorders
        ]
        return result

    def until(self, update: int) -> "WatchRecorders":
        """Return recorders that know only what was recorded before `update`."""
        result = WatchRecorders()
        result._recorders = [recorder.until(update) for recorder in self._recorders]
        return result

    def record(self, update: int, trace: BackpropTrace) -> None:
        """Record every watch in an update, counted from 0."""
        for recorder in self._recorders:
            recorder.record(update, watched(recorder.watch, trace))

    def curves(self) -> tuple[WatchCurve, ...]:
        """Publish what has been recorded so far."""
        return tuple(recorder.curve() for recorder in self._recorders)


def check_watches(watches: tuple[Watch, ...], network: Network) -> None:
    """Refuse watches of what the network does not have, and too many of them.

    Raises
    ------
    InputError
        If there is no such layer or node, or there are more than `MOST_WATCHES`.
    """
    if len(watches) > MOST_WATCHES:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "{given} numbers are to be watched; at most {most} can be at a time.",
            ),
            given=len(watches),
            most=MOST_WATCHES,
        )
    for watch in watches:
        if not _exists(watch, network.layer_sizes):
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "The network has no {quantity} at layer {layer}, node {node}; "
                    "remove that watch.",
                ),
                quantity=watch.quantity.value,
                layer=watch.layer,
                node=watch.node + 1,
            )


def _exists(watch: Watch, sizes: tuple[int, ...]) -> bool:
    has_input = watch.quantity in (*_NORMS, WatchQuantity.ACTIVATION)
    if not (0 if has_input else 1) <= watch.layer < len(sizes):
        return False
    if watch.quantity in _NORMS:
        return True
    if watch.quantity in _HAS_START and not 0 <= watch.start < sizes[watch.layer - 1]:
        return False
    return 0 <= watch.node < sizes[watch.layer]
