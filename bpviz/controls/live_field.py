"""A field for a number that takes effect at once."""

from collections.abc import Callable

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent
from typing_extensions import override

from bpviz.controls.number_field import NumberField
from bpviz.messages import InputError

NextValue = Callable[[float, int], float]
"""What an arrow key makes of a number: ``next_value(value, direction)``."""


class LiveField(NumberField):
    """Is committed by Enter, by leaving it, and by every press of an arrow key.

    Esc brings back what is in force.

    Parameters
    ----------
    next_value : callable
        What the arrow keys do.

    Signals
    -------
    committed()
        What is typed is meant.
    entered()
        It was said with Enter: the person is done here.
    """

    committed = pyqtSignal()
    entered = pyqtSignal()

    def __init__(self, next_value: NextValue) -> None:
        super().__init__()
        self._next_value = next_value
        self._in_force = 0.0
        self.editingFinished.connect(self._commit)

    @property
    def is_being_typed(self) -> bool:
        """Whether there is something in it that has not been committed."""
        return self.isModified() and self.hasFocus()

    def show_in_force(self, value: float) -> None:
        """Show what is in force, unless something is being typed."""
        self._in_force = value
        if not self.is_being_typed:
            self.set_value(value)

    def _commit(self) -> None:
        self.setModified(False)
        self.committed.emit()

    @override
    def keyPressEvent(self, a0: QKeyEvent | None) -> None:
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        directions = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        key = None if a0 is None else Qt.Key(a0.key())
        if key is Qt.Key.Key_Escape:
            self.set_value(self._in_force)
            self._commit()
        elif key in directions:
            try:
                value = self.number()
            except InputError:
                return  # It is said in a sentence already.
            self.set_value(self._next_value(value, directions[key]))
            self._commit()
        else:
            super().keyPressEvent(a0)
            if key in enter:
                self.entered.emit()
