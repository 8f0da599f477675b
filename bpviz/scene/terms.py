"""A sum of products taken apart: the largest terms one by one, the rest summed."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bpviz.nn.arrays import Array
from bpviz.nn.backprop import quiet


@dataclass(frozen=True, slots=True)
class Term:
    """One product: ``left * right``; `index` is its place in the sum, from 0."""

    index: int
    left: float
    right: float
    product: float


@dataclass(frozen=True, slots=True)
class Terms:
    """A sum of products.

    Attributes
    ----------
    shown : tuple of Term
        Its terms, or as many of them as are shown.
    rest_count : int
        How many terms are not shown.
    rest : float
        The sum of those.
    """

    shown: tuple[Term, ...]
    rest_count: int
    rest: float

    @property
    def total(self) -> float:
        """The whole sum."""
        with quiet():
            return float(np.sum([term.product for term in self.shown]) + self.rest)


def largest_terms(left: Array, right: Array, limit: int) -> Terms:
    """Take the sum of ``left * right`` apart, terms furthest from zero first.

    Parameters
    ----------
    left, right : Array
        Factors, each of shape (terms,).
    limit : int
        How many terms are shown at most. One more is shown too where it would be
        the only one left: its sum would say less in the same room.
    """
    with quiet():
        products = np.multiply(left, right, dtype=np.float64)
    order = np.argsort(-np.abs(products), kind="stable")
    return _taken_apart(left, right, products, order, limit)


def first_terms(left: Array, right: Array, limit: int) -> Terms:
    """Take the sum of ``left * right`` apart in its own order; see `largest_terms`."""
    with quiet():
        products = np.multiply(left, right, dtype=np.float64)
    return _taken_apart(left, right, products, np.arange(len(products)), limit)


def _taken_apart(
    left: Array, right: Array, products: Array, order: npt.NDArray[np.intp], limit: int
) -> Terms:
    if len(order) == limit + 1:
        limit += 1
    shown = tuple(
        Term(int(i), float(left[i]), float(right[i]), float(products[i]))
        for i in order[:limit]
    )
    with quiet():
        rest = float(products[order[limit:]].sum())
    return Terms(shown, max(len(order) - limit, 0), rest)
