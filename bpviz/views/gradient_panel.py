"""The gradient check: proof that backpropagation is right, or where it is not."""

from PyQt6.QtCore import QCoreApplication, QEvent, Qt, pyqtSignal
from PyQt6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from bpviz.look.labels import color_text, say
from bpviz.look.palette import current_theme
from bpviz.look.scrolling import scrolled
from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID
from bpviz.training.frame import Frame
from bpviz.training.gradient_report import GradientReport
from bpviz.training.messages import Opened
from bpviz.views.circumstances import circumstances
from bpviz.views.gradient_arrays import GradientArrays
from bpviz.views.gradient_bar import SAMPLED_ENTRIES, GradientBar
from bpviz.views.gradient_verdict import GradientVerdict
from bpviz.views.gradient_words import kink_words

translate = QCoreApplication.translate


class GradientPanel(QWidget):
    """Asks for a gradient check of the moment, and shows what it finds as it comes.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.

    Signals
    -------
    check_requested(object)
        How many entries of every array to check; None for all.
    cancel_requested()
        The check under way is to end.
    """

    check_requested = pyqtSignal(object)
    cancel_requested = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: GradientReport | None = None
        self._checked: tuple[object, ...] = ()
        self._is_stale = self._is_over = self._is_switched = False
        self._bar = GradientBar()
        self._note, self._explanation = QLabel(), QLabel()
        for label in (self._note, self._explanation):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._verdict = GradientVerdict()
        self._arrays = GradientArrays()
        self._bar.check_requested.connect(self._ask_for)
        self._bar.cancel_requested.connect(self._stop)
        self._lay_out()
        self.setFocusProxy(self._bar)
        self.set_theme(current_theme())
        self._show()

    def show_session(self, _opened: Opened) -> None:
        """Forget what was found in another run."""
        self._report, self._is_stale, self._is_switched = None, False, False
        self._bar.show_ready(is_ready=True)
        self._show()

    def show_frame(self, frame: Frame) -> None:
        """Learn where the run stands: what was found elsewhere is no longer of it."""
        report = self._report
        is_stale = report is not None and self._checked != circumstances(frame)
        is_switched = _fault_is_switched(frame)
        if (is_stale, is_switched) != (self._is_stale, self._is_switched):
            self._is_stale, self._is_switched = is_stale, is_switched
            self._show()

    def show_check(self, report: GradientReport, frame: Frame) -> None:
        """Show what a check of `frame` has found so far."""
        self._checked = circumstances(frame)
        self._report, self._is_stale = report, False
        self._is_switched = _fault_is_switched(frame)
        self._bar.show_ready(is_ready=True)
        self._show()

    def check_some(self) -> None:
        """Ask for a quick check, as the button does."""
        self._bar.ask_for(SAMPLED_ENTRIES)

    def check_all(self) -> None:
        """Ask for a check of every entry, as the button does."""
        self._bar.ask_for(None)

    def end_check(self) -> None:
        """Wait for nothing more: what has been found so far is all."""
        if self._is_running:
            self._is_over = True
            self._show()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`; the rest is the application's."""
        self._arrays.set_theme(theme)
        color_text(self._note, theme.muted_text)
        color_text(self._explanation, theme.muted_text)
        self._verdict.wear_colors()

    @property
    def _is_running(self) -> bool:
        report = self._report
        is_over = self._is_stale or self._is_over
        return report is not None and not is_over and report.done < report.count

    def _ask_for(self, entries: int | None) -> None:
        self._is_over = False
        self.check_requested.emit(entries)

    def _stop(self) -> None:
        self.end_check()
        self.cancel_requested.emit()

    def _show(self) -> None:
        report = self._report
        if report is not None and self._is_running:
            self._bar.show_progress(report.done, report.count)
        else:
            self._bar.show_progress(0, 0)
        say(self._note, self._note_text())
        self._verdict.show_report(report, is_stale=self._is_stale)
        self._arrays.show_report(report)
        say(self._explanation, "" if report is None else kink_words(report))

    def _note_text(self) -> str:
        if self._is_switched:
            return translate(
                "GradientCheck",
                "The update to be checked was made before the fault was switched on or "
                "off: make a step first.",
            )
        if self._is_stale:
            return translate(
                "GradientCheck", "Found at another moment; check again for this one."
            )
        if self._report is None:
            return translate(
                "GradientCheck",
                "Compares every gradient of this update with what numerical "
                "differentiation finds: the loss a little to the right minus the loss "
                "a little to the left.",
            )
        return ""

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        for part in (
            self._bar,
            self._note,
            self._verdict,
            self._arrays,
            self._explanation,
        ):
            column.addWidget(part)
        column.addStretch()
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scrolled(inside))

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is None:
            return
        if a0.type() == QEvent.Type.LanguageChange:
            self._bar.retranslate()
            self._arrays.retranslate()
            self._show()
        elif a0.type() == QEvent.Type.FontChange:
            self._verdict.refresh_fonts()
            self._arrays.refresh_fonts()


def _fault_is_switched(frame: Frame) -> bool:
    """Tell whether a fault was switched since the update of a frame was made."""
    made = frame.trace_settings or frame.settings
    return frame.trace is not None and made.fault is not frame.settings.fault
