"""What the run under the pointer did otherwise, in the place of the curves' keys."""

from PyQt6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PyQt6.QtGui import QColor, QPalette
from PyQt6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from bpviz.look.theme import Theme
from bpviz.look.type_scale import font_sizes, tabular_font

translate = QCoreApplication.translate


class RunNote(QLabel):
    """Covers the keys as long as a run is pointed at, so that nothing moves.

    Parameters
    ----------
    keys : QWidget
        What is covered.
    """

    def __init__(self, keys: QWidget) -> None:
        super().__init__(keys)
        self._keys = keys
        self.setAutoFillBackground(True)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        keys.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.window))
        self.setPalette(palette)

    def show_run(self, text: str) -> None:
        """Say this of a run, and that a click returns to it; nothing when empty."""
        if not text:
            self.hide()
            return
        self.setFont(tabular_font(font_sizes().small))
        self._cover()
        whole = translate("Runs", "{run} — click to return to it").format(run=text)
        self.setText(whole if self._has_room(whole) else text)
        self.show()
        self.raise_()

    def _has_room(self, text: str) -> bool:
        wrapped = self.fontMetrics().boundingRect(
            self.rect(), Qt.TextFlag.TextWordWrap, text
        )
        return wrapped.height() <= self.height()

    def _cover(self) -> None:
        """Cover the keys, and the whole height of the row that they are in."""
        row = self._keys.parentWidget()
        if row is not None:
            if self.parentWidget() is not row:
                self.setParent(row)
            keys = self._keys.geometry()
            self.setGeometry(keys.x(), 0, keys.width(), row.height())

    @override
    def eventFilter(self, a0: QObject | None, a1: QEvent | None) -> bool:
        if a1 is not None and a1.type() == QEvent.Type.Resize:
            self._cover()
        return False
