"""What a gradient check is asked for with, how far it has come, and its end."""

from PyQt6.QtCore import QCoreApplication, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from bpviz.look.type_scale import GRID

translate = QCoreApplication.translate

SAMPLED_ENTRIES = 30
"""Entries of every array that a quick check takes."""


class GradientBar(QWidget):
    """Two buttons that begin a check; while one is under way, one that ends it.

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
        self._check_some = QPushButton()
        self._check_all = QPushButton()
        self._cancel = QPushButton()
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._begun_by = self._check_some
        self._check_some.clicked.connect(lambda: self.ask_for(SAMPLED_ENTRIES))
        self._check_all.clicked.connect(lambda: self.ask_for(None))
        self._cancel.clicked.connect(self.cancel_requested)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID)
        line.addWidget(self._check_some)
        line.addWidget(self._check_all)
        line.addWidget(self._cancel)
        line.addWidget(self._progress, 1)
        line.addStretch()
        self.setFocusProxy(self._check_some)
        self.show_ready(is_ready=False)
        self.show_progress(0, 0)
        self.retranslate()

    def ask_for(self, entries: int | None) -> None:
        """Ask for a check, as the buttons do, if there is anything to be checked."""
        if self._check_some.isEnabled():
            self._begun_by = self._check_all if entries is None else self._check_some
            self.check_requested.emit(entries)

    def show_ready(self, *, is_ready: bool) -> None:
        """Let a check be asked for, or not."""
        self._check_some.setEnabled(is_ready)
        self._check_all.setEnabled(is_ready)

    def show_progress(self, done: int, count: int) -> None:
        """Show how many of `count` entries are done; none is under way with 0.

        A button that goes hands on its focus. Else a table would have it, and keep the
        arrow keys for itself.
        """
        checks = (self._check_some, self._check_all)
        is_running = count > 0
        is_focused = any(b.hasFocus() for b in (*checks, self._cancel))
        coming = (self._cancel,) if is_running else checks
        going = checks if is_running else (self._cancel,)
        for button in coming:
            button.show()
        if is_focused and not any(button.hasFocus() for button in coming):
            (self._cancel if is_running else self._begun_by).setFocus()
        for button in going:
            button.hide()
        self._progress.setVisible(is_running)
        self._progress.setRange(0, max(count, 1))
        self._progress.setValue(done)

    def retranslate(self) -> None:
        """Put every text into the language of the moment."""
        self._check_some.setText(translate("GradientCheck", "Check some"))
        self._check_some.setToolTip(
            translate(
                "GradientCheck", "Check {count} entries of every array, drawn at random"
            ).format(count=SAMPLED_ENTRIES)
        )
        self._check_all.setText(translate("GradientCheck", "Check all"))
        self._check_all.setToolTip(
            translate(
                "GradientCheck", "Check every entry; takes long in large networks"
            )
        )
        self._cancel.setText(translate("GradientCheck", "Cancel"))
        self._cancel.setToolTip(
            translate("GradientCheck", "End the check; what it has found stays (Esc)")
        )
        self._progress.setAccessibleName(
            translate("GradientCheck", "Progress of the gradient check")
        )
