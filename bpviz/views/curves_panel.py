"""The live curves of a run, and the axis of time that leads to its moments."""

from math import inf

from PyQt6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, pyqtSignal
from PyQt6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from bpviz.data.dataset import Task
from bpviz.look.clipboard import copy_text
from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID
from bpviz.look.watch_words import watch_text
from bpviz.scene.numbers import format_number
from bpviz.training.changes import RunSettings
from bpviz.training.curve_points import Curves
from bpviz.training.frame import Frame
from bpviz.training.messages import Opened
from bpviz.training.runs import Runs
from bpviz.training.watches import WatchCurve
from bpviz.views.curve_evaluations import EvaluationCurves
from bpviz.views.curve_hands import CurveHands
from bpviz.views.curve_header import CurveHeader
from bpviz.views.curve_items import mark_of
from bpviz.views.curve_keys import curve_keys
from bpviz.views.curve_menu import ONE_EPOCH, CurveMenu
from bpviz.views.curve_plot import CurvePlot
from bpviz.views.curve_progress import CurveProgress
from bpviz.views.curve_series import (
    Role,
    Series,
    batch_series,
    last_update,
    watch_series,
)
from bpviz.views.curve_table import curves_as_tsv
from bpviz.views.curve_words import (
    accuracy_in_words,
    loss_in_words,
)
from bpviz.views.fault_note import FaultNote
from bpviz.views.legend import Legend
from bpviz.views.plot_row import PlotRow
from bpviz.views.run_note import RunNote
from bpviz.views.runs_shown import RunsShown

translate = QCoreApplication.translate


class CurvesPanel(QWidget):
    """Shows how a run's loss and accuracy come along, and what is watched.

    Signals
    -------
    update_selected(int)
        The number of complete updates to go to. While a hand drags the moment along
        there is one after the other: only the latest counts.
    run_selected(int)
        The number of another run to return to.
    """

    update_selected = pyqtSignal(int)
    run_selected = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: Curves | None = None
        self._evaluated = EvaluationCurves()
        self._shown: tuple[Role, ...] | None = None
        self._watches: tuple[WatchCurve, ...] = ()
        self._average = 1
        self._theme = current_theme()
        self._runs = RunsShown()
        self._more_runs = QTimer(self)
        self._more_runs.setSingleShot(True)
        self._more_runs.timeout.connect(self._show_more_runs)
        self._menu = CurveMenu(self)
        self._legend = Legend()
        self._note = RunNote(self._legend)
        self._fault = FaultNote()
        self._loss = CurvePlot(loss_in_words, (0.0, inf), line_width=1.0)
        self._accuracy = CurvePlot(accuracy_in_words, (0.0, 103.0), line_width=2.0)
        self._watched = CurvePlot(self._watch_in_words, (-inf, inf), line_width=1.0)
        self._plots = (self._loss, self._accuracy, self._watched)
        self._row = PlotRow(*self._plots)
        self._row.show_plot(self._accuracy, False)
        self._row.show_plot(self._watched, False)
        self._progress = CurveProgress(self._row)
        self._hands = CurveHands(self._plots, self._runs, self._note, self)
        self._build()
        self._connect()
        self.set_theme(self._theme)
        self._retranslate()

    def show_session(self, opened: Opened) -> None:
        """Get ready for another run: its curves begin anew."""
        is_classified = opened.dataset.task is Task.CLASSIFICATION
        self._row.show_plot(self._accuracy, is_classified)
        self._curves = self._shown = None
        self._hands.begin(opened.updates_per_epoch)
        self._runs.begin(opened.experiment.hyperparameters)
        for plot in self._plots:
            plot.clear()
            plot.set_faults(())
        self._fault.show_settings(RunSettings())
        self._menu.show_runs(())
        self.show_progress(None, None)
        self.show_watches(())
        self._show_words()

    def show_curves(self, curves: Curves) -> None:
        """Show these curves instead of the present ones."""
        self._curves = curves
        self._evaluated.take(curves.evaluations)
        losses, accuracies = self._evaluated.losses, self._evaluated.accuracies
        end = self._hands.end = last_update(curves)
        batches = batch_series(curves.losses, self._updates_to_average())
        self._loss.show_series((batches, *losses), end)
        if accuracies or self._accuracy.series:
            self._accuracy.show_series(accuracies, end)
        if accuracies:
            self._row.show_plot(self._accuracy, True)
        shown = tuple(one.role for one in (batches, *losses, *accuracies) if len(one))
        if shown != self._shown:
            self._shown = shown
            self._show_words()
        self._hands.show_crosshair()

    def show_runs(self, runs: Runs | None) -> None:
        """Show the session's earlier runs, and the changes made in the present one."""
        if self._runs.take(runs):
            self._show_runs()
            self._show_words()

    def show_watches(self, watches: tuple[WatchCurve, ...]) -> None:
        """Show what is watched in a plot of its own; without any it is not there."""
        if not watches and not self._watches:
            return
        self._watches = watches
        self._show_watched()
        self._row.show_plot(self._watched, bool(watches))
        self._show_words()

    def show_frame(self, frame: Frame) -> None:
        """Mark the moment of `frame` on the curves, and the fault that is on."""
        was_on = self._fault.is_on
        self._fault.show_settings(frame.settings)
        if self._fault.is_on is not was_on:
            self._show_words()
        self._hands.show_moment(frame.moment.update)

    def show_progress(self, done: int | None, goal: int | None) -> None:
        """Say how far a long jump to update `goal` has come; None when it is over."""
        self._progress.show_progress(done, goal)

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._theme = theme
        self._legend.set_theme(theme)
        self._note.set_theme(theme)
        self._fault.set_theme(theme)
        self._progress.set_theme(theme)
        for plot in self._plots:
            plot.set_theme(theme)
        self._show_runs()
        self._show_words()

    def copy_values(self) -> None:
        """Put all values of the curves on the clipboard, for a spreadsheet."""
        if self._curves is not None:
            copy_text(curves_as_tsv(self._curves))

    def _build(self) -> None:
        for plot in self._plots:
            plot.area.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            plot.area.addActions(self._menu.actions())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        layout.setSpacing(GRID // 2)
        layout.addWidget(CurveHeader(self._legend, self._menu, self._fault))
        layout.addWidget(self._row, 1)

    def _connect(self) -> None:
        self._menu.log.toggled.connect(self._set_log)
        self._menu.average_chosen.connect(self._set_average)
        self._menu.copy.triggered.connect(self.copy_values)
        self._menu.run_menu.run_chosen.connect(self.run_selected)
        self._menu.run_menu.run_pointed_at.connect(self._hands.point_at_run)
        self._hands.update_selected.connect(self.update_selected)
        self._hands.run_selected.connect(self.run_selected)
        self._loss.view_changed.connect(self._on_view_changed)
        for plot in self._plots:
            self._menu.whole_view.triggered.connect(plot.area.go_home)

    def _set_log(self, log: bool) -> None:
        self._loss.set_log(log)
        self._show_watched()
        self._show_words()

    def _set_average(self, average: int) -> None:
        self._average = average
        if self._curves is not None:
            self.show_curves(self._curves)

    def _updates_to_average(self) -> int:
        if self._average == ONE_EPOCH:
            return self._hands.updates_per_epoch or 1
        return self._average

    def _show_runs(self) -> None:
        self._loss.show_runs(self._runs.loss_lines())
        self._accuracy.show_runs(self._runs.accuracy_lines())
        flags = self._runs.flags()
        for plot in self._plots:
            plot.set_faults(self._runs.faults)
            plot.show_flags(flags)
            plot.reach(self._loss.runs_end)
        current = mark_of(Role.BATCH, self._theme, is_faulty=self._runs.is_faulty)
        self._menu.show_runs(self._runs.rows(self._theme, current))
        if self._runs.is_behind:
            self._more_runs.start()

    def _show_more_runs(self) -> None:
        self._runs.take_more()
        self._show_runs()

    def _show_watched(self) -> None:
        series = [watch_series(one, k) for k, one in enumerate(self._watches)]
        is_positive = all((one.values > 0).any() for one in series) and not any(
            (one.values <= 0).any() for one in series
        )
        self._watched.set_log(self._menu.log.isChecked() and is_positive)
        self._watched.show_series(series, self._hands.end if series else 0)

    def _watch_in_words(self, series: Series, index: int) -> tuple[str, str]:
        watch = self._watches[series.place].watch
        return watch_text(watch), format_number(float(series.values[index]))

    def _show_words(self) -> None:
        """Bring titles, legend and the sentence of the empty plot up to date."""
        log = self._menu.log.isChecked()
        updates = translate("Curves", "update")
        self._loss.area.set_titles(
            updates,
            translate("Curves", "Loss (logarithmic)")
            if log
            else translate("Curves", "Loss"),
        )
        self._accuracy.area.set_titles(updates, translate("Curves", "Accuracy (%)"))
        self._watched.area.set_titles(updates, translate("Curves", "Watched"))
        self._legend.show_keys(
            curve_keys(
                (*self._loss.series, *self._accuracy.series),
                self._watches,
                self._theme,
                had_fault=bool(self._runs.faults) and not self._fault.is_on,
            )
        )
        is_empty = self._curves is None or not len(self._curves.losses.mean)
        self._loss.area.show_message(
            translate("Curves", "Press Space to let it learn") if is_empty else ""
        )

    def _retranslate(self) -> None:
        self._menu.retranslate()
        self._fault.retranslate()
        for plot, name in zip(
            self._plots,
            (
                translate("Curves", "Curves of the loss"),
                translate("Curves", "Curves of the accuracy"),
                translate("Curves", "Curves of what is watched"),
            ),
            strict=True,
        ):
            plot.area.setAccessibleName(name)
        self._show_runs()
        self._show_words()

    def _on_view_changed(self) -> None:
        self._menu.whole_view.setEnabled(not self._loss.area.is_home)

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @override
    def sizeHint(self) -> QSize:
        return QSize(640, 200)
