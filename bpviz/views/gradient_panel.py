"""The gradient check: proof that backpropagation is right, or where it is not."""

from PyQt6.QtCore import QCoreApplication, QEvent, QItemSelection, Qt, pyqtSignal
from PyQt6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from bpviz.look.labels import color_text, say
from bpviz.look.palette import current_theme
from bpviz.look.scrolling import scrolled
from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID, font_sizes
from bpviz.training.frame import Frame
from bpviz.training.gradient_report import GradientReport
from bpviz.training.messages import Opened
from bpviz.views.circumstances import circumstances
from bpviz.views.error_map import ErrorMap
from bpviz.views.gradient_table import Column, GradientTable
from bpviz.views.gradient_words import (
    is_wrong,
    kink_words,
    time_words,
    update_words,
    verdict_words,
)
from bpviz.views.number_table import NumberTable

translate = QCoreApplication.translate

SAMPLED_ENTRIES = 30
"""Entries of every array that a quick check takes."""


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
        self._is_stale = False
        self._is_ready = False
        self._is_cancelled = False
        self._chosen = 0
        self._verdict = QLabel()
        self._note = QLabel()
        self._sentences = QLabel()
        for label in (self._verdict, self._note, self._sentences):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._check_some = QPushButton()
        self._check_all = QPushButton()
        self._cancel = QPushButton()
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._model = GradientTable(self)
        self._table = self._made_table()
        self._map = ErrorMap()
        self._check_some.clicked.connect(lambda: self._ask_for(SAMPLED_ENTRIES))
        self._check_all.clicked.connect(lambda: self._ask_for(None))
        self._cancel.clicked.connect(self._stop)
        self._lay_out()
        self._refresh_fonts()
        self.set_theme(current_theme())
        self._show()

    def show_session(self, _opened: Opened) -> None:
        """Forget what was found in another run."""
        self._report, self._is_stale, self._is_ready = None, False, False
        self._model.show_arrays(())
        self._show()

    def show_frame(self, frame: Frame) -> None:
        """Learn where the run stands: what was found elsewhere is no longer of it."""
        report = self._report
        is_stale = report is not None and self._checked != circumstances(frame)
        is_ready = frame.trace is not None
        if (is_stale, is_ready) != (self._is_stale, self._is_ready):
            self._is_stale, self._is_ready = is_stale, is_ready
            self._show()

    def show_check(self, report: GradientReport, frame: Frame) -> None:
        """Show what a check of `frame` has found so far."""
        self._checked = circumstances(frame)
        is_new = self._report is None or len(self._report.arrays) != len(report.arrays)
        self._report, self._is_stale, self._is_ready = report, False, True
        self._model.show_arrays(report.arrays)
        if is_new:
            self._table.selectRow(0)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`; the rest is the application's."""
        self._table.set_theme(theme)
        color_text(self._note, theme.muted_text)
        self._color_verdict()

    @property
    def _is_running(self) -> bool:
        report = self._report
        is_over = self._is_stale or self._is_cancelled
        return report is not None and not is_over and report.done < report.count

    def _ask_for(self, entries: int | None) -> None:
        self._is_cancelled = False
        self.check_requested.emit(entries)

    def end_check(self) -> None:
        """Wait for nothing more: what has been found so far is all."""
        if self._is_running:
            self._is_cancelled = True
            self._show()

    def _stop(self) -> None:
        self.end_check()
        self.cancel_requested.emit()

    def _show(self) -> None:
        report = self._report
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
        self._check_some.setEnabled(self._is_ready)
        self._check_all.setEnabled(self._is_ready)
        self._show_buttons()
        self._verdict.setVisible(report is not None)
        self._table.setVisible(report is not None)
        self._map.setVisible(report is not None)
        self._sentences.setVisible(report is not None)
        say(self._note, self._note_text())
        if report is None:
            return
        self._progress.setRange(0, report.count)
        self._progress.setValue(report.done)
        self._verdict.setText(verdict_words(report))
        self._sentences.setText(
            "\n\n".join(
                words
                for words in (
                    time_words(report),
                    update_words(report),
                    kink_words(report),
                )
                if words
            )
        )
        self._color_verdict()
        self._fit_table()
        self._show_chosen()

    def _show_buttons(self) -> None:
        """Show what can be asked for; a button that goes hands on its focus.

        Else the table would have it, and keep the arrow keys for itself.
        """
        checks = (self._check_some, self._check_all)
        is_focused = any(b.hasFocus() for b in (*checks, self._cancel))
        coming = (self._cancel,) if self._is_running else checks
        going = checks if self._is_running else (self._cancel,)
        for button in coming:
            button.show()
        if is_focused and not any(button.hasFocus() for button in coming):
            coming[-1].setFocus()
        for button in going:
            button.hide()
        self._progress.setVisible(self._is_running)

    def _note_text(self) -> str:
        if self._is_stale:
            return translate(
                "GradientCheck", "Found at another moment; check again for this one."
            )
        if not self._is_ready:
            return translate(
                "GradientCheck",
                "Make a step first: the check compares the derivatives of one batch.",
            )
        if self._report is None:
            return translate(
                "GradientCheck",
                "Compares every gradient of this update with what numerical "
                "differentiation finds: the loss a little to the right minus the loss "
                "a little to the left.",
            )
        return ""

    def _show_chosen(self) -> None:
        report = self._report
        if report is not None and self._chosen < len(report.errors):
            self._map.show_errors(report.errors[self._chosen])

    def _color_verdict(self) -> None:
        theme, report = current_theme(), self._report
        color = theme.text
        if report is not None:
            wrong = any(is_wrong(array) for array in report.arrays)
            color = theme.error if wrong else theme.success
        color_text(self._verdict, theme.muted_text if self._is_stale else color)

    def _made_table(self) -> NumberTable:
        table = NumberTable(self._model)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (Column.NAME, Column.CHECKED):
            table.columns.setSectionResizeMode(
                column, QHeaderView.ResizeMode.ResizeToContents
            )
        selection = table.selectionModel()
        assert selection is not None  # A view with a model has one.
        selection.selectionChanged.connect(self._on_selected)
        return table

    def _fit_table(self) -> None:
        """Make the table as high as its rows: the panel scrolls, the table does not."""
        table = self._table
        heading = table.columns.sizeHint().height()
        table.setFixedHeight(table.rows.length() + heading + 2)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self._check_some)
        buttons.addWidget(self._check_all)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._progress, 1)
        buttons.addStretch()
        column.addLayout(buttons)
        for widget in (self._note, self._verdict, self._table):
            column.addWidget(widget)
        column.addWidget(self._map)
        column.addWidget(self._sentences)
        column.addStretch()
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scrolled(inside))

    def _refresh_fonts(self) -> None:
        self._table.refresh_fonts()
        heading = self.font()
        heading.setPointSizeF(font_sizes().heading)
        self._verdict.setFont(heading)
        self._fit_table()

    def _on_selected(self, selected: QItemSelection, _before: QItemSelection) -> None:
        rows = [index.row() for index in selected.indexes()]
        if rows:
            self._chosen = rows[0]
            self._show_chosen()

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is None:
            return
        if a0.type() == QEvent.Type.LanguageChange:
            self._show()
        elif a0.type() == QEvent.Type.FontChange:
            self._refresh_fonts()
