"""Formulas of single nodes and weights with the numbers of a moment, in LaTeX."""

from dataclasses import dataclass

import numpy as np

from bpviz.nn.backprop import quiet
from bpviz.nn.faults import Fault
from bpviz.nn.network import Network
from bpviz.nn.trace import BackpropTrace
from bpviz.scene.applied import applied_settings
from bpviz.scene.edge_numbers import EdgeNumbers, edge_numbers
from bpviz.scene.formulas import FUNCTIONS
from bpviz.scene.latex_numbers import LatexNumbers, times
from bpviz.scene.node_numbers import DeltaNumbers, node_numbers
from bpviz.scene.notation import Notation
from bpviz.scene.options import EdgeKey, NodeKey
from bpviz.scene.places import places_of_change
from bpviz.scene.terms import Terms, largest_terms
from bpviz.training.frame import Frame
from bpviz.training.steps import OperationKind

_FEW_TERMS = 3
_CLOSE = 1e-6


@dataclass(frozen=True, slots=True)
class LineWriter:
    """Writes how single numbers came about.

    Attributes
    ----------
    notation : Notation
        In which order factors stand.
    numbers : LatexNumbers
        How numbers are written.
    """

    notation: Notation
    numbers: LatexNumbers

    def node(
        self,
        frame: Frame,
        kind: OperationKind,
        key: NodeKey,
        row: int,
        *,
        is_numbered: bool,
    ) -> str:
        """Return how a node came to its z, a or delta; or what an input is.

        Parameters
        ----------
        is_numbered : bool
            Whether the node's number is written with the symbol; from 1, as rows are.
        """
        layer, node = key
        number = self.numbers.number
        number_of_it = node if is_numbered else None
        if layer == 0:
            assert frame.trace is not None  # The operation has just loaded it.
            value = frame.trace.activations[0][row, node]
            return f"{_of('a', number_of_it)} = {number(value)}"
        numbers = node_numbers(frame, key, row, _FEW_TERMS)
        function = frame.network.activations[layer - 1]
        if kind is OperationKind.PRE_ACTIVATION:
            assert numbers.inputs is not None  # The operation has just computed them.
            total = self._sum(numbers.inputs)
            made = f"{total} {self.numbers.added(numbers.bias)} = {number(numbers.z)}"
            return f"{_of('z', number_of_it)} = {made}"
        if kind is OperationKind.ACTIVATION:
            if function == "identity" or numbers.is_off:
                return f"{_of('a', number_of_it)} = {number(numbers.a)}"
            result = f"{FUNCTIONS[function]}({number(numbers.z)})"
            if function == "softmax":
                result = self._softmax(frame, key, row)
            return f"{_of('a', number_of_it)} = {result} = {number(numbers.a)}"
        assert numbers.delta is not None  # The operation has just computed it.
        delta = _of(r"\delta", number_of_it)
        return f"{delta} = {self._delta(numbers.delta, numbers.a)}"

    def loss(self, network: Network, trace: BackpropTrace, row: int) -> tuple[str, ...]:
        """Return how the loss of a sample came about, and of which mean it is part."""
        number = self.numbers.number
        line = f"{self._sample_loss(network, trace, row)} = {number(trace.losses[row])}"
        if len(trace.losses) == 1:
            return (f"L = {line}",)
        count, loss = len(trace.losses), number(trace.losses[row])
        mean = number(trace.loss)
        return (
            f"L_{{{row + 1}}} = {line}",
            rf"L = \frac{{1}}{{{count}}} ({loss} + \dots) = {mean}",
        )

    def edge(self, frame: Frame, kind: OperationKind, key: EdgeKey) -> str:
        """Return how a weight came to its gradient, or was updated."""
        number = self.numbers.number
        numbers = edge_numbers(frame, key, 0, _FEW_TERMS)
        if kind is OperationKind.UPDATE:
            return rf"w \leftarrow {self._update(frame, numbers)}"
        assert numbers.samples is not None  # The operation has just computed them.
        assert numbers.gradient is not None
        total, made = self._sum(numbers.samples), numbers.samples.total
        fault = applied_settings(frame).fault
        if numbers.rows > 1 and fault is not Fault.SUM_FOR_MEAN:
            total = rf"\frac{{1}}{{{numbers.rows}}} ({total})"
            made /= numbers.rows
        if fault is Fault.LEAKING_GRADIENTS:
            leaked = numbers.gradient - made - (numbers.penalty or 0.0)
            total += rf" + {{(\dots = {number(leaked)})}}"
        if numbers.penalty is not None:
            total += f" {self.numbers.added(numbers.penalty)}"
        gradient = r"\frac{\partial L}{\partial w}"
        return f"{gradient} = {total} = {number(numbers.gradient)}"

    def _softmax(self, frame: Frame, key: NodeKey, row: int) -> str:
        """Return the quotient as it is computed: the largest z is subtracted first."""
        layer, node = key
        number = self.numbers.number
        assert frame.trace is not None  # The operation has just computed it.
        z = frame.trace.pre_activations[layer - 1][row].astype(np.float64)
        with quiet():
            powers = np.exp(z - z.max())
            above, below = powers[node], powers.sum()
        largest = self.numbers.factor(z.max())
        return (
            rf"\frac{{e^{{{number(z[node])} - {largest}}}}}"
            rf"{{\sum_{{j}} e^{{z_{{j}} - {largest}}}}} "
            rf"= \frac{{{number(above)}}}{{{number(below)}}}"
        )

    def _delta(self, delta: DeltaNumbers, a: float | None) -> str:
        number, factor = self.numbers.number, self.numbers.factor
        result = number(delta.delta)
        if delta.later is not None:
            total = self._sum(delta.later)
            asked = f"({total})" if delta.slope not in (None, 1) else total
        else:
            asked = f"{number(delta.output)} - {factor(delta.target)}"
            if delta.asked is not None:
                asked = f"2 ({asked})"
        if delta.shared is not None:
            made = times(number(a), f"({asked} - {factor(delta.shared)})")
            return f"{made} = {result}"
        if delta.slope is None or (delta.slope == 1 and delta.later is not None):
            return f"{asked} = {result}"
        return f"{times(asked, factor(delta.slope))} = {result}"

    def _sample_loss(self, network: Network, trace: BackpropTrace, row: int) -> str:
        number, factor = self.numbers.number, self.numbers.factor
        outputs, targets = trace.activations[-1][row], trace.targets[row]
        if network.loss == "squared_error":
            difference = outputs - targets
            terms = largest_terms(difference, difference, _FEW_TERMS)
            parts = [
                f"({number(outputs[term.index])} - {factor(targets[term.index])})^{{2}}"
                for term in terms.shown
            ]
            if terms.rest_count:
                parts.append(self._rest(terms))
            return " + ".join(parts)
        if network.loss == "softmax_cross_entropy":
            right = int(np.argmax(targets))
            share = "" if targets[right] == 1 else f"{factor(targets[right])} "
            more = r" - \dots" if np.count_nonzero(targets) > 1 else ""
            return rf"{{-}}{share}\ln {number(outputs[right])}{more}"
        a, y = number(outputs[0]), number(targets[0])
        more = r" - \dots" if len(outputs) > 1 else ""
        return rf"{{-}}[{y} \ln {a} + (1 - {y}) \ln(1 - {a})]{more}"

    def _update(self, frame: Frame, numbers: EdgeNumbers) -> str:
        write = self.numbers
        change = numbers.change
        assert change is not None  # The operation has just made it.
        settings = applied_settings(frame).hyperparameters
        step = write.added(change.step)
        if settings.optimizer == "sgd" and numbers.gradient is not None:
            rate = settings.learning_rate
            # The rate may have been changed since: then only the step itself is known.
            with quiet():
                off = abs(change.step + rate * numbers.gradient)
            if off <= _CLOSE * max(abs(change.step), abs(change.old)):
                step = f"- {times(write.number(rate), write.factor(numbers.gradient))}"
        places = places_of_change(change, write.precision)
        old, new = write.fixed(change.old, places), write.fixed(change.new, places)
        return f"{old} {step} = {new}"

    def _sum(self, terms: Terms) -> str:
        """Return the products in the order of the notation's matrices: a w, or w a."""
        parts = []
        for place, term in enumerate(terms.shown):
            left, right = term.left, term.right
            if self.notation is Notation.COLUMNS:
                left, right = right, left
            # Only what follows a plus needs brackets around its sign.
            write = self.numbers
            first = write.factor(left) if place else write.number(left)
            parts.append(times(first, write.factor(right)))
        if terms.rest_count:
            parts.append(self._rest(terms))
        return " + ".join(parts)

    def _rest(self, terms: Terms) -> str:
        # In braces, so that no line ends within it.
        return rf"{{(\dots = {self.numbers.number(terms.rest)})}}"


def _of(symbol: str, node: int | None) -> str:
    return symbol if node is None else f"{symbol}_{{{node + 1}}}"
