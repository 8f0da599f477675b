"""The graph that is open: what it is computed from, how it is drawn, where it stands.

What cannot be computed raises and leaves the last good graph as it is.
"""

from collections.abc import Sequence

from bpviz.nn.graph.graph import Graph
from bpviz.nn.graph.presets import GraphPreset
from bpviz.scene.graph_expression_source import ExpressionSource
from bpviz.scene.graph_folding import Fold, ShownGraph, shown_graph
from bpviz.scene.graph_layout import GraphLayout, graph_layout
from bpviz.scene.graph_network_source import NetworkSource
from bpviz.scene.graph_parts import GraphPicture
from bpviz.scene.graph_passes import GraphMoment, GraphPasses
from bpviz.scene.graph_picture import graph_picture
from bpviz.scene.graph_roles import Role
from bpviz.scene.graph_sizes import GraphSizes
from bpviz.training.steps import Granularity

MOST_SHOWN = 60
"""Nodes drawn at once: of a larger network only some neurons can be unfolded."""

_COMPACT = GraphSizes(number=58.0, column_gap=14.0, row_gap=10.0, padding=3.0)
"""For networks, which are wide."""


class GraphDocument:
    """An open graph.

    Attributes
    ----------
    expression : ExpressionSource
        The expression that is open, or was last.
    network : NetworkSource or None
        The network whose graph is shown; None where it is that of the expression.
    moment : GraphMoment or None
        What is shown; None before the first good graph.
    """

    def __init__(self) -> None:
        self.expression = ExpressionSource("")
        self.network: NetworkSource | None = None
        self.moment: GraphMoment | None = None
        self._roles: dict[int, Role] = {}
        self._unfolded: list[int] = []
        self._layout: GraphLayout | None = None
        self._structure: object = None

    @property
    def shown(self) -> ShownGraph | None:
        """The graph as it is drawn."""
        return None if self.moment is None else self.moment.passes.shown

    @property
    def names(self) -> tuple[str, ...]:
        """The variables of the expression that is shown."""
        shown = self.shown
        return tuple(shown.full.variables) if shown and self.has_expression else ()

    @property
    def has_expression(self) -> bool:
        """Whether the graph that is shown is that of an expression."""
        return self.shown is not None and self.network is None

    @property
    def can_unfold_all(self) -> bool:
        """Whether every node of the graph can be drawn at once."""
        shown = self.shown
        return shown is not None and len(shown.full.nodes) <= MOST_SHOWN

    @property
    def is_unfolded(self) -> bool:
        """Whether something that can be folded is not."""
        return bool(self._unfolded)

    def open_preset(self, preset: GraphPreset, *, together: bool = False) -> None:
        """Open a preset at its beginning."""
        self.expression = ExpressionSource.of_preset(preset, together=together)
        self._show_expression()
        self.move_to(0)

    def put_together(self, preset: GraphPreset, *, together: bool) -> None:
        """Show a preset taken apart or put together, with the values of the moment."""
        text = preset.together if together else preset.expression
        self.expression.text = text
        self.compute()

    def set_expression(self, text: str) -> None:
        """Show another expression, both passes completed."""
        self.expression.text = text
        self.compute()

    def drag(self, name: str, entry: Sequence[int], number: float) -> None:
        """Give a variable, or one of its numbers, a value; both passes follow."""
        self.expression.drag(name, entry, number)
        self.compute()

    def compute(self) -> None:
        """Show what the expression and its values are now, both passes completed."""
        self._show_expression()
        self.finish()

    def open_network(self, source: NetworkSource) -> None:
        """Open a network, folded to its neurons, or one neuron, both passes done."""
        self._unfolded = []
        self._show_network(source)
        self.finish()

    def show_network(self, source: NetworkSource) -> None:
        """Show another moment or sample of the network at the same place."""
        self._show_network(source)

    def role(self, node: int) -> Role | None:
        """Return what a node that is drawn is in the network, if it is anything."""
        shown = self.shown
        if shown is None or self.network is None:
            return None
        return self._roles.get(shown.output_of(node))

    def toggle_fold(self, node: int) -> None:
        """Unfold a node that is drawn, or fold what it belongs to again.

        Where too much would be drawn, what was unfolded first is folded again.
        """
        shown = self.shown
        fold = None if shown is None else shown.fold_of(node)
        if shown is None or fold is None:
            return
        if fold.output in self._unfolded:
            self._unfolded.remove(fold.output)
        else:
            self._unfolded.append(fold.output)
            while self._count(shown) > MOST_SHOWN and len(self._unfolded) > 1:
                self._unfolded.pop(0)
        self._refold(shown)

    def unfold_all(self, *, unfolded: bool) -> None:
        """Unfold everything, or fold it."""
        shown = self.shown
        if shown is None:
            return
        self._unfolded = [fold.output for fold in shown.folds] if unfolded else []
        self._refold(shown)

    def step(self, granularity: Granularity, direction: int) -> None:
        """Move by an operation, a pass, or both passes."""
        if self.moment is not None:
            self.moment = self.moment.moved(granularity, direction)

    def move_to(self, position: int) -> None:
        """Go to where so many steps are done."""
        if self.moment is not None:
            last = len(self.moment.passes.steps)
            place = min(max(position, 0), last)
            self.moment = GraphMoment(self.moment.passes, place)

    def finish(self) -> None:
        """Go to the end of both passes."""
        if self.moment is not None:
            self.move_to(len(self.moment.passes.steps))

    @property
    def is_finished(self) -> bool:
        """Whether both passes are completed."""
        moment = self.moment
        return moment is None or moment.position == len(moment.passes.steps)

    def picture(self) -> GraphPicture | None:
        """Return what is drawn."""
        moment = self.moment
        if moment is None:
            return None
        graph = moment.passes.shown.graph
        sizes = GraphSizes() if self.network is None else _COMPACT
        structure = (sizes, _structure(graph))
        if self._layout is None or structure != self._structure:
            self._layout, self._structure = graph_layout(graph, sizes), structure
        return graph_picture(self._layout, moment, frozenset(self.names))

    def _show_expression(self) -> None:
        graph = self.expression.graph()
        self._show(graph, ())
        self.network = None

    def _show_network(self, source: NetworkSource) -> None:
        graph = source.graph()
        self._show(source.named(graph), source.folds(graph))
        self._roles = source.roles(graph)
        self.network = source

    def _show(self, graph: Graph, folds: Sequence[Fold]) -> None:
        outputs = {fold.output for fold in folds}
        self._unfolded = [output for output in self._unfolded if output in outputs]
        folded = frozenset(outputs.difference(self._unfolded))
        passes = GraphPasses(shown_graph(graph, folds, folded))
        position = 0 if self.moment is None else self.moment.position
        self.moment = GraphMoment(passes, min(position, len(passes.steps)))

    def _refold(self, shown: ShownGraph) -> None:
        """Draw the same graph with other folds, at about the same place."""
        was_finished = self.is_finished
        self._show(shown.full, shown.folds)
        if was_finished:
            self.finish()

    def _count(self, shown: ShownGraph) -> int:
        return len(shown.full.nodes) - sum(
            len(fold.members) - 1
            for fold in shown.folds
            if fold.output not in self._unfolded
        )


def _structure(graph: Graph) -> tuple[object, ...]:
    """Return all that the layout of a graph depends on."""
    return tuple(
        (
            node.operation,
            node.operands,
            node.name,
            "" if node.operation not in ("constant", "folded") else node.text,
            node.value.shape,
        )
        for node in graph.nodes
    )
