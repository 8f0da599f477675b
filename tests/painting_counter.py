"""Counts paintings."""

from PyQt6.QtCore import QEvent, QObject
from PyQt6.QtWidgets import QWidget
from typing_extensions import override


class PaintingCounter(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    @override
    def eventFilter(self, a0: QObject | None, a1: QEvent | None) -> bool:
        self.count += a1 is not None and a1.type() == QEvent.Type.Paint
        return False
