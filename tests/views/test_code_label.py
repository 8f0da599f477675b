"""Code in a narrow panel: broken to be read, whole to be copied."""

from typing import Any

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bpviz.views.code_label import CodeLabel

# PyQt's stubs take its functions for methods (6.11).
_hands: Any = QTest

CODE = "delta2 = (delta3 @ W3.T) * a2 * (1 - a2)\n# (1, 4) @ (4, 2)"


@pytest.fixture
def label(qtbot: QtBot) -> CodeLabel:
    label = CodeLabel()
    qtbot.addWidget(label)
    label.resize(_width(label, 30), 100)
    label.show()
    qtbot.waitExposed(label)
    label.show_code(CODE)
    return label


def _width(label: CodeLabel, characters: int) -> int:
    return label.fontMetrics().horizontalAdvance("0" * characters) + 2


def clipboard() -> str:
    found = QGuiApplication.clipboard()
    assert found is not None
    return found.text()


def lines(label: CodeLabel) -> list[str]:
    return label.text().replace("\u2028", "\n").replace("\u00a0", " ").split("\n")


def test_long_lines_go_on_further_to_the_right(label: CodeLabel) -> None:
    assert lines(label) == [
        "delta2 = (delta3 @ W3.T) * a2 ",
        "    * (1 - a2)",
        "# (1, 4) @ (4, 2)",
    ]
    label.resize(_width(label, 60), 100)
    assert lines(label) == CODE.split("\n")


def test_it_asks_for_the_height_of_its_lines(label: CodeLabel) -> None:
    before = label.sizeHint().height()
    label.resize(_width(label, 60), 100)
    assert before > label.sizeHint().height() > 0


def test_what_is_copied_is_the_code(label: CodeLabel) -> None:
    label.setFocus()
    _hands.keySequence(label, "Ctrl+C")
    assert clipboard() == CODE
    start = label.text().index("* a2")
    label.setSelection(start, len(label.text()) - start)
    _hands.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == "* a2 * (1 - a2)\n# (1, 4) @ (4, 2)"
    copy, copy_all = label.actions()
    copy_all.trigger()
    assert clipboard() == CODE
    copy.trigger()
    assert clipboard() == "* a2 * (1 - a2)\n# (1, 4) @ (4, 2)"
