"""The inspector says what the operation does and shows the selected numbers."""

import pytest
from PyQt6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bpviz.scene.numbers import format_number
from bpviz.training.frame import Frame
from bpviz.training.messages import Opened, OpenExperiment, Run, Step
from bpviz.training.presets import preset
from bpviz.training.session import Session
from bpviz.training.steps import Granularity, OperationKind
from bpviz.views.inspector import Inspector
from bpviz.views.value_list import NOT_YET


class Tour:
    """A session on a preset, gone through step by step."""

    def __init__(self, key: str) -> None:
        self._session = Session()
        request = OpenExperiment(experiment=preset(key).experiment)
        report = self._session.handle(request)
        assert report.opened is not None
        self.opened: Opened = report.opened
        self.frame = report.frame

    def to(self, kind: OperationKind, layer: int) -> Frame:
        for _ in range(100):
            operation = self.frame.operation
            if operation is not None and (operation.kind, operation.layer) == (
                kind,
                layer,
            ):
                return self.frame
            step = Step(granularity=Granularity.OPERATION)
            self.frame = self._session.handle(step).frame
        raise AssertionError(f"{kind} of layer {layer} never comes")

    def run(self, update: int) -> Frame:
        self.frame = self._session.handle(Run(budget=10, until=update)).frame
        return self.frame


@pytest.fixture
def tour() -> Tour:
    return Tour("mazur")


@pytest.fixture
def inspector(qtbot: QtBot, tour: Tour) -> Inspector:
    inspector = Inspector()
    qtbot.addWidget(inspector)
    inspector.show_session(tour.opened)
    inspector.show_frame(tour.frame)
    return inspector


def texts(inspector: Inspector) -> list[str]:
    return [
        label.text()
        for label in inspector.findChildren(QLabel)
        if not label.isHidden() and label.isVisibleTo(inspector)
    ]


def number(inspector: Inspector, name: str) -> str:
    """The text of the number beside `name`."""
    shown = texts(inspector)
    return shown[shown.index(name) + 1]


def test_the_beginning_says_what_to_do(inspector: Inspector) -> None:
    shown = " ".join(texts(inspector))
    assert "Step, or run, to begin" in shown
    assert "Click a node or an edge" in shown


@pytest.mark.parametrize(
    ("kind", "layer", "title", "formula"),
    [
        (OperationKind.LOAD, 0, "Batch loaded", "a<sup>(0)</sup> = x"),
        (
            OperationKind.PRE_ACTIVATION,
            2,
            "Pre-activations of layer 2",
            "z<sup>(2)</sup> = a<sup>(1)</sup> W<sup>(2)</sup> + b<sup>(2)</sup>",
        ),
        (
            OperationKind.DELTA,
            1,
            "Deltas of layer 1",
            "δ<sup>(1)</sup> = (δ<sup>(2)</sup> W<sup>(2)</sup>ᵀ) "
            "⊙ sigmoid′(z<sup>(1)</sup>)",
        ),
        (OperationKind.UPDATE, 0, "Parameters updated", "W ← W − η ∂L/∂W"),
    ],
)
def test_each_operation_has_a_title_and_a_formula(
    inspector: Inspector,
    tour: Tour,
    kind: OperationKind,
    layer: int,
    title: str,
    formula: str,
) -> None:
    inspector.show_frame(tour.to(kind, layer))
    shown = texts(inspector)
    assert title in shown
    assert any(text.startswith(formula) for text in shown)


def test_a_node_shows_its_numbers_as_soon_as_they_are_there(
    inspector: Inspector, tour: Tour
) -> None:
    inspector.show_selection((1, 1), None)
    frame = tour.to(OperationKind.PRE_ACTIVATION, 1)
    inspector.show_frame(frame)
    assert frame.trace is not None
    z = float(frame.trace.pre_activations[0][0, 1])
    assert "Node 2 of layer 1" in texts(inspector)
    assert number(inspector, "z") == format_number(z)
    assert number(inspector, "a") == NOT_YET
    assert number(inspector, "δ = ∂L/∂z") == NOT_YET
    bias = float(frame.parameters.biases[0][1])
    assert number(inspector, "b") == format_number(bias)
    inspector.show_frame(tour.to(OperationKind.GRADIENT, 1))
    assert number(inspector, "δ = ∂L/∂z") != NOT_YET
    assert number(inspector, "∂L/∂b") != NOT_YET


def test_an_edge_shows_its_numbers(inspector: Inspector, tour: Tour) -> None:
    inspector.show_selection(None, (2, 0, 1))
    frame = tour.to(OperationKind.UPDATE, 0)
    inspector.show_frame(frame)
    trace = frame.trace
    assert trace is not None
    shown = texts(inspector)
    assert "Weight from node 1 to node 2 of layer 2" in shown
    gradient = float(trace.weight_gradients(1)[0, 1])
    assert number(inspector, "∂L/∂w") == format_number(gradient)
    after, before = trace.parameters_after, trace.parameters
    step = float(after.weights[1][0, 1] - before.weights[1][0, 1])
    assert number(inspector, "Δw") == format_number(step)


def test_an_input_has_a_value_and_nothing_else(
    inspector: Inspector, tour: Tour
) -> None:
    inspector.show_selection((0, 1), None)
    inspector.show_frame(tour.to(OperationKind.LOAD, 0))
    assert number(inspector, "a") == "0.1"
    assert "z" not in texts(inspector)


def test_selecting_nothing_shows_the_hint_again(inspector: Inspector) -> None:
    inspector.show_selection((1, 0), None)
    assert "Click a node or an edge to see its numbers." not in texts(inspector)
    inspector.show_selection(None, None)
    assert "Click a node or an edge to see its numbers." in texts(inspector)


def test_a_batch_says_whose_numbers_they_are(qtbot: QtBot) -> None:
    tour, inspector = Tour("xor"), Inspector()
    qtbot.addWidget(inspector)
    inspector.show_session(tour.opened)
    inspector.show_frame(tour.run(1))
    inspector.show_selection((1, 0), None)
    assert any("first sample" in text for text in texts(inspector))


@pytest.mark.parametrize("key", ["quadratic", "chain", "xor", "mazur"])
def test_every_operation_of_a_preset_can_be_shown(qtbot: QtBot, key: str) -> None:
    tour, inspector = Tour(key), Inspector()
    qtbot.addWidget(inspector)
    inspector.show_session(tour.opened)
    for layer in range(1, tour.frame.network.depth + 1):
        for kind in (OperationKind.ACTIVATION, OperationKind.GRADIENT):
            inspector.show_frame(tour.to(kind, layer))
