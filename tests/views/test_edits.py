"""Hand edits: a typed number asks for the right change, or says why it cannot."""

from typing import Any

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QLabel, QTableView
from pytestqt.qtbot import QtBot

from bpviz.nn.parameter_key import ParameterKey
from bpviz.training.changes import ParameterEdit, SampleChoice
from bpviz.views.batch_table import BatchTable
from bpviz.views.edit_field import EditField, finite_number
from bpviz.views.edit_row import EditRow
from bpviz.views.edit_sample import SampleRow
from bpviz.views.sample_view import SampleView
from tests.scene.frames import UPDATED, frame_of
from tests.views.runs import RealRun

# PyQt's stubs take its functions for methods (6.11).
_hands: Any = QTest

_KEY = ParameterKey(layer=2, end=0, start=1)


@pytest.fixture
def row(qtbot: QtBot) -> EditRow:
    row = EditRow()
    qtbot.addWidget(row)
    row.show_parameter(frame_of(2, 3, 1, done=UPDATED), _KEY)
    row.resize(480, row.sizeHint().height())  # Wide enough for every digit.
    row.show()
    field(row).setFocus()
    qtbot.waitUntil(field(row).hasFocus)
    return row


def field(row: EditRow | SampleRow) -> EditField:
    found = row.findChild(EditField)
    assert found is not None
    return found


def problem(row: EditRow | SampleRow) -> str:
    label = row.findChild(QLabel, "problem")
    assert label is not None
    return label.text() if label.isVisibleTo(row) else ""


def retype(row: EditRow | SampleRow, text: str) -> None:
    field(row).selectAll()
    _hands.keyClicks(field(row), text)


def test_enter_asks_for_the_typed_value(qtbot: QtBot, row: EditRow) -> None:
    retype(row, "-0.25")
    with qtbot.waitSignal(row.change_requested) as asked:
        _hands.keyClick(field(row), Qt.Key.Key_Return)
    assert asked.args == [ParameterEdit(key=_KEY, value=-0.25)]
    with qtbot.assertNotEmitted(row.change_requested):
        _hands.keyClick(field(row), Qt.Key.Key_Return)  # Nothing new is typed.


def test_every_digit_is_shown(row: EditRow) -> None:
    frame = frame_of(2, 3, 1, done=UPDATED)
    assert float(field(row).text()) == frame.parameters.weights[1][1, 0]
    row.show_parameter(frame, ParameterKey(layer=1, end=2))
    assert float(field(row).text()) == frame.parameters.biases[0][2]


def test_a_narrow_field_cuts_no_digit_in_half(qtbot: QtBot, row: EditRow) -> None:
    exact = field(row).text()
    row.resize(240, row.height())
    assert field(row).text() == exact  # It has the keys.
    field(row).clearFocus()
    short = field(row).text()
    assert 3 < len(short) < len(exact)
    assert float(short) == pytest.approx(float(exact), rel=1e-3)
    assert field(row).fontMetrics().horizontalAdvance(short) < field(row).width()
    field(row).setFocus()
    qtbot.waitUntil(field(row).hasFocus)
    assert field(row).text() == exact
    with qtbot.assertNotEmitted(row.change_requested):
        _hands.keyClick(field(row), Qt.Key.Key_Return)


def test_the_symbol_says_that_the_value_is_the_present_one(row: EditRow) -> None:
    (symbol,) = (one for one in row.findChildren(QLabel) if "now" in one.text())
    assert symbol.text() == "w now"
    row.show_parameter(frame_of(2, 3, 1, done=UPDATED), ParameterKey(layer=1, end=0))
    assert symbol.text() == "b now"


def test_escape_takes_back_what_was_typed(qtbot: QtBot, row: EditRow) -> None:
    before = field(row).text()
    retype(row, "7")
    with qtbot.assertNotEmitted(row.change_requested):
        _hands.keyClick(field(row), Qt.Key.Key_Escape)
    assert field(row).text() == before


@pytest.mark.parametrize("text", ["abc", "1e999", "nan", "1,5", "--1"])
def test_what_is_no_number_is_said(qtbot: QtBot, row: EditRow, text: str) -> None:
    retype(row, text)
    with qtbot.assertNotEmitted(row.change_requested):
        _hands.keyClick(field(row), Qt.Key.Key_Return)
    assert f"“{text}” is not a number" in problem(row)
    retype(row, "1")
    assert problem(row) == ""


def test_a_true_minus_is_read(qtbot: QtBot, row: EditRow) -> None:
    field(row).selectAll()
    field(row).insert("−0.5")
    field(row).setModified(True)
    with qtbot.waitSignal(row.change_requested) as asked:
        _hands.keyClick(field(row), Qt.Key.Key_Return)
    assert asked.args == [ParameterEdit(key=_KEY, value=-0.5)]


def test_a_run_does_not_overwrite_what_is_typed(row: EditRow) -> None:
    retype(row, "0.1")
    later = frame_of(2, 3, 1, done=UPDATED, seed=1)
    row.show_parameter(later, _KEY)
    assert field(row).text() == "0.1"
    _hands.keyClick(field(row), Qt.Key.Key_Escape)
    assert float(field(row).text()) == later.parameters.weights[1][1, 0]


def test_another_parameter_takes_back_what_was_typed(row: EditRow) -> None:
    retype(row, "0.1")
    frame = frame_of(2, 3, 1, done=UPDATED)
    row.show_parameter(frame, ParameterKey(layer=1, end=0))
    assert float(field(row).text()) == frame.parameters.biases[0][0]


def test_leaving_the_field_takes_back_what_was_typed(
    qtbot: QtBot, row: EditRow
) -> None:
    before = field(row).text()
    retype(row, "0.1")
    field(row).clearFocus()
    qtbot.waitUntil(lambda: field(row).text() == before)


def test_check_asks_for_a_proof(qtbot: QtBot, row: EditRow) -> None:
    button = row._button
    with qtbot.waitSignal(row.proof_requested) as asked:
        button.click()
    assert asked.args == [_KEY]
    row.show_parameter(frame_of(2, 3, 1), _KEY)
    assert not button.isEnabled()  # There is no batch yet.


def test_a_sample_is_chosen_by_its_number_from_one(qtbot: QtBot) -> None:
    row = SampleRow()
    qtbot.addWidget(row)
    row.show_count(30)
    row.show()
    retype(row, "30")
    with qtbot.waitSignal(row.change_requested) as asked:
        _hands.keyClick(field(row), Qt.Key.Key_Return)
    assert asked.args == [SampleChoice(sample=29)]
    for text in ("31", "0", "2.5", "x"):
        retype(row, text)
        with qtbot.assertNotEmitted(row.change_requested):
            _hands.keyClick(field(row), Qt.Key.Key_Return)
        assert "from 1 to 30" in problem(row)


def test_a_sample_of_the_table_can_be_next(qtbot: QtBot) -> None:
    run, table = RealRun("mazur"), BatchTable()
    qtbot.addWidget(table)
    frame = run.step(1)
    table.show_frame(frame, run.opened.dataset)
    table.show()
    view = table.findChild(QTableView)
    assert view is not None
    menu = table.menu_at(QPoint(5, 5))
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Step sample 1 next"]
    with qtbot.waitSignal(table.change_requested) as asked:
        menu.actions()[0].trigger()
    assert frame.trace is not None
    assert asked.args == [SampleChoice(sample=int(frame.trace.samples[0]))]
    assert table.menu_at(QPoint(5, view.height() - 5)) is None


def test_the_picture_that_is_shown_can_be_next(qtbot: QtBot) -> None:
    run, view = RealRun("mnist-softmax"), SampleView()
    qtbot.addWidget(view)
    assert view.menu() is None
    frame = run.step(1)
    view.show_frame(frame, run.opened.dataset)
    menu = view.menu()
    assert menu is not None
    assert frame.trace is not None
    sample = int(frame.trace.samples[0])
    with qtbot.waitSignal(view.change_requested) as asked:
        menu.actions()[0].trigger()
    assert asked.args == [SampleChoice(sample=sample)]
    assert f"{sample + 1:,}" in menu.actions()[0].text()


def test_numbers_are_read_as_people_write_them() -> None:
    assert finite_number("1e-3") == 0.001
