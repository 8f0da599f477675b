"""Values are typed or dragged; a number that is typed is never overwritten."""

from typing import Any

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QColor
from PyQt6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bpviz.controls.graph_value_field import GraphValueField
from bpviz.controls.graph_values_bar import GraphValuesBar
from bpviz.look.palette import current_theme
from tests.views.seen import click, drag

# PyQt's stubs take its functions for methods (6.11).
_hands: Any = QTest

VALUES = {"apple": "100", "n": "2", "W": "[[1, 2], [3, 4]]"}


@pytest.fixture
def bar(qtbot: QtBot) -> GraphValuesBar:
    bar = GraphValuesBar()
    qtbot.addWidget(bar)
    bar.show_values(VALUES)
    bar.resize(700, 30)
    with qtbot.waitExposed(bar):
        bar.show()
    return bar


def middle(field: GraphValueField) -> QPoint:
    return field.rect().center()


def test_every_variable_has_a_field_in_order(bar: GraphValuesBar) -> None:
    assert {n: f.text() for n, f in bar.fields.items()} == VALUES
    places = [f.mapTo(bar, QPoint()).x() for f in bar.fields.values()]
    assert places == sorted(places)
    for name, field in bar.fields.items():
        wide = field.fontMetrics().horizontalAdvance(field.text())
        assert field.width() > wide, f"{name} is cut off"


def test_a_drag_changes_the_number_in_its_third_digit(
    qtbot: QtBot, bar: GraphValuesBar
) -> None:
    field = bar.fields["apple"]
    field.clearFocus()
    with qtbot.waitSignal(bar.value_dragged) as dragged:
        drag(field, middle(field), middle(field) + QPoint(20, 0))
    assert dragged.args == ["apple", (), 120.0]
    assert not field.hasFocus()


def test_a_list_cannot_be_dragged(qtbot: QtBot, bar: GraphValuesBar) -> None:
    field = bar.fields["W"]
    with qtbot.assertNotEmitted(bar.value_dragged):
        drag(field, middle(field), middle(field) + QPoint(20, 0))


def test_a_click_lets_one_type(qtbot: QtBot, bar: GraphValuesBar) -> None:
    field = bar.fields["n"]
    field.clearFocus()
    click(field, middle(field))
    qtbot.waitUntil(field.hasFocus)
    assert field.selectedText() == "2"
    typed: list[list[str]] = []
    bar.value_typed.connect(lambda *args: typed.append(list(args)))
    _hands.keyClicks(field, "3.5")
    assert typed[-1] == ["n", "3.5"]
    bar.show_values({**VALUES, "n": "7"})
    assert field.text() == "3.5", "what is being typed was overwritten"
    _hands.keyClick(field, Qt.Key.Key_Return)
    assert field.hasFocus()
    assert field.selectedText() == "3.5"
    bar.show_values({**VALUES, "n": "7"})
    assert field.text() == "7", "what was taken is not being typed any more"
    with qtbot.waitSignal(bar.left):
        _hands.keyClick(field, Qt.Key.Key_Escape)


def test_what_is_no_value_is_marked(bar: GraphValuesBar) -> None:
    def marks() -> dict[str, int]:
        error = QColor(current_theme().error)
        return {
            name: sum(
                image.pixelColor(x, y) == error
                for x in range(image.width())
                for y in range(image.height())
            )
            for name, field in bar.fields.items()
            for image in (field.grab().toImage(),)
        }

    assert not any(marks().values())
    bar.show_wrong({"n"})
    found = marks()
    assert found.pop("n") > 0
    assert not any(found.values())
    bar.show_wrong(())
    assert not any(marks().values())


def test_a_field_grows_with_what_is_typed(bar: GraphValuesBar) -> None:
    field = bar.fields["n"]
    before = field.width()
    field.setFocus()
    field.selectAll()
    _hands.keyClicks(field, "[[1.25, 2.5], [3.75, 4]]")
    assert field.width() > before
    assert field.fontMetrics().horizontalAdvance(field.text()) < field.width()


@pytest.mark.parametrize("text", ["inf", "nan"])
def test_what_is_not_finite_cannot_be_dragged(
    qtbot: QtBot, bar: GraphValuesBar, text: str
) -> None:
    field = bar.fields["n"]
    field.setText(text)
    with qtbot.assertNotEmitted(bar.value_dragged):
        drag(field, middle(field), middle(field) + QPoint(20, 0))


def test_fields_stay_while_the_names_do(bar: GraphValuesBar) -> None:
    before = dict(bar.fields)
    bar.show_values({**VALUES, "apple": "1"})
    assert bar.fields == before
    bar.show_values({"pear": "1"})
    assert list(bar.fields) == ["pear"]


def test_a_second_row_begins_where_the_first_is_full(
    qtbot: QtBot, bar: GraphValuesBar
) -> None:
    bar.show_values({f"variable_{n}": "12345" for n in range(12)})
    fields = list(bar.fields.values())
    qtbot.waitUntil(lambda: all(field.isVisible() for field in fields))
    bar.resize(400, bar.heightForWidth(400))
    qtbot.waitUntil(lambda: fields[-1].mapTo(bar, QPoint()).y() > 0)
    assert bar.heightForWidth(400) > bar.heightForWidth(4000)
    for field in fields:
        corner = field.mapTo(bar, QPoint(field.width(), field.height()))
        assert corner.x() <= 400
        assert corner.y() <= bar.height()
