"""The inspector's hands: notation, edits, switches, proofs, faults, copying."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QScrollArea,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from bpviz.nn.faults import Fault
from bpviz.nn.optimizers import Hyperparameters
from bpviz.nn.parameter_key import ParameterKey
from bpviz.scene.notation import Notation
from bpviz.training.changes import NodeSwitch, ParameterEdit, RunSettings
from bpviz.training.frame import Frame
from bpviz.training.proof import ParameterProof
from bpviz.training.steps import OperationKind, operations_for
from bpviz.views.edit_field import EditField
from bpviz.views.explanation_list import ExplanationList
from bpviz.views.formula_label import FormulaLabel
from bpviz.views.inspector import Inspector
from bpviz.views.network_view import NetworkView
from bpviz.views.proof_panel import ProofPanel
from tests.views.runs import RealRun

# PyQt's stubs take its functions for methods (6.11).
_hands: Any = QTest

_OPERATIONS = operations_for(2)


class Shown:
    """An inspector on the worked example of Matt Mazur."""

    def __init__(self, qtbot: QtBot) -> None:
        self.run = RealRun("mazur")
        self.inspector = Inspector()
        qtbot.addWidget(self.inspector)
        self.inspector.resize(280, 640)
        self.inspector.show_session(self.run.opened)
        self.inspector.show()

    def after(self, kind: OperationKind, layer: int = 0) -> Frame:
        """Go to the moment after an operation, and show it."""
        for _ in range(len(_OPERATIONS)):
            frame = self.run.step(1)
            operation = frame.operation
            if operation is not None and (operation.kind, operation.layer) == (
                kind,
                layer,
            ):
                self.inspector.show_frame(frame)
                return frame
        raise AssertionError(f"{kind} of layer {layer} never comes")

    def numbers(self) -> ExplanationList:
        (found,) = (
            numbers
            for numbers in self.inspector.findChildren(ExplanationList)
            if not isinstance(numbers.parent(), ProofPanel)
        )
        return found

    def words(self) -> str:
        labels: list[QLabel | FormulaLabel] = [
            *self.inspector.findChildren(QLabel),
            *self.inspector.findChildren(FormulaLabel),
        ]
        return "\n".join(x.text() for x in labels if x.isVisibleTo(self.inspector))

    def button(self, text: str) -> QToolButton:
        (found,) = (
            button
            for button in self.inspector.findChildren(QToolButton)
            if button.text() == text
        )
        return found

    def proof(self) -> ProofPanel:
        found = self.inspector.findChild(ProofPanel)
        assert found is not None
        return found


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def proof_of(key: ParameterKey, frame: Frame) -> ParameterProof:
    values = np.linspace(-1, 1, 11)
    return ParameterProof(
        *(key, frame.moment, 0.0, 0.5, 0.5, 0.0, False, True, values, values**2)
    )


def test_the_notation_turns_formula_code_and_factors(
    qtbot: QtBot, shown: Shown
) -> None:
    shown.after(OperationKind.PRE_ACTIVATION, 2)
    shown.inspector.show_selection((1, 0), None)
    assert "z(2) = a(1) W(2) + b(2)" in shown.words()
    assert "z2 = a1 @ W2 + b2\n# (1, 2) @ (2, 2) + (2,)" in shown.words()
    assert ("i2", "0.1 × 0.2", "0.0200") in shown.numbers().texts
    with qtbot.waitSignal(shown.inspector.notation_changed) as changed:
        shown.button("W a").click()
    assert changed.args == [Notation.COLUMNS]
    assert shown.inspector.notation is Notation.COLUMNS
    assert "z(2) = W(2) a(1) + b(2)" in shown.words()
    assert "z2 = W2 @ a1 + b2\n# (2, 2) @ (2, 1) + (2, 1)" in shown.words()
    assert ("i2", "0.2 × 0.1", "0.0200") in shown.numbers().texts


def test_a_notation_that_was_remembered_is_worn_without_a_signal(
    qtbot: QtBot, shown: Shown
) -> None:
    shown.after(OperationKind.PRE_ACTIVATION, 1)
    with qtbot.assertNotEmitted(shown.inspector.notation_changed):
        shown.inspector.set_notation(Notation.COLUMNS)
    # Weights are (fan_out, fan_in), the sample is a column.
    assert "[0.15 0.2; 0.25 0.3] [0.05; 0.1] + [0.35; 0.35]" in shown.words()


@pytest.mark.parametrize(
    ("node", "edge", "key"),
    [
        ((1, 1), None, ParameterKey(layer=1, end=1)),
        (None, (2, 0, 1), ParameterKey(layer=2, end=1, start=0)),
    ],
)
def test_the_field_edits_the_selected_parameter(
    qtbot: QtBot,
    shown: Shown,
    node: tuple[int, int] | None,
    edge: tuple[int, int, int] | None,
    key: ParameterKey,
) -> None:
    shown.after(OperationKind.UPDATE)
    shown.inspector.show_selection(node, edge)
    (field,) = (
        field
        for field in shown.inspector.findChildren(EditField)
        if field.isVisibleTo(shown.inspector)
        and field.accessibleName() != "Next sample"
    )
    field.selectAll()
    _hands.keyClicks(field, "0.75")
    with qtbot.waitSignal(shown.inspector.change_requested) as asked:
        _hands.keyClick(field, Qt.Key.Key_Return)
    assert asked.args == [ParameterEdit(key=key, value=0.75)]


def test_hidden_nodes_and_inputs_are_switched(qtbot: QtBot, shown: Shown) -> None:
    frame = shown.after(OperationKind.UPDATE)
    box = shown.inspector.findChild(QCheckBox)
    assert box is not None
    for node in ((0, 1), (1, 0)):
        shown.inspector.show_selection(node, None)
        assert box.isVisible()
        assert box.isChecked()
        with qtbot.waitSignal(shown.inspector.change_requested) as asked:
            box.click()
        assert asked.args == [NodeSwitch(layer=node[0], node=node[1], is_on=False)]
        # What holds is what the run says.
        shown.inspector.show_frame(frame)
        assert box.isChecked()
    off = replace(frame, settings=RunSettings(switched_off=frozenset({(1, 0)})))
    shown.inspector.show_frame(off)
    assert not box.isChecked()
    shown.inspector.show_selection((2, 0), None)
    assert not box.isVisible()  # Outputs cannot be switched off.


def test_a_proof_is_shown_for_what_is_selected_alone(shown: Shown) -> None:
    frame = shown.after(OperationKind.GRADIENT, 1)
    shown.inspector.show_selection(None, (1, 0, 1))
    key = ParameterKey(layer=1, end=1, start=0)
    shown.inspector.show_proof(proof_of(ParameterKey(layer=1, end=0), frame))
    assert shown.proof().proof is None
    shown.inspector.show_proof(proof_of(key, frame))
    assert shown.proof().proof is not None
    assert not shown.proof().is_stale
    shown.inspector.show_frame(shown.run.step(1))
    assert shown.proof().is_stale
    shown.inspector.show_selection((1, 0), None)
    assert shown.proof().proof is None


def test_check_asks_for_the_selected_parameter(qtbot: QtBot, shown: Shown) -> None:
    shown.after(OperationKind.GRADIENT, 1)
    shown.inspector.show_selection((2, 1), None)
    row = shown.inspector._selection.edit
    with qtbot.waitSignal(shown.inspector.proof_requested) as asked:
        row._button.click()
    assert asked.args == [ParameterKey(layer=2, end=1)]


def test_a_fault_is_named_unless_it_is_secret(shown: Shown) -> None:
    frame = shown.after(OperationKind.GRADIENT, 1)
    assert "Fault" not in shown.words()
    known = RunSettings(fault=Fault.SUM_FOR_MEAN)
    shown.inspector.show_frame(replace(frame, settings=known))
    assert "Fault" not in shown.words()  # The update shown was made before.
    shown.inspector.show_frame(replace(frame, settings=known, trace_settings=known))
    assert "Fault: Sum instead of mean" in shown.words()
    secret = replace(known, fault_is_secret=True)
    shown.inspector.show_frame(replace(frame, trace_settings=secret))
    assert "Sum instead of mean" not in shown.words()
    assert "Fault: a hidden fault" in shown.words()


def test_the_optimizer_is_the_one_of_the_moment(shown: Shown) -> None:
    frame = shown.after(OperationKind.UPDATE)
    assert "W2 = W2 - 0.25 * dW2" in shown.words()
    numbers = Hyperparameters(optimizer="momentum", learning_rate=0.125, momentum=0.75)
    settings = RunSettings(numbers)
    after = replace(frame, settings=settings, trace_settings=settings)
    shown.inspector.show_frame(after)
    assert "vW2 = 0.75 * vW2 + dW2" in shown.words()
    assert "W ← W − η v" in shown.words()


def test_what_is_below_stays_where_it_is(qtbot: QtBot, shown: Shown) -> None:
    shown.inspector.show_selection((1, 0), None)
    shown.run.step(1)

    def places() -> list[int]:
        found = []
        for _ in _OPERATIONS:
            shown.inspector.show_frame(shown.run.step(1))
            QApplication.processEvents()  # The scroll area learns of a new height.
            found.append(shown.inspector._selection.y())
        return found

    places()
    assert len(set(places())) == 1  # After every operation has been seen once.


def test_what_is_chosen_is_scrolled_to(qtbot: QtBot, shown: Shown) -> None:
    shown.inspector.resize(280, 300)
    shown.after(OperationKind.GRADIENT, 1)
    area = shown.inspector.findChild(QScrollArea)
    assert area is not None
    bar, viewport = area.verticalScrollBar(), area.viewport()
    assert bar is not None
    assert viewport is not None
    bar.setValue(0)
    shown.inspector.show_selection((1, 0), None)
    field = shown.inspector._selection.edit
    assert field.mapTo(viewport, QPoint(0, field.height())).y() < 100
    QApplication.processEvents()  # Nor does it move when the layout has settled.
    assert field.mapTo(viewport, QPoint(0, field.height())).y() < 100


def test_a_marked_number_is_copied_with_every_digit(qtbot: QtBot, shown: Shown) -> None:
    frame = shown.after(OperationKind.PRE_ACTIVATION, 1)
    shown.inspector.show_selection((1, 0), None)
    numbers = shown.numbers()
    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    (place,) = (i for i, row in enumerate(numbers.rows) if row.name == "z")
    numbers.setFocus()
    qtbot.waitUntil(numbers.hasFocus)
    numbers.mark(place)
    _hands.keyClick(numbers, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert frame.trace is not None
    z = float(frame.trace.pre_activations[0][0, 0])
    assert clipboard.text() == repr(z)
    copy_number, copy_row, copy_all = numbers.actions()
    copy_row.trigger()
    assert clipboard.text() == f"z\t\t\t{z!r}"
    copy_all.trigger()
    lines = clipboard.text().splitlines()
    assert lines[0] == "Node 1 of layer 1"
    assert len(lines) == 1 + len(numbers.rows)
    assert copy_number.text() == "Copy the number"


def test_rows_are_marked_by_hand_and_by_keys(qtbot: QtBot, shown: Shown) -> None:
    shown.after(OperationKind.PRE_ACTIVATION, 1)
    shown.inspector.show_selection((1, 0), None)
    numbers = shown.numbers()
    _hands.mouseClick(numbers, Qt.MouseButton.LeftButton, pos=QPoint(9, 30))
    qtbot.waitUntil(lambda: numbers.marked_row is not None)
    first = numbers.marked_row
    _hands.keyClick(numbers, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert numbers.marked_row not in (first, None)
    # A plain arrow is left to the run.
    marked = numbers.marked_row
    _hands.keyClick(numbers, Qt.Key.Key_Down)
    assert numbers.marked_row is marked
    _hands.keyClick(numbers, Qt.Key.Key_Escape)
    assert numbers.marked_row is None


@pytest.mark.parametrize("hovered", [(1, 0), (2, 0, 1)])
def test_what_is_hovered_stays_true_while_the_run_goes_on(
    qtbot: QtBot, hovered: tuple[int, ...]
) -> None:
    run = RealRun("mazur")
    frames = [run.step(5), run.step(len(_OPERATIONS))]

    def view_of(*shown: Frame) -> NetworkView:
        view = NetworkView()
        qtbot.addWidget(view)
        view.resize(640, 400)
        for frame in shown:
            view.show_frame(frame)
            view._canvas.hovered = hovered  # type: ignore[assignment]
            view.grab()
        return view

    first, both, second = view_of(frames[0]), view_of(*frames), view_of(frames[1])
    assert both.grab().toImage() == second.grab().toImage()
    assert both.grab().toImage() != first.grab().toImage()
