"""A field for one variable's value: type it, or drag it to the left and right."""

from PyQt6.QtCore import QCoreApplication, QPointF, Qt, pyqtSignal
from PyQt6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PyQt6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from bpviz.look.type_scale import GRID, font_sizes, tabular_font
from bpviz.scene.graph_scrub import scrubbed

translate = QCoreApplication.translate

_NARROWEST, _WIDEST = 8 * GRID, 30 * GRID
_SLACK = 3


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
    """

    value_typed = pyqtSignal(str, str)
    value_dragged = pyqtSignal(str, object, float)

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
        self.textEdited.connect(lambda text: self.value_typed.emit(self.name, text))
        self._rest()

    def show_text(self, text: str) -> None:
        """Show a value, unless the person is typing one."""
        if self.text() == text or (self.hasFocus() and self.isModified()):
            return
        self.setText(text)
        self.setCursorPosition(0)
        wide = self.fontMetrics().horizontalAdvance(text) + 3 * GRID
        self.setFixedWidth(min(max(wide, _NARROWEST, self.width()), _WIDEST))

    def fit_text(self) -> None:
        """Be as wide as the text needs."""
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 3 * GRID
        self.setFixedWidth(min(max(wide, _NARROWEST), _WIDEST))

    def _rest(self) -> None:
        self.setCursor(
            Qt.CursorShape.IBeamCursor
            if self.hasFocus()
            else Qt.CursorShape.SizeHorCursor
        )

    def _number(self) -> float | None:
        try:
            return float(self.text().replace("−", "-"))
        except ValueError:
            return None

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
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        if a0 is not None and a0.key() in keys:
            # The keys belong to the passes again.
            self.clearFocus()
            return
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
