"""A field for one variable's value: type it, or drag it to the left and right."""

from math import isfinite

from PyQt6.QtCore import QCoreApplication, QPointF, Qt, pyqtSignal
from PyQt6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PyQt6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from bpviz.controls.error_wave import paint_wave
from bpviz.look.type_scale import GRID, font_sizes, tabular_font
from bpviz.scene.graph_scrub import scrubbed

translate = QCoreApplication.translate

_NARROWEST, _WIDEST = 8 * GRID, 30 * GRID
_SLACK = 3
_INSIDE, _SHORTEST = 5, 8
"""Where the wave begins and how long it is at least, in pixels."""


class GraphValueField(QLineEdit):
    """Shows a value in full; a number can be dragged while the field is not edited.

    Parameters
    ----------
    name : str
        The variable's.
    parent : QWidget, optional
        Qt parent.

    Signals
    -------
    value_typed(str, str)
        The variable, and what the person has typed, after every key.
    value_dragged(str, tuple, float)
        The variable, which of its numbers (the only one) and what it is now.
    left()
        Escape: the keys belong to the passes again.
    """

    value_typed = pyqtSignal(str, str)
    value_dragged = pyqtSignal(str, object, float)
    left = pyqtSignal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._pressed_at: QPointF | None = None
        self._start = 0.0
        self._has_moved = False
        self.setAccessibleName(name)
        # Qt would give the focus before it tells of the press, which may be a drag.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(tabular_font(font_sizes().body))
        self.textEdited.connect(self._on_edited)
        self._is_wrong = False
        self._rest()

    @property
    def is_wrong(self) -> bool:
        """Whether what is typed is no value."""
        return self._is_wrong

    def show_wrong(self, *, is_wrong: bool) -> None:
        """Mark the field whose text is no value, or take the mark away."""
        if is_wrong != self._is_wrong:
            self._is_wrong = is_wrong
            self.update()

    def show_text(self, text: str) -> None:
        """Show a value, unless the person is typing one."""
        if self.text() == text or (self.hasFocus() and self.isModified()):
            return
        self.setText(text)
        self.setCursorPosition(0)
        self._grow()

    def fit_text(self) -> None:
        """Be as wide as the text needs."""
        self.setFixedWidth(self._wanted_width())

    def _on_edited(self, text: str) -> None:
        self._grow()
        self.value_typed.emit(self.name, text)

    def _grow(self) -> None:
        """Be wider if the text needs it; never narrower, which would jump."""
        self.setFixedWidth(max(self._wanted_width(), min(self.width(), _WIDEST)))

    def _wanted_width(self) -> int:
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 3 * GRID
        return min(max(wide, _NARROWEST), _WIDEST)

    def _rest(self) -> None:
        self.setCursor(
            Qt.CursorShape.IBeamCursor
            if self.hasFocus()
            else Qt.CursorShape.SizeHorCursor
        )

    def _number(self) -> float | None:
        try:
            number = float(self.text().replace("−", "-"))
        except ValueError:
            return None
        return number if isfinite(number) else None

    @override
    def mousePressEvent(self, a0: QMouseEvent | None) -> None:
        number = self._number()
        is_left = a0 is not None and a0.button() is Qt.MouseButton.LeftButton
        if a0 is None or not is_left or self.hasFocus() or number is None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            super().mousePressEvent(a0)
            return
        self._pressed_at, self._start, self._has_moved = a0.position(), number, False

    @override
    def mouseMoveEvent(self, a0: QMouseEvent | None) -> None:
        if a0 is None or self._pressed_at is None:
            super().mouseMoveEvent(a0)
            return
        pixels = a0.position().x() - self._pressed_at.x()
        if not self._has_moved:
            if abs(pixels) < _SLACK:
                return
            self._has_moved = True
        shift = bool(a0.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(a0.modifiers() & Qt.KeyboardModifier.ControlModifier)
        value = scrubbed(self._start, pixels, int(shift) - int(control))
        self.value_dragged.emit(self.name, (), value)

    @override
    def mouseReleaseEvent(self, a0: QMouseEvent | None) -> None:
        if self._pressed_at is None:
            super().mouseReleaseEvent(a0)
            return
        self._pressed_at = None
        if not self._has_moved:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.selectAll()

    @override
    def keyPressEvent(self, a0: QKeyEvent | None) -> None:
        key = None if a0 is None else a0.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # It is taken, and the next value can be typed over it.
            self.setModified(False)
            self.selectAll()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(a0)

    @override
    def focusInEvent(self, a0: QFocusEvent | None) -> None:
        super().focusInEvent(a0)
        self.setModified(False)
        self._rest()

    @override
    def focusOutEvent(self, a0: QFocusEvent | None) -> None:
        super().focusOutEvent(a0)
        self.setModified(False)
        self._rest()

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        super().paintEvent(a0)
        if self._is_wrong:
            left, right = _INSIDE, self.width() - _INSIDE
            wide = max(self.fontMetrics().horizontalAdvance(self.text()), _SHORTEST)
            right = min(left + wide, right)
            paint_wave(self, left, right, self.cursorRect().bottom())
