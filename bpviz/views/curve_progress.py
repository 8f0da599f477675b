"""How far a long jump through time has come, over the curves."""

from PyQt6.QtCore import QCoreApplication, QRectF, Qt, QTimer
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PyQt6.QtWidgets import QWidget
from typing_extensions import override

from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID, font_sizes, tabular_font
from bpviz.scene.numbers import format_count

translate = QCoreApplication.translate

_DELAY_MS = 200
"""A jump that is done sooner shows nothing that would only flicker."""

_BAR = 3


class CurveProgress(QWidget):
    """Says where a jump leads and how to end it, above a thin bar.

    Parameters
    ----------
    parent : QWidget
        Over whose top it hangs in the middle.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._start = self._done = self._goal = 0
        self._is_on = False
        self._theme = current_theme()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._appear)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        text = translate("Curves", "going to update {update} … Esc cancels")
        return text.format(update=format_count(self._goal))

    @property
    def share(self) -> float:
        """How much of the way is done, from 0 to 1."""
        way = self._goal - self._start
        return min(max((self._done - self._start) / way, 0.0), 1.0) if way else 1.0

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._theme = theme
        self.update()

    def show_progress(self, done: int | None, goal: int | None) -> None:
        """Show that update `done` is reached on the way to `goal`.

        Both are None when nothing is under way.
        """
        if done is None or goal is None:
            self._is_on = False
            self._timer.stop()
            self.hide()
            return
        if not self._is_on or goal != self._goal:
            self._start = done
        self._done, self._goal = done, goal
        if not self._is_on:
            self._is_on = True
            self._timer.start()
        if self.isVisible():
            self._arrange()
            self.update()

    def _appear(self) -> None:
        self._arrange()
        self.show()
        self.raise_()

    def _arrange(self) -> None:
        self.setFont(tabular_font(font_sizes().small))
        metrics = QFontMetricsF(self.font())
        width = round(metrics.horizontalAdvance(self.text)) + 4 * GRID
        height = round(metrics.height()) + 2 * GRID + _BAR
        above = self.parentWidget()
        assert above is not None
        self.setGeometry((above.width() - width) // 2, GRID // 2, width, height)
        self.setAccessibleName(self.text)

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(self._theme.border))
        painter.setBrush(QColor(self._theme.tooltip))
        painter.drawRoundedRect(box, GRID // 2, GRID // 2)
        painter.setPen(QColor(self._theme.text))
        words = box.adjusted(0, 0, 0, -_BAR - GRID / 2)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text)
        bar = QRectF(GRID, box.bottom() - _BAR - GRID / 2, box.width() - 2 * GRID, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.separator))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        bar.setWidth(bar.width() * self.share)
        painter.setBrush(QColor(self._theme.accent))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
