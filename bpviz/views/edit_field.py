"""A field whose number takes effect with Enter, and comes back with Escape."""

from collections.abc import Callable
from math import isfinite

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QFocusEvent, QKeyEvent
from PyQt6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from bpviz.look.translation import translated
from bpviz.look.type_scale import font_sizes, tabular_font
from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.scene.numbers import MINUS


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
        """Show `value` with every digit; while something is typed, remember it."""
        self._shown = "" if value is None else repr(value).removesuffix(".0")
        if not self.is_editing and self.text() != self._shown:
            self.setText(self._shown)
            self.setCursorPosition(0)

    def take_back(self) -> None:
        """Show the number that holds, and forget what was typed."""
        self.setModified(False)
        self.refused.emit("")
        self.setText(self._shown)
        self.setCursorPosition(0)

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
