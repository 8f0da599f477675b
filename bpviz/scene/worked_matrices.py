"""The formula of a small layer with its matrices written out, in LaTeX."""

from collections.abc import Sequence

import numpy as np

from bpviz.nn.activations import ACTIVATIONS
from bpviz.nn.arrays import Array
from bpviz.scene.applied import applied_settings
from bpviz.scene.latex_numbers import LatexNumbers
from bpviz.scene.notation import Notation
from bpviz.training.frame import Frame
from bpviz.training.steps import OperationKind

_MOST_NODES = 3
_MOST_COLUMNS = 6
"""So many numbers stand beside each other in a narrow panel."""
_MOST_DIGITS = 3

_Factors = tuple[Array, ...]


def matrix_lines(
    frame: Frame,
    kind: OperationKind,
    layer: int,
    row: int,
    notation: Notation,
    numbers: LatexNumbers,
) -> tuple[str, ...]:
    """Return the matrices of one sample's z, delta or gradient; none if too large.

    A chain of single nodes has no matrices to show either.
    """
    trace, network = frame.trace, frame.network
    settings = applied_settings(frame)
    if trace is None or settings.fault is not None or settings.switched_off:
        return ()
    weights, biases = trace.parameters.weights, trace.parameters.biases
    write = _Writer(notation, numbers)
    if kind is OperationKind.PRE_ACTIVATION:
        return write.lines(
            [
                (trace.activations[layer - 1][[row]], weights[layer - 1]),
                (biases[layer - 1][np.newaxis],),
            ],
            "+",
            trace.pre_activations[layer - 1][[row]],
        )
    if kind is OperationKind.DELTA and layer < network.depth:
        z, a = trace.pre_activations[layer - 1][[row]], trace.activations[layer][[row]]
        slope = np.ones_like(z)
        function = ACTIVATIONS[network.activations[layer - 1]]
        function.for_dtype(z.dtype)[1](slope, z, a, np.empty_like(z))
        factors: list[_Factors] = [(trace.deltas[layer][[row]], weights[layer].T)]
        if network.activations[layer - 1] != "identity":
            factors.append((slope,))
        return write.lines(factors, r"\odot", trace.deltas[layer - 1][[row]])
    if kind is OperationKind.GRADIENT and len(trace.losses) == 1 and not trace.l2:
        outer = (trace.activations[layer - 1].T, trace.deltas[layer - 1])
        return write.lines([outer], "", trace.weight_gradients(layer - 1))
    return ()


class _Writer:
    """Writes products of matrices in a notation."""

    def __init__(self, notation: Notation, numbers: LatexNumbers) -> None:
        self._is_rows = notation is Notation.ROWS
        self._numbers = LatexNumbers(min(numbers.precision, _MOST_DIGITS))

    def lines(
        self, products: Sequence[_Factors], joint: str, result: Array
    ) -> tuple[str, ...]:
        """Return the products with `joint` between them, and what they make."""
        turned = [
            factors if self._is_rows else tuple(f.T for f in reversed(factors))
            for factors in products
        ]
        result = result if self._is_rows else result.T
        shapes = [matrix.shape for factors in turned for matrix in factors]
        sizes = [size for shape in (*shapes, result.shape) for size in shape]
        is_small = sum(shape[1] for shape in shapes) <= _MOST_COLUMNS
        if not (is_small and 1 < max(sizes) <= _MOST_NODES):
            return ()
        left = f" {joint} ".join(
            r" \, ".join(map(self._matrix, factors)) for factors in turned
        )
        return (left, f"= {self._matrix(result)}")

    def _matrix(self, matrix: Array) -> str:
        write = self._numbers.number
        rows = (" & ".join(map(write, row)) for row in matrix.tolist())
        inside = r" \\ ".join(rows)
        return rf"\begin{{bmatrix}} {inside} \end{{bmatrix}}"
