"""A button on a picture that is painted again and again."""

from PyQt6.QtCore import QEvent, Qt
from PyQt6.QtGui import QPainter, QPaintEvent, QPixmap
from PyQt6.QtWidgets import QStyle, QStyleOptionToolButton, QToolButton
from typing_extensions import override


class OverlayButton(QToolButton):
    """A tool button that keeps a picture of how it looks.

    Whatever is behind it is seen through it, so it is painted whenever that is; and a
    style takes half as long as the picture of a network.
    """

    _kept: tuple[object, QPixmap] | None = None

    def _looks(self) -> QPixmap:
        """Return how it looks, painted by its style."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        style = self.style()
        assert style is not None
        style.drawComplexControl(
            QStyle.ComplexControl.CC_ToolButton, option, painter, self
        )
        painter.end()
        return pixmap

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        # Taken from the option, which is made of them, they would take ten times as
        # long; of what else it is made of, `changeEvent` hears.
        facts = (
            *(self.isDown(), self.isChecked(), self.underMouse(), self.hasFocus()),
            *(self.width(), self.height(), self.devicePixelRatioF()),
            self.icon().cacheKey(),
        )
        if self._kept is None or self._kept[0] != facts:
            self._kept = facts, self._looks()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._kept[1])
        painter.end()

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        self._kept = None  # There may be other colours or another style now.
        super().changeEvent(a0)
