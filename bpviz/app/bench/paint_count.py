"""Counts how often the picture of a network gets to the screen."""

from PyQt6.QtCore import QEvent, QObject, pyqtSignal
from typing_extensions import override

from bpviz.views.finished_picture import FinishedPicture
from bpviz.views.network_view import NetworkView


class PaintCount(QObject):
    """Counts what a view paints, and what is shown in its place.

    Parameters
    ----------
    view : NetworkView
        The view; also the parent.

    Attributes
    ----------
    count : int
        May be set to zero.

    Signals
    -------
    painted()
        One more.
    """

    painted = pyqtSignal()

    def __init__(self, view: NetworkView) -> None:
        super().__init__(view)
        self.count = 0
        for watched in (view, *view.findChildren(FinishedPicture)):
            watched.installEventFilter(self)

    @override
    def eventFilter(self, a0: QObject | None, a1: QEvent | None) -> bool:
        if a1 is not None and a1.type() == QEvent.Type.Paint:
            self.count += 1
            self.painted.emit()
        return False
