"""Decides which pictures another process paints, and when it is asked for them."""

from PyQt6.QtCore import QObject, pyqtSignal

from bpviz.scene.colors import ColorArray
from bpviz.views.picture_messages import PictureAnswer, PictureOrder
from bpviz.views.picture_process import PictureProcess


class LivePicture(QObject):
    """Has the network painted elsewhere; of moments that come faster, the latest.

    Parameters
    ----------
    parent : QObject, optional
        Qt parent.

    Signals
    -------
    painted(PictureOrder, PictureAnswer, ndarray of uint32 or None)
        An order that was taken.
    failed()
        What was taken will not be painted.
    """

    painted = pyqtSignal(object, object, object)
    failed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process = PictureProcess(self)
        self._process.became_ready.connect(self._go_on)
        self._process.painted.connect(self._on_painted)
        self._process.failed.connect(self._on_failed)
        self._next: PictureOrder | None = None
        self._asked: PictureOrder | None = None
        self._patience_ms = 0
        self._has_started = False

    @property
    def is_ready(self) -> bool:
        """Whether there is a process that could begin to paint soon."""
        return self._has_started and not self._process.is_broken

    @property
    def is_waiting(self) -> bool:
        """Whether something was taken and has not been painted."""
        return self._next is not None or self._asked is not None

    def prepare(self) -> None:
        """Start the process, for pictures that are about to be wanted."""
        self._process.start()

    def take(self, order: PictureOrder, patience_ms: int = 0) -> bool:
        """Have a picture painted, if that can begin soon.

        Parameters
        ----------
        patience_ms : int
            How long it may wait to be shown; the next `take` shows it in any case.

        Returns
        -------
        bool
            Whether `painted` will tell of it, or of a later one.
        """
        if self._process.is_broken:
            return False
        self._process.start()
        self._process.read()
        # What comes all at once is wanted soon; what takes long can wait for a start.
        if not (self._has_started or order.is_in_full):
            return False
        self._next = order
        self._patience_ms = patience_ms
        if not self._process.is_idle:
            self._process.hurry()
        self._go_on()
        return True

    def read(self) -> None:
        """Show what has been painted, if anything has."""
        self._process.read()

    def hurry(self) -> None:
        """Have what was taken shown as soon as it has been painted."""
        self._patience_ms = 0
        self._process.hurry()

    def forget(self) -> None:
        """Let what was taken be painted for nobody."""
        self._next = self._asked = None

    def stop(self) -> None:
        """End the other process until it is needed again."""
        self.forget()
        self._has_started = False
        self._process.stop()

    def _go_on(self) -> None:
        if self._process.is_idle:
            self._has_started = True
            order, self._next = self._next, None
            if order is not None:
                self._asked = order
                self._process.paint(order, self._patience_ms)

    def _on_painted(
        self, order: PictureOrder, answer: PictureAnswer, pixels: ColorArray | None
    ) -> None:
        asked, self._asked = self._asked, None
        if asked is order:
            self.painted.emit(order, answer, pixels)
        self._go_on()

    def _on_failed(self) -> None:
        self._has_started = False
        self.failed.emit()
