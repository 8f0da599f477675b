"""Keeps what is around a widget still while the widget's numbers change."""

from PyQt6.QtCore import QEvent, QSize
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QWidget
from typing_extensions import override


class SteadyBox(QWidget):
    """Holds one widget, and asks for another size only when that needs one.

    A label that gets another text asks for its layout to be done anew, and so does
    everything around it up to the window, which then places and paints all of its
    panels again, even if all of them end up where they were. With numbers that change
    several times a second that took more time than drawing the numbers.

    Parameters
    ----------
    content : QWidget
        What it holds; it always fills the box.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__(content.parentWidget())
        self._content = content
        content.setParent(self)
        self.setSizePolicy(content.sizePolicy())
        self._asked = self._needs()

    def _needs(self) -> tuple[QSize, QSize]:
        return self.sizeHint(), self.minimumSizeHint()

    @override
    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        content = self._content
        return content.minimumSizeHint().expandedTo(content.minimumSize())

    @override
    def event(self, a0: QEvent | None) -> bool:
        # There is no layout here, so this is the content asking.
        if a0 is not None and a0.type() == QEvent.Type.LayoutRequest:
            needed = self._needs()
            if needed != self._asked:
                self._asked = needed
                self.updateGeometry()
        return super().event(a0)

    @override
    def resizeEvent(self, a0: QResizeEvent | None) -> None:
        self._content.setGeometry(self.rect())
