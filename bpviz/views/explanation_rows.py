"""The numbers of a node or an edge as the rows of a list, in the person's language."""

from collections.abc import Iterator

from PyQt6.QtCore import QCoreApplication

from bpviz.scene.change import Change
from bpviz.scene.edge_numbers import EdgeNumbers, edge_numbers
from bpviz.scene.node_numbers import DeltaNumbers, node_numbers
from bpviz.scene.numbers import format_count
from bpviz.scene.options import EdgeKey, NodeKey
from bpviz.scene.places import places_of, places_of_change
from bpviz.scene.quantities import activations
from bpviz.scene.terms import Terms
from bpviz.training.frame import Frame
from bpviz.views.explanation_row import Row, RowKind

translate = QCoreApplication.translate

_MOST_TERMS = 8
_MOST_SAMPLES = 5


def selection_rows(
    frame: Frame | None, node: NodeKey | None, edge: EdgeKey | None, row: int
) -> tuple[Row, ...]:
    """Return what there is to say about the selected node or edge, if any is."""
    if frame is not None and node is not None:
        return tuple(_node_rows(frame, node, row))
    if frame is not None and edge is not None:
        return tuple(_edge_rows(frame, edge, row))
    return ()


def _node_rows(frame: Frame, key: NodeKey, row: int) -> Iterator[Row]:
    """Yield how a node came to its z, a, delta and bias, for one sample."""
    layer, node = key
    if layer == 0:
        values = activations(frame, 0, row)
        yield Row("a", None if values is None else float(values[node]))
        return
    numbers = node_numbers(frame, key, row, _MOST_TERMS)
    function = frame.network.activations[layer - 1]
    yield _heading(translate("Inspector", "Inputs a × w, the largest first"))
    places = _places(numbers.inputs, numbers.bias, numbers.z)
    yield from _terms(numbers.inputs, places, translate("Inspector", "node {number}"))
    yield Row("b", numbers.bias, places=places)
    yield Row("z", numbers.z, note="Σ a w + b", kind=RowKind.RESULT, places=places)
    yield Row("a", numbers.a, note=f"{function}(z)", kind=RowKind.RESULT)
    yield from _delta_rows(frame, layer, numbers.delta)
    yield _heading(translate("Inspector", "Bias"))
    rows = 0 if frame.trace is None else len(frame.trace.targets)
    mean = translate("Inspector", "mean of {count} δ").format(count=format_count(rows))
    note = mean if rows > 1 else "δ"
    yield Row("∂L/∂b", numbers.bias_gradient, note=note, kind=RowKind.RESULT)
    yield from _change_rows("b", numbers.bias_change)


def _edge_rows(frame: Frame, key: EdgeKey, row: int) -> Iterator[Row]:
    """Yield how a weight came to its gradient and its step."""
    numbers = edge_numbers(frame, key, row, _MOST_SAMPLES)
    forward = None
    if numbers.activation is not None:
        forward = numbers.activation * numbers.weight
    yield Row("w", numbers.weight)
    yield Row("a", numbers.activation, note=translate("Inspector", "comes in"))
    yield Row("a · w", forward, note=translate("Inspector", "goes out"))
    yield Row("δ", numbers.delta, note=translate("Inspector", "comes back"))
    yield _heading(translate("Inspector", "Gradient a × δ, sample by sample"))
    yield from _gradient_rows(numbers)
    yield _heading(translate("Inspector", "Update"))
    yield from _change_rows("w", numbers.change)


def _gradient_rows(numbers: EdgeNumbers) -> Iterator[Row]:
    samples, rows = numbers.samples, numbers.rows
    places = None if samples is None else _places(samples, samples.total)
    yield from _terms(samples, places, translate("Inspector", "sample {number}"))
    note = "a δ" if rows <= 1 else f"Σ a δ / {format_count(rows)}"
    if samples is not None and rows > 1:
        yield Row("Σ a δ", samples.total, places=places)
    if numbers.penalty is not None:
        note = f"{note} + λ w"
        yield Row("λ w", numbers.penalty)
    yield Row("∂L/∂w", numbers.gradient, note=note, kind=RowKind.RESULT)


def _delta_rows(frame: Frame, layer: int, delta: DeltaNumbers | None) -> Iterator[Row]:
    is_last = layer == frame.network.depth
    heading = translate("Inspector", "Asked by later nodes, δ × w")
    if is_last:
        heading = translate("Inspector", "Compared with the target")
    yield _heading(heading)
    if delta is not None:
        slope = f"{frame.network.activations[layer - 1]}′(z)"
        places = _places(delta.later, delta.asked)
        yield from _terms(delta.later, places, translate("Inspector", "node {number}"))
        if delta.output is not None:
            yield Row("a", delta.output)
            yield Row("y", delta.target)
        if delta.asked is not None:
            note = "2 (a − y)" if is_last else "Σ δ w"
            yield Row("∂L/∂a", delta.asked, note=note, places=places)
        if delta.shared is not None:
            yield Row("Σ a ∂L/∂a", delta.shared)
        if delta.slope is not None:
            yield Row(f"× {slope}", delta.slope)
    yield Row("δ = ∂L/∂z", None if delta is None else delta.delta, kind=RowKind.RESULT)


def _change_rows(symbol: str, change: Change | None) -> Iterator[Row]:
    places = None if change is None else places_of_change(change)
    old, step, new = None, None, None
    if change is not None:
        old, step, new = change.old, change.step, change.new
    before = translate("Inspector", "before")
    after = translate("Inspector", "after")
    yield Row(symbol, old, note=before, places=places)
    yield Row(f"Δ{symbol}", step)
    yield Row(symbol, new, note=after, kind=RowKind.RESULT, places=places)


def _terms(terms: Terms | None, places: int | None, template: str) -> Iterator[Row]:
    """Yield a row for each term; the rest in one."""
    if terms is None:
        return
    for term in terms.shown:
        name = template.format(number=format_count(term.index + 1))
        yield Row(name, term.product, (term.left, term.right), places=places)
    if terms.rest_count:
        more = translate("Inspector", "… and {count} more")
        name = more.format(count=format_count(terms.rest_count))
        yield Row(name, terms.rest, places=places)


def _heading(text: str) -> Row:
    return Row(text, kind=RowKind.HEADING)


def _places(terms: Terms | None, *numbers: float | None) -> int | None:
    products = () if terms is None else [term.product for term in terms.shown]
    return places_of((*products, *numbers))
