"""Keeps what is around a widget still while the widget's numbers change."""

from PyQt6.QtCore import QEvent, QSize
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QWidget
from typing_extensions import override

_SLACK = 6
"""How many steps too wide a box may be before it asks for less."""


class SteadyBox(QWidget):
    """Holds one widget, and asks for another size only when it needs one.

    A label that gets another text asks for its layout to be done anew, and so does
    everything around it up to the window, which then places and paints all of its
    panels again, even if all of them end up where they were. With numbers that change
    several times a second that took more time than drawing the numbers.

    Parameters
    ----------
    content : QWidget
        What it holds; it always fills the box.
    step : int
        Widths are rounded up to multiples of it, in pixels, and a width that has been
        asked for stays until the content could do with a good many steps less.
    """

    def __init__(self, content: QWidget, step: int = 1) -> None:
        super().__init__(content.parentWidget())
        self._content = content
        self._step = step
        self._hint = self._minimum = QSize()
        content.setParent(self)
        self.setSizePolicy(content.sizePolicy())
        self._ask()

    def _ask(self) -> bool:
        """Find out what sizes the content needs; return whether they are others."""
        hint = self._steadied(self._content.sizeHint(), self._hint)
        minimum = self._steadied(self._content.minimumSizeHint(), self._minimum)
        minimum = minimum.expandedTo(self._content.minimumSize())
        is_new = (hint, minimum) != (self._hint, self._minimum)
        self._hint, self._minimum = hint, minimum
        return is_new

    def _steadied(self, needed: QSize, before: QSize) -> QSize:
        """Return a size in place of the one that is needed, which is at least that."""
        step, width = self._step, before.width()
        is_fitting = 0 <= width - needed.width() < _SLACK * step
        if not is_fitting:
            width = -(-needed.width() // step) * step
        return QSize(width, needed.height())

    @override
    def sizeHint(self) -> QSize:
        self._ask()
        return self._hint

    @override
    def minimumSizeHint(self) -> QSize:
        self._ask()
        return self._minimum

    @override
    def event(self, a0: QEvent | None) -> bool:
        # There is no layout here, so this is the content asking.
        if a0 is not None and a0.type() == QEvent.Type.LayoutRequest and self._ask():
            self.updateGeometry()
        return super().event(a0)

    @override
    def resizeEvent(self, a0: QResizeEvent | None) -> None:
        self._content.setGeometry(self.rect())
