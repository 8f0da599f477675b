"""The inspector says what the operation does and shows the selected numbers."""

from typing import Any

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QLabel, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from bpviz.look.type_scale import GRID
from bpviz.nn.optimizers import Hyperparameters
from bpviz.scene.numbers import MINUS, format_number
from bpviz.training.engine import Engine
from bpviz.training.frame import Frame
from bpviz.training.messages import Opened, OpenExperiment, Run, Step
from bpviz.training.presets import preset
from bpviz.training.session import Session
from bpviz.training.steps import (
    Granularity,
    Moment,
    OperationKind,
    operations_for,
)
from bpviz.views.explanation_list import ExplanationList
from bpviz.views.explanation_row import NOT_YET, Row, RowKind
from bpviz.views.formula_label import FormulaLabel
from bpviz.views.inspector import Inspector
from bpviz.views.proof_panel import ProofPanel
from tests.nn.small import small_problem
from tests.views.seen import click

# PyQt's stubs take its functions for methods (6.11).
_hands: Any = QTest


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
    labels: list[QLabel | FormulaLabel] = [
        *inspector.findChildren(QLabel),
        *inspector.findChildren(FormulaLabel),
    ]
    return [label.text() for label in labels if label.isVisibleTo(inspector)]


def numbers(inspector: Inspector) -> ExplanationList:
    (found,) = (
        numbers
        for numbers in inspector.findChildren(ExplanationList)
        if not isinstance(numbers.parent(), ProofPanel)
    )
    return found


def number(inspector: Inspector, name: str) -> str:
    """The text of the number that is called `name`, the last if there are several."""
    return {name: value for name, _, value in numbers(inspector).texts}[name]


def test_the_beginning_says_what_to_do(inspector: Inspector) -> None:
    shown = " ".join(texts(inspector))
    assert "Step, or run, to begin" in shown
    assert "Click a node or an edge" in shown


@pytest.mark.parametrize(
    ("kind", "layer", "title", "formula"),
    [
        (OperationKind.LOAD, 0, "Batch loaded", "a(0) = x"),
        (
            OperationKind.PRE_ACTIVATION,
            2,
            "Pre-activations of layer 2",
            "z(2) = a(1) W(2) + b(2)",
        ),
        (
            OperationKind.DELTA,
            1,
            "Deltas of layer 1",
            "δ(1) = (δ(2) W(2)T) ⊙ σ′(z(1))",
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
    assert float(number(inspector, "z").replace(MINUS, "-")) == pytest.approx(
        z, abs=5e-5
    )
    assert number(inspector, "a") == NOT_YET
    assert number(inspector, "δ = ∂L/∂z") == NOT_YET
    bias = float(frame.parameters.biases[0][1])
    assert ("b", "", f"{bias:.4f}") in numbers(inspector).texts
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
    assert "Node 1 of layer 1 → Output o2" in shown
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
    assert [row.name for row in numbers(inspector).rows] == ["a"]


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
    assert any("sample 1 of" in text for text in texts(inspector))


@pytest.mark.parametrize("key", ["quadratic", "chain", "xor", "mazur"])
def test_every_operation_of_a_preset_can_be_shown(qtbot: QtBot, key: str) -> None:
    tour, inspector = Tour(key), Inspector()
    qtbot.addWidget(inspector)
    inspector.show_session(tour.opened)
    for layer in range(1, tour.frame.network.depth + 1):
        for kind in (OperationKind.ACTIVATION, OperationKind.GRADIENT):
            inspector.show_frame(tour.to(kind, layer))


def test_a_node_lists_its_terms_and_they_are_its_sum(
    inspector: Inspector, tour: Tour
) -> None:
    inspector.show_selection((1, 0), None)
    inspector.show_frame(tour.to(OperationKind.GRADIENT, 1))
    shown = numbers(inspector).texts
    # Mazur's numbers: net h1 = 0.15 x 0.05 + 0.2 x 0.1 + 0.35 = 0.3775.
    assert shown[1:6] == (
        ("i2", "0.1 × 0.2", "0.0200"),
        ("i1", "0.05 × 0.15", "0.0075"),
        ("b", "", "0.3500"),
        ("z", "Σ a w + b", "0.3775"),
        ("a", "sigmoid(z)", "0.5933"),
    )


def test_many_terms_end_in_one_line_for_the_rest(qtbot: QtBot) -> None:
    tour, inspector = Tour("quadratic"), Inspector()
    qtbot.addWidget(inspector)
    inspector.show_session(tour.opened)
    inspector.show_frame(tour.run(3))
    inspector.show_selection((2, 2), None)
    names = [row.name for row in numbers(inspector).rows]
    assert "… and 92 more" in names
    rows = numbers(inspector).rows
    heads = [i for i, row in enumerate(rows) if row.kind is RowKind.HEADING]
    (place,) = (i for i, row in enumerate(rows) if row.name == "z")
    parts = [row.value for row in rows[heads[0] + 1 : place]]
    assert sum(part for part in parts if part is not None) == pytest.approx(
        rows[place].value
    )


def test_the_operation_is_worked_out_and_written_in_numpy(
    inspector: Inspector, tour: Tour
) -> None:
    inspector.show_frame(tour.to(OperationKind.PRE_ACTIVATION, 1))
    shown = texts(inspector)
    matrices = "[0.05 0.1] [0.15 0.25; 0.2 0.3] + [0.35 0.35]\n= [0.378 0.392]"
    assert any(matrices in text for text in shown)
    inspector.show_selection((1, 0), None)
    shown = texts(inspector)
    assert any("0.1 × 0.2 + 0.05 × 0.15 + 0.35 = 0.3775" in text for text in shown)
    assert any(
        "z1 = a0 @ W1 + b1" in text and "# (1, 2) @ (2, 2) + (2,)" in text
        for text in shown
    )


def test_the_numbers_can_be_copied(
    qtbot: QtBot, inspector: Inspector, tour: Tour
) -> None:
    inspector.show_frame(tour.to(OperationKind.GRADIENT, 1))
    inspector.show_selection((1, 0), None)
    inspector.show()
    area = inspector.findChild(QScrollArea)
    assert area is not None
    click(numbers(inspector), QPoint(5, 5))
    area.setFocus()
    qtbot.waitUntil(area.hasFocus)
    _hands.keyClick(area, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    copied = [line.split("\t") for line in clipboard.text().splitlines()]
    assert copied[1][:3] == ["i2", "0.1", "0.2"]
    assert float(copied[1][3]) == pytest.approx(0.02)
    assert len(copied) == len(numbers(inspector).rows)
    assert numbers(inspector).actions()  # And from the menu of the list.


def test_what_is_marked_in_the_code_is_copied_before_the_list(
    qtbot: QtBot, inspector: Inspector, tour: Tour
) -> None:
    inspector.show_frame(tour.to(OperationKind.GRADIENT, 1))
    inspector.show_selection((1, 0), None)
    inspector.show()
    (code,) = (
        label
        for label in inspector.findChildren(QLabel)
        if label.text().startswith("dW1")
    )
    code.setFocus()
    qtbot.waitUntil(code.hasFocus)
    code.setSelection(0, len(code.text()))
    _hands.keyClick(code, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    assert clipboard.text() == code.text()


@pytest.mark.parametrize("key", ["quadratic", "chain", "xor", "mazur"])
def test_nothing_is_clipped_in_a_narrow_panel(qtbot: QtBot, key: str) -> None:
    tour, inspector = Tour(key), Inspector()
    qtbot.addWidget(inspector)
    inspector.show_session(tour.opened)
    inspector.resize(270, 300)
    inspector.show()
    inspector.show_frame(tour.run(50))
    area = inspector.findChild(QScrollArea)
    assert area is not None
    inside, viewport = area.widget(), area.viewport()
    assert inside is not None
    assert viewport is not None
    for selection in (((1, 0), None), ((2, 0), None), (None, (1, 0, 0))):
        inspector.show_selection(*selection)
        qtbot.waitUntil(lambda: inside.width() == viewport.width())
        assert inside.minimumSizeHint().width() <= viewport.width()
        assert numbers(inspector).fits()


@pytest.mark.parametrize("loss", ["squared_error", "softmax_cross_entropy"])
def test_a_diverged_network_can_be_explained(qtbot: QtBot, loss: str) -> None:
    inspector = Inspector()
    qtbot.addWidget(inspector)
    output = "softmax" if loss == "softmax_cross_entropy" else "identity"
    problem = small_problem(
        hyperparameters=Hyperparameters(learning_rate=1e200),
        activations=("relu", "relu", output),
        loss=loss,
        batch_size=4,
    )
    session = Opened(problem.experiment, problem.dataset, 3, None)
    inspector.show_session(session)
    engine = Engine(problem.experiment, problem.dataset)
    for _ in range(3):
        trace = engine.trace()
        for operation in range(1, len(operations_for(3))):
            inspector.show_frame(
                Frame(
                    0,
                    engine.network,
                    Moment(0, operation),
                    0,
                    trace.parameters,
                    trace,
                )
            )
            inspector.show_selection((2, 1), None)
            inspector.show_selection((3, 1), None)
            inspector.show_selection(None, (3, 1, 1))
    shown = [value for _, _, value in numbers(inspector).texts]
    assert {"NaN", "∞"} & {value.removeprefix(MINUS) for value in shown}


def test_numbers_have_as_many_digits_as_are_chosen(
    inspector: Inspector, tour: Tour
) -> None:
    frame = tour.to(OperationKind.DELTA, 1)
    assert frame.trace is not None
    inspector.show_frame(frame)
    inspector.show_selection((1, 0), None)
    delta = float(frame.trace.deltas[0][0, 0])
    for digits in (2, 6, 4):
        inspector.set_precision(digits)
        assert number(inspector, "δ = ∂L/∂z") == format_number(delta, digits)
        formulas = (one.text() for one in inspector.findChildren(FormulaLabel))
        assert any(text.endswith(format_number(delta, digits)) for text in formulas)


def test_a_used_parameter_and_the_present_one_are_told_apart(
    inspector: Inspector, tour: Tour
) -> None:
    before = tour.to(OperationKind.GRADIENT, 1)
    inspector.show_frame(before)
    inspector.show_selection(None, (1, 0, 0))
    assert numbers(inspector).texts[0][1] == ""
    assert "w now" in texts(inspector)
    after = tour.to(OperationKind.UPDATE, 0)
    inspector.show_frame(after)
    used, present = (
        float(parameters.weights[0][0, 0])
        for parameters in (before.parameters, after.parameters)
    )
    assert used != present
    assert numbers(inspector).texts[0][:2] == ("w", "before")
    assert numbers(inspector).rows[0].value == used
    (field,) = (
        one
        for one in inspector.findChildren(QLineEdit)
        if one.accessibleName() == "Weight"
    )
    field.resize(400, field.height())
    assert float(field.text()) == present


def test_what_is_selected_stays_where_it_is_when_more_is_said_above(
    qtbot: QtBot, inspector: Inspector, tour: Tour
) -> None:
    inspector.resize(280, 320)
    inspector.show()
    qtbot.waitExposed(inspector)
    inspector.show_selection((1, 0), None)
    area = inspector.findChild(QScrollArea)
    assert area is not None
    shown = numbers(inspector)

    def top() -> int:
        return shown.mapTo(area, QPoint(0, 0)).y()

    qtbot.waitUntil(lambda: 0 < top() < 160)
    before = top()
    for kind, layer in (
        (OperationKind.LOAD, 0),
        (OperationKind.PRE_ACTIVATION, 1),
        (OperationKind.DELTA, 1),
        (OperationKind.UPDATE, 0),
    ):
        inspector.show_frame(tour.to(kind, layer))
        qtbot.waitUntil(lambda: abs(top() - before) <= GRID)


def test_a_run_that_leaves_updates_out_typesets_no_numbers(
    qtbot: QtBot, inspector: Inspector, tour: Tour
) -> None:
    inspector.resize(280, 600)
    inspector.show()
    qtbot.waitExposed(inspector)
    inspector.show_frame(tour.run(3))
    worked = inspector.findChildren(FormulaLabel)[-1]
    for update in (6, 9):
        # However long the last one was shown.
        inspector.show_frame(tour.run(update))
        assert not worked.is_typeset()
    qtbot.waitUntil(worked.is_typeset)


def test_factors_lose_digits_but_win_none_while_only_numbers_change(
    qtbot: QtBot,
) -> None:
    shown = ExplanationList()
    qtbot.addWidget(shown)
    shown.show()

    def factors(*rows: Row) -> str:
        shown.show_rows(rows)
        return shown.texts[0][1]

    long, short = Row("w", 1.0, (123.456, 123.456)), Row("w", 1.0, (0.1234, 0.5))
    width = 400
    while factors(long) == "123.5 × 123.5":
        width -= 4
        shown.resize(width, 100)
    assert factors(long) == "123 × 123"
    assert factors(short) == "0.123 × 0.5"
    assert factors(short, short) == "0.1234 × 0.5"  # Something else is shown.
    assert factors(long, short) == "123 × 123"
    shown.resize(400, 100)
    assert factors(long, short) == "123.5 × 123.5"
