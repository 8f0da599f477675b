"""Which numbers of a large matrix are drawn: the ones furthest from zero."""

import numpy as np
import numpy.typing as npt

Indices = npt.NDArray[np.intp]

_SUBSAMPLE = 8192
_SPARE = 1.25
_ORDER_STEPS = 65535


def strongest(sizes: npt.NDArray[np.float32], limit: int | None) -> Indices:
    """Return the places of the `limit` largest sizes, the smallest of them first.

    That is the order in which they are drawn, so that the strongest lies on top.

    Parameters
    ----------
    sizes : ndarray of float32 of shape (n,)
        Not negative and finite.
    limit : int or None
        None for all.

    Notes
    -----
    A partition of all the sizes would cost more than drawing them. Instead a
    threshold that is a little too low is read off every so-manieth size, and only
    what passes it is partitioned. The result is exact; equal sizes keep their order.
    """
    if limit is None or limit >= len(sizes):
        return _weak_to_strong(sizes)
    if limit <= 0:
        return np.empty(0, np.intp)
    candidates = _candidates(sizes, limit)
    chosen = sizes[candidates]
    if len(candidates) > limit:
        top = np.argpartition(chosen, len(chosen) - limit)[-limit:]
        top.sort()
        candidates, chosen = candidates[top], chosen[top]
    return candidates[_weak_to_strong(chosen)]


def _candidates(sizes: npt.NDArray[np.float32], limit: int) -> Indices:
    """Return the places of at least `limit` sizes, among them all of the largest."""
    subsample = sizes[:: max(1, len(sizes) // _SUBSAMPLE)]
    rank = int(len(subsample) * limit / len(sizes) * _SPARE) + 1
    if rank < len(subsample):
        place = len(subsample) - rank
        candidates = np.flatnonzero(sizes >= np.partition(subsample, place)[place])
        if len(candidates) >= limit:
            return candidates
    return np.arange(len(sizes))


def _weak_to_strong(sizes: npt.NDArray[np.float32]) -> Indices:
    """Sort by 65,536 steps of size, which a radix sort does in two passes."""
    peak = float(sizes.max(initial=0.0))
    if peak == 0:
        return np.arange(len(sizes))
    steps = np.multiply(sizes, _ORDER_STEPS / peak)
    np.minimum(steps, _ORDER_STEPS, out=steps)
    return np.argsort(steps.astype(np.uint16), kind="stable")
