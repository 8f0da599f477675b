"""Work written down as calls, which can be prepared once and made again and again.

For a layer of a few nodes Python takes as long to find a function and its operands as
NumPy takes to compute. The passes of a network are always the same functions on the
same buffers; so they are written down when the buffers are made, and an update is no
more than one call after another.
"""

from collections.abc import Callable, Iterable, Iterator

Call = Callable[[], object]
"""A function bound to its operands: ``partial(np.exp, z, a)`` is "a = exp(z)"."""

Calls = Iterator[Call]
"""What is to be done, in this order."""


def carry_out(calls: Iterable[Call]) -> None:
    """Make the calls, one after another."""
    for call in calls:
        call()
