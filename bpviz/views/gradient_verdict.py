"""What a gradient check has found, in a few lines: the verdict, times, the update."""

from PyQt6.QtCore import QCoreApplication, Qt
from PyQt6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bpviz.look.labels import color_text, say
from bpviz.look.palette import current_theme
from bpviz.look.type_scale import GRID, font_sizes
from bpviz.training.gradient_report import GradientReport
from bpviz.views.gradient_words import (
    is_wrong,
    kink_line,
    kink_words,
    time_line,
    time_words,
    update_line,
    update_words,
    verdict_words,
)

translate = QCoreApplication.translate


class GradientVerdict(QWidget):
    """Says what was found, first whether it is right; the tooltips tell all of it.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: GradientReport | None = None
        self._is_stale = False
        self._verdict, self._times = QLabel(), QLabel()
        self._update, self._kinks = QLabel(), QLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for label in (self._verdict, self._times, self._update, self._kinks):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        self.refresh_fonts()

    def show_report(self, report: GradientReport | None, *, is_stale: bool) -> None:
        """Say what `report` holds, more quietly when it is of another moment."""
        self._report, self._is_stale = report, is_stale
        self.setVisible(report is not None)
        if report is None:
            return
        self._verdict.setText(verdict_words(report))
        for label, line, sentence in (
            (self._times, time_line(report), time_words(report)),
            (self._update, update_line(report), update_words(report)),
            (self._kinks, kink_line(report), kink_words(report)),
        ):
            say(label, line)
            label.setToolTip(sentence)
            label.setAccessibleDescription(sentence)
        self.wear_colors()

    def wear_colors(self) -> None:
        """Wear the colours of the theme: green for right, red for wrong."""
        theme, report = current_theme(), self._report
        for label in (self._times, self._update, self._kinks):
            color_text(label, theme.muted_text)
        if report is None:
            return
        wrong = any(is_wrong(array) for array in report.arrays)
        color = theme.error if wrong else theme.success
        color_text(self._verdict, theme.muted_text if self._is_stale else color)
        if not report.update_is_right and not self._is_stale:
            color_text(self._update, theme.error)

    def refresh_fonts(self) -> None:
        """Take up the application's font."""
        heading, small = self.font(), self.font()
        heading.setPointSizeF(font_sizes().heading)
        small.setPointSizeF(font_sizes().small)
        self._verdict.setFont(heading)
        for label in (self._times, self._update, self._kinks):
            label.setFont(small)
