"""Puts pictures that another process has painted on the screen, without painting."""

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QImage, QPixmap
from PyQt6.QtWidgets import QLabel, QStyleFactory, QWidget

from bpviz.scene.colors import ColorArray


class FinishedPicture(QLabel):
    """Covers a widget with a finished picture of it.

    Painting in Python takes the interpreter's lock from the training thread for every
    one of thirty pictures a second. A label shows its picture without Python, and what
    it covers is not asked to paint, nor are those asked who watch its events.

    Parameters
    ----------
    parent : QWidget
        The widget; hands go through to it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # The application's style is written in Python, and a label asks for its frame.
        self._plain = QStyleFactory.create("Fusion")
        if self._plain is not None:
            self._plain.setParent(self)
            self.setStyle(self._plain)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._shown: tuple[ColorArray, QImage] | None = None
        self.hide()

    def show_image(self, pixels: ColorArray, image: QImage) -> None:
        """Show a picture of the size of the widget.

        Parameters
        ----------
        pixels : ndarray of uint32
            What the image wraps. Nothing copies them, so they are kept.
        """
        self.setPixmap(QPixmap.fromImage(image))
        self._shown = pixels, image
        if self.isHidden():
            # As the size never changes by itself, no picture asks for a new layout.
            self.setFixedSize(image.deviceIndependentSize().toSize())
            self.lower()
            self.show()

    def put_away(self) -> None:
        """Let the widget be seen, and let go of the picture."""
        if self._shown is not None:
            self.hide()
            self.clear()
            self._shown = None
