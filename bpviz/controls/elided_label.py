"""A line of text that ends in an ellipsis where there is no room for all of it."""

from PyQt6.QtCore import QSize, Qt
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override


class ElidedLabel(QLabel):
    """Never asks for more width than there is; what is cut off is in its tooltip.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        ignored = QSizePolicy.Policy.Ignored
        self.setSizePolicy(ignored, QSizePolicy.Policy.Preferred)
        # An error may quote what somebody typed, which is not to be read as markup.
        self.setTextFormat(Qt.TextFormat.PlainText)

    @property
    def whole(self) -> str:
        """All of the text."""
        return self._whole

    def show_text(self, text: str) -> None:
        """Show as much of a text as there is room for."""
        self._whole = " ".join(text.split())
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, room
        )
        self.setText(shown)
        is_cut = shown != self._whole
        self.setToolTip(self._whole if is_cut else "")
        self.setAccessibleDescription(self._whole if is_cut else "")

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, a0: QResizeEvent | None) -> None:
        super().resizeEvent(a0)
        self._fit()
