"""One line of NumPy, and how shapes and axes are written in either notation."""

from collections.abc import Iterable
from dataclasses import dataclass

from bpviz.scene.notation import Notation


@dataclass(frozen=True, slots=True)
class NumpyLine:
    """One assignment, and the shapes of what its right side joins.

    Attributes
    ----------
    code : str
        ``z1 = a0 @ W1 + b1``.
    shapes : str
        ``(1, 2) @ (2, 100) + (100,)``; empty where it would only repeat.
    layer : int
        Whose numbers it computes, counted from 1; 0 for the whole network's.
    """

    code: str
    shapes: str = ""
    layer: int = 0


@dataclass(frozen=True, slots=True)
class Dialect:
    """What differs between the notations.

    Attributes
    ----------
    notation : Notation
        Whether rows or columns are samples.
    rows : int
        Samples in the batch.
    """

    notation: Notation
    rows: int

    @property
    def is_rows(self) -> bool:
        """Whether rows are samples."""
        return self.notation is Notation.ROWS

    @property
    def nodes_axis(self) -> int:
        """Along which axis the nodes of a layer lie."""
        return 1 if self.is_rows else 0

    @property
    def samples(self) -> str:
        """The number of samples in code."""
        return "len(y)" if self.is_rows else "y.shape[1]"

    def values(self, nodes: int) -> str:
        """Return the shape of a layer's numbers for the batch."""
        return self.matrix(self.rows, nodes)

    def matrix(self, fan_in: int, fan_out: int) -> str:
        """Return the shape of what is (fan_in, fan_out) where rows are samples."""
        if self.is_rows:
            return f"({fan_in}, {fan_out})"
        return f"({fan_out}, {fan_in})"

    def biases(self, nodes: int) -> str:
        """Return the shape of a layer's biases."""
        return f"({nodes},)" if self.is_rows else f"({nodes}, 1)"

    def product(self, left: str, right: str) -> str:
        """Join what is ``left @ right`` where rows are samples."""
        return f"{left} @ {right}" if self.is_rows else f"{right} @ {left}"

    def mean(self, values: str) -> str:
        """Return the mean over the samples, shaped like biases."""
        return f"{values}.mean({'axis=0' if self.is_rows else 'axis=1, keepdims=True'})"

    def silence(self, name: str, nodes: Iterable[int]) -> str:
        """Return the line that makes the numbers of some nodes 0."""
        listed = sorted(nodes)
        return f"{name}[{':, ' if self.is_rows else ''}{listed}] = 0"
