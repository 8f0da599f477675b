"""Decides which moments of a network are painted elsewhere, and shows what comes."""

from PyQt6.QtCore import QLocale, QObject, QTimer, pyqtSignal
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtWidgets import QWidget

from bpviz.look.theme import Theme
from bpviz.look.translation import LANGUAGES
from bpviz.scene.colors import ColorArray
from bpviz.training.frame import Frame
from bpviz.views.live_canvas import LiveCanvas
from bpviz.views.live_picture import LivePicture
from bpviz.views.picture_messages import PictureAnswer, PictureLook, PictureOrder

_CALM_AFTER_MS = 150
"""Without a new frame for so long, there is time to draw every edge."""

_PATIENCE_MS = 50
"""How long a moment of a run may wait, painted, for the next one to come: then both are
dealt with at once, and the training thread is left alone in between."""

_PREPARED_AFTER_MS = 1000
"""By then a window that has just appeared has nothing else to do."""


class NetworkExchange(QObject):
    """Has moments that follow each other fast painted by another process.

    Whatever becomes of that process, the latest moment is shown in the end, the way
    it is wanted by then.

    Parameters
    ----------
    canvas : LiveCanvas
        What is shown.
    widget : QWidget
        Where it is; also the parent.

    Signals
    -------
    changed()
        The canvas has something else to show.
    calmed()
        No other moment has followed for a while, and everything is shown or ordered.
    """

    changed = pyqtSignal()
    calmed = pyqtSignal()

    def __init__(self, canvas: LiveCanvas, widget: QWidget) -> None:
        super().__init__(widget)
        self._canvas = canvas
        self._widget = widget
        self._latest: Frame | None = None
        self._look = _present_look(canvas.theme)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_AFTER_MS)
        self._calm.timeout.connect(self._on_calm)
        self._preparing = QTimer(self)
        self._preparing.setSingleShot(True)
        self._preparing.setInterval(_PREPARED_AFTER_MS)
        self._live = LivePicture(self)
        self._preparing.timeout.connect(self._live.prepare)
        self._live.painted.connect(self._on_painted)
        self._live.failed.connect(self._on_calm)

    @property
    def is_live(self) -> bool:
        """Whether moments follow each other fast."""
        return self._calm.isActive()

    @property
    def is_waiting(self) -> bool:
        """Whether something has been ordered and has not come."""
        return self._live.is_waiting

    def prepare(self) -> None:
        """Have the other process started soon, before there is anything to paint."""
        self._preparing.start()

    def expect_many(self) -> None:
        """Have even the first of many moments painted elsewhere, if that can be.

        While the network is trained, to paint it here takes long.
        """
        if self._live.is_ready:
            self._calm.start()

    def show_frame(self, frame: Frame, *, is_moving: bool) -> None:
        """Show a moment: at once, or when it has been painted elsewhere.

        Parameters
        ----------
        is_moving : bool
            Whether its numbers have to be seen to move; that is painted here.
        """
        self._latest = frame
        is_live = not is_moving and self._calm.isActive()
        self._calm.start()
        if is_live and self._takes(frame, _PATIENCE_MS):
            return
        self._live.forget()
        self._canvas.show_frame(frame)
        self.changed.emit()

    def paint_change(self) -> bool:
        """Have the latest moment painted elsewhere the way it is wanted now.

        Returns
        -------
        bool
            Whether that can be.
        """
        frame = self._latest
        if frame is None or not (self._calm.isActive() or self._live.is_ready):
            return False
        is_taken = self._takes(frame)
        if is_taken:
            # After which all edges are drawn again, and what has not come is painted.
            self._calm.start()
        return is_taken

    def hurry(self) -> None:
        """Leave edges out until it is calm, if they take long to draw."""
        if self._canvas.is_sketchy and self._widget.isVisible():
            self._canvas.is_hurried = True
            self._calm.start()

    def expect_no_more(self) -> None:
        """Let what has been ordered wait for no later moment."""
        self._live.hurry()

    def take_up(self, theme: Theme) -> None:
        """Order pictures that look as the application looks now, in some theme."""
        self._look = _present_look(theme)

    def stop(self) -> None:
        """Order nothing until the widget is seen again."""
        self._preparing.stop()
        if self._live.is_waiting and self._latest is not None:
            self._canvas.show_frame(self._latest)  # What is under way will not come.
            self._calm.start()
            self.changed.emit()
        self._live.stop()

    def _takes(self, frame: Frame, patience_ms: int = 0) -> bool:
        """Have one of many moments painted elsewhere, if that can be."""
        before = self._canvas.frame
        if (
            before is None
            or before.session != frame.session
            or not self._widget.isVisible()
        ):
            return False
        order = self._canvas.order(frame, self._look)
        return order is not None and self._live.take(order, patience_ms)

    def _takes_all(self) -> bool:
        """Have all edges drawn elsewhere, if that can be; as many as usual stand."""
        frame, canvas = self._latest, self._canvas
        if frame is None or not canvas.is_hurried or not self._widget.isVisible():
            return False
        order = canvas.order(frame, self._look, in_full=True)
        return order is not None and self._live.take(order)

    def _on_painted(
        self, order: PictureOrder, answer: PictureAnswer, pixels: ColorArray | None
    ) -> None:
        if order.is_in_full:
            self._canvas.show_in_full(order, answer, pixels)
        elif pixels is not None:
            self._canvas.show_picture(order, answer, pixels)
        self.changed.emit()

    def _on_calm(self) -> None:
        """Paint what there was no time for: elsewhere if it takes long."""
        self._live.read()  # It may have come, and waits for a later one.
        if self._canvas.is_sketchy and self._takes_all():
            return
        latest, canvas = self._latest, self._canvas
        is_behind = self._live.is_waiting or latest is not canvas.frame
        self._live.forget()
        if latest is not None and is_behind:
            canvas.show_frame(latest)
        if canvas.take_time() or is_behind:
            self.changed.emit()
        self.calmed.emit()


def _present_look(theme: Theme) -> PictureLook:
    """Return what the application looks like, for whoever paints in its place."""
    language = QLocale().name()
    return PictureLook(
        theme.is_dark,
        QGuiApplication.font().toString(),
        language if language in LANGUAGES else "en",
    )
