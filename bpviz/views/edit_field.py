"""A field whose number takes effect with Enter, and comes back with Escape."""

from collections.abc import Callable
from math import isfinite

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PyQt6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget
from typing_extensions import override

from bpviz.look.translation import translated
from bpviz.look.type_scale import font_sizes, tabular_font
from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.scene.numbers import MINUS

_MARGIN = 2
"""Pixels that a field leaves on both sides of its text: Qt's, which it does not say."""

_MOST_DIGITS, _FEWEST_DIGITS = 17, 3


class EditField(QLineEdit):
    """Shows a number that others change, until a person begins to type another.

    Parameters
    ----------
    read : callable
        Makes a number of what was typed, or raises an `InputError` that says why not.
    parent : QWidget, optional
        Qt parent.

    Signals
    -------
    committed(float)
        The person wants this number.
    refused(str)
        What was typed is no such number, and why; empty once that is over.
    """

    committed = pyqtSignal(float)
    refused = pyqtSignal(str)

    def __init__(
        self, read: Callable[[str], float], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._shown = ""
        self.setFont(tabular_font(font_sizes().body))
        self.setMinimumWidth(56)
        self.returnPressed.connect(self._on_return)
        self.textEdited.connect(lambda: self.refused.emit(""))

    @property
    def is_editing(self) -> bool:
        """Whether something is typed that has not taken effect."""
        return self.isModified()

    def show_value(self, value: float | None) -> None:
        """Show `value`; while something is typed, remember it.

        Every digit is there while the field has the keys, and else as many as there is
        room for.
        """
        self._shown = "" if value is None else repr(value).removesuffix(".0")
        self._show()

    def take_back(self) -> None:
        """Show the number that holds, and forget what was typed."""
        self.setModified(False)
        self.refused.emit("")
        self._show()

    def _show(self) -> None:
        text = self._shown if self.hasFocus() else self._fitting()
        if not self.is_editing and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def _fitting(self) -> str:
        """Return the number with as many digits as are seen without scrolling."""
        style = self.style()
        assert style is not None  # Qt gives every widget one.
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        element = QStyle.SubElement.SE_LineEditContents
        room = style.subElementRect(element, option, self).width() - 2 * _MARGIN
        text, digits = self._shown, _MOST_DIGITS
        width = self.fontMetrics().horizontalAdvance
        while width(text) > room and digits > _FEWEST_DIGITS:
            digits -= 1
            text = f"{float(self._shown):.{digits}g}"
        return text

    def _on_return(self) -> None:
        if not self.is_editing:
            return
        try:
            value = self._read(self.text().strip().replace(MINUS, "-"))
        except InputError as error:
            self.refused.emit(translated(error))
            return
        # What was typed stands until the answer comes, and then the answer.
        self.setModified(False)
        self.committed.emit(value)

    @override
    def focusInEvent(self, a0: QFocusEvent | None) -> None:
        super().focusInEvent(a0)
        self._show()

    @override
    def keyPressEvent(self, a0: QKeyEvent | None) -> None:
        if a0 is not None and a0.key() == Qt.Key.Key_Escape:
            self.take_back()
            self.clearFocus()
            return
        super().keyPressEvent(a0)

    @override
    def focusOutEvent(self, a0: QFocusEvent | None) -> None:
        super().focusOutEvent(a0)
        is_away = a0 is not None and a0.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        )
        if is_away and self.is_editing:
            self.take_back()
        else:
            self._show()

    @override
    def resizeEvent(self, a0: QResizeEvent | None) -> None:
        super().resizeEvent(a0)
        self._show()


def finite_number(text: str) -> float:
    """Return the number that was typed.

    Raises
    ------
    InputError
        If it is none, or not finite.
    """
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not isfinite(value):
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors", "“{text}” is not a number: type one such as −0.25 or 1e-3."
            ),
            text=text,
        )
    return value


def place_below(count: int) -> Callable[[str], float]:
    """Return what reads a whole number from 1 to `count`, as people count."""

    def read(text: str) -> float:
        if not (text.isdecimal() and 1 <= int(text) <= count):
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "There is no sample “{text}”: type a number from 1 to {count}.",
                ),
                text=text,
                count=count,
            )
        return float(text)

    return read
