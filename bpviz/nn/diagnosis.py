"""Finds the mistake behind a wrong gradient by what it is the gradient of instead.

A gradient with a mistake is seldom just any numbers: it is the right one transposed,
with the other sign, n times too large, without one factor of the chain rule. So each
such array is computed and compared, the simplest explanation first. What is wrong
in a layer makes everything before it wrong, so the arrays are told in the order of the
backward pass, and of each it is asked what one mistake in its own step would explain.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf, isclose

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.nn.backprop import quiet
from bpviz.nn.gradient_case import GradientCase
from bpviz.nn.mistakes import Form, Layout, Mistake, causes_of
from bpviz.nn.wrong_gradients import wrong_gradients, wrong_penalties

TOLERANCE = 1e-5
"""Largest relative error that counts as right: numerical gradients pass it too."""

_FLOOR = 1e-4
"""Entries smaller than this share of the largest are held to its absolute error."""


@dataclass(frozen=True, slots=True)
class ArrayDiagnosis:
    """What there is to say of one array.

    Attributes
    ----------
    name : str
        ``weights_l`` or ``biases_l``.
    shape, given_shape : tuple of int
        What was asked for and what was given.
    max_relative_error : float or None
        Infinite where a number is not finite; None where the shapes differ.
    worst : tuple of int or None
        Where that error is.
    mistake : Mistake or None
        None where the array is right.
    """

    name: str
    shape: tuple[int, ...]
    given_shape: tuple[int, ...]
    max_relative_error: float | None
    worst: tuple[int, ...] | None
    mistake: Mistake | None


def diagnose(
    case: GradientCase, given: Mapping[str, Array]
) -> tuple[ArrayDiagnosis, ...]:
    """Compare gradients with the right ones.

    Parameters
    ----------
    case : GradientCase
        What they should be the gradients of.
    given : mapping of str to Array
        An array for every name in ``case.gradients``.

    Returns
    -------
    tuple of ArrayDiagnosis
        In the order of the backward pass: the first with a mistake is where to look.
    """
    return tuple(
        _diagnosis(case, name, np.asarray(given[name], np.float64))
        for name in case.gradients
    )


def _diagnosis(case: GradientCase, name: str, given: Array) -> ArrayDiagnosis:
    right = case.gradients[name]
    error, worst = _largest_error(given, right)
    mistake = None
    if error is None or error > TOLERANCE:
        mistake = _mistake(case, name, given)
    return ArrayDiagnosis(name, right.shape, given.shape, error, worst, mistake)


def _largest_error(
    given: Array, right: Array
) -> tuple[float | None, tuple[int, ...] | None]:
    if given.shape != right.shape:
        return None, None
    if not np.isfinite(given).all():
        worst = np.argwhere(~np.isfinite(given))[0]
        return inf, tuple(int(place) for place in worst)
    floor = max(_FLOOR * float(np.abs(right).max()), float(np.finfo(np.float64).tiny))
    with quiet():
        size = np.maximum(np.maximum(np.abs(given), np.abs(right)), floor)
        errors = np.abs(given - right) / size
    place = np.unravel_index(int(errors.argmax()), errors.shape)
    return float(errors[place]), tuple(int(index) for index in place)


def _mistake(case: GradientCase, name: str, given: Array) -> Mistake:
    right = case.gradients[name]
    if not np.isfinite(given).all():
        return Mistake(Form.NOT_FINITE)
    if given.shape == right.shape and not given.any():
        return Mistake(Form.ZERO)
    found = [
        mistake
        for layout, turned in _layouts(given, right.shape)
        for mistake in _explanations(case, name, turned, layout)
    ]
    if given.shape == (case.rows, *right.shape):
        summed = given.sum(axis=0)
        found += _scaled(case, summed, right, Form.PER_SAMPLE, Layout.AS_ASKED)
    if found:
        return min(found, key=lambda mistake: mistake.complexity)
    is_shaped = given.shape == right.shape
    return Mistake(Form.UNKNOWN if is_shaped else Form.SHAPE)


def _layouts(given: Array, shape: tuple[int, ...]) -> Iterator[tuple[Layout, Array]]:
    if given.shape == shape:
        yield Layout.AS_ASKED, given
    if given.ndim == 2 and given.shape[::-1] == shape and given.size > 1:
        yield Layout.TRANSPOSED, given.T
    elif given.shape != shape and given.size == np.prod(shape, dtype=int):
        yield Layout.RESHAPED, given.reshape(shape)


def _explanations(
    case: GradientCase, name: str, given: Array, layout: Layout
) -> Iterator[Mistake]:
    """Yield every single mistake, times a constant, that gives just these numbers."""
    right, penalty = case.gradients[name], case.penalty(name)
    yield from _scaled(case, given, right, Form.GRADIENT, layout)
    for form, array in wrong_penalties(case, name):
        if _is_close(given, array):
            yield Mistake(form, layout)
    data = given - penalty
    if case.l2:
        yield from _scaled(case, data, right - penalty, Form.GRADIENT, layout)
    for form, array, other in wrong_gradients(case, name):
        if not _is_close(array + penalty, right):
            yield from _scaled(case, data, array, form, layout, other)


def _scaled(
    case: GradientCase,
    given: Array,
    array: Array,
    form: Form,
    layout: Layout,
    other: str | None = None,
) -> Iterator[Mistake]:
    """Yield `form` if `given` is a multiple of `array` that something explains."""
    if not np.isfinite(array).all() or not array.any():
        return
    factor = float(np.vdot(array, given) / np.vdot(array, array))
    if not factor or not _is_close(given, factor * array):
        return
    if isclose(factor, 1.0, rel_tol=TOLERANCE):
        yield Mistake(form, layout, other=other)
        return
    causes = causes_of(factor, case.rows, case.network.layer_sizes[-1], TOLERANCE)
    # One number is some multiple of any other.
    if causes or (form is Form.GRADIENT and array.size > 1):
        yield Mistake(form, layout, factor, causes, other)


def _is_close(given: Array, array: Array) -> bool:
    error, _ = _largest_error(given, array)
    return error is not None and error <= TOLERANCE
