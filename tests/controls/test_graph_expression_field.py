"""What is wrong with an expression is underlined where it is wrong."""

from typing import Any

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QColor, QFontMetricsF
from PyQt6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bpviz.controls.graph_expression_field import GraphExpressionField
from bpviz.look.palette import current_theme

# PyQt's stubs take its functions for methods (6.11).
_hands: Any = QTest


@pytest.fixture
def field(qtbot: QtBot) -> GraphExpressionField:
    field = GraphExpressionField()
    qtbot.addWidget(field)
    field.resize(500, 26)
    field.setText("apple + orage(2)")
    field.show()
    return field


def red_columns(field: GraphExpressionField) -> list[int]:
    """The pixels, from the left, in whose column there is the colour of errors."""
    error = QColor(current_theme().error)
    image = field.grab().toImage()
    return [
        x
        for x in range(image.width())
        if any(
            _is_close(QColor(image.pixel(x, y)), error) for y in range(image.height())
        )
    ]


def _is_close(color: QColor, other: QColor) -> bool:
    pairs = zip(color.getRgb()[:3], other.getRgb()[:3], strict=True)
    return all(abs((one or 0) - (two or 0)) < 40 for one, two in pairs)


def test_nothing_is_underlined_at_first(field: GraphExpressionField) -> None:
    assert field.underlined is None
    assert red_columns(field) == []


@pytest.mark.parametrize("cursor", [0, 8, 16])
def test_the_wave_is_below_the_wrong_characters(
    field: GraphExpressionField, cursor: int
) -> None:
    field.setCursorPosition(cursor)
    field.underline(8, 13)
    columns = red_columns(field)
    advance = QFontMetricsF(field.font()).horizontalAdvance("0")
    # The text begins a few pixels inside the frame, wherever the cursor is.
    assert columns[0] == pytest.approx(8 * advance, abs=8)
    assert columns[-1] == pytest.approx(13 * advance, abs=8)
    assert columns[-1] - columns[0] == pytest.approx(5 * advance, abs=4)


def test_it_scrolls_with_the_text(field: GraphExpressionField) -> None:
    field.resize(120, 26)
    field.setText("a + " * 20 + "wrong(1)")
    field.setCursorPosition(len(field.text()))
    field.underline(80, 85)
    columns = red_columns(field)
    assert columns
    assert columns[-1] < 120
    field.setCursorPosition(0)
    assert red_columns(field) == []


def test_something_missing_at_the_end_is_marked_behind_it(
    field: GraphExpressionField,
) -> None:
    field.setText("a +")
    field.underline(3, 3)
    columns = red_columns(field)
    advance = QFontMetricsF(field.font()).horizontalAdvance("0")
    assert columns[0] == pytest.approx(3 * advance, abs=8)
    assert columns[-1] > columns[0]


def test_typing_takes_the_mark_away_and_tells(
    qtbot: QtBot, field: GraphExpressionField
) -> None:
    field.underline(8, 13)
    field.setFocus()
    with qtbot.waitSignal(field.expression_changed) as typed:
        _hands.keyClick(field, Qt.Key.Key_1)
    assert typed.args == ["apple + orage(2)1"]
    assert field.underlined is None
