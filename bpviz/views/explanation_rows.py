"""The numbers of a node or an edge as the rows of a list, in the person's language."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PyQt6.QtCore import QCoreApplication

from bpviz.look.node_names import NodeNames
from bpviz.look.words import activation_words
from bpviz.scene.applied import applied_settings
from bpviz.scene.change import Change
from bpviz.scene.edge_numbers import EdgeNumbers, edge_numbers
from bpviz.scene.node_numbers import DeltaNumbers, node_numbers
from bpviz.scene.notation import Notation
from bpviz.scene.numbers import format_count
from bpviz.scene.options import EdgeKey, NodeKey
from bpviz.scene.places import places_of, places_of_change
from bpviz.scene.quantities import activations
from bpviz.scene.terms import Terms
from bpviz.training.frame import Frame
from bpviz.views.explanation_row import Row, RowKind
from bpviz.views.inspector_names import short_name

translate = QCoreApplication.translate

_MOST_TERMS = 8
_MOST_SAMPLES = 5


@dataclass(frozen=True, slots=True)
class RowMaker:
    """Says what there is to say about a node or an edge.

    Attributes
    ----------
    frame : Frame
        The moment.
    names : NodeNames
        What nodes are called.
    notation : Notation
        In which order factors stand.
    row : int
        Whose numbers are shown: a sample's of the batch.
    precision : int
        Significant digits of numbers that are added up.
    """

    frame: Frame
    names: NodeNames
    notation: Notation
    row: int
    precision: int = 4

    def node_rows(self, key: NodeKey) -> tuple[Row, ...]:
        """Return how a node came to its z, a, delta and bias, for one sample."""
        return tuple(self._input(key) if key[0] == 0 else self._node(key))

    def edge_rows(self, key: EdgeKey) -> tuple[Row, ...]:
        """Return how a weight came to its gradient and its step."""
        return tuple(self._edge(key))

    def _input(self, key: NodeKey) -> Iterator[Row]:
        values = activations(self.frame, 0, self.row)
        is_off = key in applied_settings(self.frame).switched_off
        note = translate("Inspector", "switched off") if is_off else ""
        yield Row("a", None if values is None else float(values[key[1]]), note=note)

    def _node(self, key: NodeKey) -> Iterator[Row]:
        layer, _ = key
        numbers = node_numbers(self.frame, key, self.row, _MOST_TERMS)
        product, total = ("a × w", "Σ a w + b")
        if self.notation is Notation.COLUMNS:
            product, total = ("w × a", "Σ w a + b")
        heading = translate("Inspector", "Inputs {product}, the largest first")
        yield _heading(heading.format(product=product))
        places = self._places(numbers.inputs, numbers.bias, numbers.z)
        yield from self._terms(numbers.inputs, places, self._of_layer(layer - 1))
        used = _used_note(numbers.bias_change)
        yield Row("b", numbers.bias, note=used, places=places)
        yield Row("z", numbers.z, note=total, kind=RowKind.RESULT, places=places)
        note = f"{activation_words(self.frame.network.activations[layer - 1])}(z)"
        if numbers.is_off:
            note = translate("Inspector", "switched off")
        yield Row("a", numbers.a, note=note, kind=RowKind.RESULT)
        yield from self._delta(layer, numbers.delta, is_off=numbers.is_off)
        yield _heading(translate("Inspector", "Bias"))
        yield Row(
            "∂L/∂b",
            numbers.bias_gradient,
            note=self._mean_note(),
            kind=RowKind.RESULT,
        )
        yield from self._change("b", numbers.bias_change)

    def _edge(self, key: EdgeKey) -> Iterator[Row]:
        numbers = edge_numbers(self.frame, key, self.row, _MOST_SAMPLES)
        forward = None
        if numbers.activation is not None:
            forward = numbers.activation * numbers.weight
        is_rows = self.notation is Notation.ROWS
        yield Row("w", numbers.weight, note=_used_note(numbers.change))
        yield Row("a", numbers.activation, note=translate("Inspector", "comes in"))
        yield Row(
            "a × w" if is_rows else "w × a",
            forward,
            note=translate("Inspector", "goes out"),
        )
        yield Row("δ", numbers.delta, note=translate("Inspector", "comes back"))
        product = "a × δ" if is_rows else "δ × a"
        heading = translate("Inspector", "Gradient {product}, sample by sample")
        yield _heading(heading.format(product=product))
        yield from self._gradient(numbers)
        yield _heading(translate("Inspector", "Update"))
        yield from self._change("w", numbers.change)

    def _gradient(self, numbers: EdgeNumbers) -> Iterator[Row]:
        samples, rows = numbers.samples, numbers.rows
        places = None if samples is None else self._places(samples, samples.total)
        yield from self._terms(samples, places, self._sample_name)
        product = "a δ" if self.notation is Notation.ROWS else "δ a"
        note = product if rows <= 1 else f"Σ {product} / {format_count(rows)}"
        if samples is not None and rows > 1:
            yield Row(f"Σ {product}", samples.total, places=places)
        if numbers.penalty is not None:
            note = f"{note} + λ w"
            yield Row("λ w", numbers.penalty)
        yield Row(
            "∂L/∂w",
            numbers.gradient,
            note=self._fault_note() or note,
            kind=RowKind.RESULT,
        )

    def _delta(
        self, layer: int, delta: DeltaNumbers | None, *, is_off: bool
    ) -> Iterator[Row]:
        is_last = layer == self.frame.network.depth
        product, total = ("δ × w", "Σ δ w")
        if self.notation is Notation.COLUMNS:
            product, total = ("w × δ", "Σ w δ")
        heading = translate("Inspector", "From later nodes, {product}")
        if is_last:
            heading = translate("Inspector", "Compared with the target")
        yield _heading(heading.format(product=product))
        if delta is not None:
            places = self._places(delta.later, delta.asked)
            yield from self._terms(delta.later, places, self._of_layer(layer + 1))
            if delta.output is not None:
                yield Row("a", delta.output)
                yield Row("y", delta.target)
            if delta.asked is not None:
                note = "2 (a − y)" if is_last else total
                yield Row("∂L/∂a", delta.asked, note=note, places=places)
            if delta.shared is not None:
                yield Row("Σ a ∂L/∂a", delta.shared)
            if delta.slope is not None:
                function = self.frame.network.activations[layer - 1]
                slope = f"{activation_words(function)}′(z)"
                if is_off:
                    slope = translate("Inspector", "switched off")
                yield Row(f"× {slope}", delta.slope)
        value = None if delta is None else delta.delta
        yield Row("δ = ∂L/∂z", value, kind=RowKind.RESULT)

    def _terms(
        self, terms: Terms | None, places: int | None, name: Callable[[int], str]
    ) -> Iterator[Row]:
        """Yield a row for each term; the rest in one."""
        if terms is None:
            return
        for term in terms.shown:
            factors = (term.left, term.right)
            if self.notation is Notation.COLUMNS:
                factors = (term.right, term.left)
            yield Row(name(term.index), term.product, factors, places=places)
        if terms.rest_count:
            more = translate("Inspector", "… and {count} more")
            count = format_count(terms.rest_count)
            yield Row(more.format(count=count), terms.rest, places=places)

    def _change(self, symbol: str, change: Change | None) -> Iterator[Row]:
        """Yield what an update has made of a parameter."""
        places, old, step, new = None, None, None, None
        if change is not None:
            places = places_of_change(change, self.precision)
            old, step, new = change.old, change.step, change.new
        before = translate("Inspector", "before")
        after = translate("Inspector", "after")
        yield Row(symbol, old, note=before, places=places)
        yield Row(f"Δ{symbol}", step)
        yield Row(symbol, new, note=after, kind=RowKind.RESULT, places=places)

    def _places(self, terms: Terms | None, *numbers: float | None) -> int | None:
        products = () if terms is None else [term.product for term in terms.shown]
        return places_of((*products, *numbers), self.precision)

    def _of_layer(self, layer: int) -> Callable[[int], str]:
        return lambda node: short_name(self.names, (layer, node))

    def _sample_name(self, place: int) -> str:
        trace = self.frame.trace
        assert trace is not None  # Its terms are shown.
        number = format_count(int(trace.samples[place]) + 1)
        return translate("Inspector", "no. {number}").format(number=number)

    def _mean_note(self) -> str:
        rows = 0 if self.frame.trace is None else len(self.frame.trace.targets)
        mean = translate("Inspector", "mean of {count} δ").format(
            count=format_count(rows)
        )
        return self._fault_note() or (mean if rows > 1 else "δ")

    def _fault_note(self) -> str:
        """Say that a gradient was not made of the deltas as it should be."""
        if applied_settings(self.frame).fault is None:
            return ""
        return translate("Inspector", "with the fault")


def _used_note(change: Change | None) -> str:
    """Say that a parameter is another one by now than what everything came from."""
    return "" if change is None else translate("Inspector", "before")


def _heading(text: str) -> Row:
    return Row(text, kind=RowKind.HEADING)
