"""The live curves of a run: its loss, and its accuracy where there are classes."""

from math import inf

from PyQt6.QtCore import QCoreApplication, QEvent, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from bpviz.data.dataset import Task
from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID
from bpviz.scene.numbers import format_number
from bpviz.training.frame import Frame
from bpviz.training.messages import Curves, Opened
from bpviz.views.curve_header import CurveHeader
from bpviz.views.curve_items import mark_of
from bpviz.views.curve_menu import ONE_EPOCH, CurveMenu
from bpviz.views.curve_plot import CurvePlot
from bpviz.views.curve_series import (
    Role,
    Series,
    batch_series,
    evaluation_accuracies,
    evaluation_losses,
    last_update,
)
from bpviz.views.curve_table import curves_as_tsv
from bpviz.views.curve_words import (
    batches_in_words,
    role_in_words,
    share_in_words,
    update_in_words,
)
from bpviz.views.legend import Key, Legend
from bpviz.views.plot_pair import PlotPair

translate = QCoreApplication.translate


class CurvesPanel(QWidget):
    """Shows how a run's loss and accuracy come along.

    Signals
    -------
    update_selected(int)
        The number of complete updates at which somebody clicked.
    """

    update_selected = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: Curves | None = None
        self._losses: tuple[Series, ...] = ()
        self._accuracies: tuple[Series, ...] = ()
        self._updates_per_epoch: int | None = None
        self._average = 1
        self._hovered_update: float | None = None
        self._theme = current_theme()
        self._menu = CurveMenu(self)
        self._legend = Legend()
        self._loss = CurvePlot(_loss_in_words, (0.0, inf), line_width=1.0)
        self._accuracy = CurvePlot(_accuracy_in_words, (0.0, 103.0), line_width=2.0)
        self._plots = (self._loss, self._accuracy)
        self._pair = PlotPair(*self._plots)
        self._pair.show_second(False)
        self._build()
        self._connect()
        self.set_theme(self._theme)
        self._retranslate()

    def show_session(self, opened: Opened) -> None:
        """Get ready for another run: its curves begin anew."""
        self._updates_per_epoch = opened.updates_per_epoch
        self._pair.show_second(opened.dataset.task is Task.CLASSIFICATION)
        self._curves = None
        self._hovered_update = None
        for plot in self._plots:
            plot.clear()
        self._show_words()

    def show_curves(self, curves: Curves) -> None:
        """Show these curves instead of the present ones."""
        if self._curves is None or curves.evaluations != self._curves.evaluations:
            self._losses = evaluation_losses(curves.evaluations)
            self._accuracies = evaluation_accuracies(curves.evaluations)
        self._curves = curves
        end = last_update(curves)
        batches = batch_series(curves.losses, self._updates_to_average())
        self._loss.show_series((batches, *self._losses), end)
        self._accuracy.show_series(self._accuracies, end)
        if self._accuracies:
            self._pair.show_second(True)
        self._show_words()
        self._show_crosshair()

    def show_frame(self, frame: Frame) -> None:
        """Mark the moment of `frame` on the curves."""
        for plot in self._plots:
            plot.show_moment(frame.moment.update)

    def set_log_scale(self, log: bool) -> None:
        """Show the loss on a logarithmic scale, or on a linear one."""
        self._menu.log.setChecked(log)

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._theme = theme
        self._legend.set_theme(theme)
        for plot in self._plots:
            plot.set_theme(theme)
        self._show_words()

    def copy_values(self) -> None:
        """Put all values of the curves on the clipboard, for a spreadsheet."""
        clipboard = QGuiApplication.clipboard()
        if self._curves is not None and clipboard is not None:
            clipboard.setText(curves_as_tsv(self._curves))

    def _build(self) -> None:
        for plot in self._plots:
            plot.area.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            plot.area.addActions(self._menu.actions())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        layout.setSpacing(GRID // 2)
        layout.addWidget(CurveHeader(self._legend, self._menu))
        layout.addWidget(self._pair, 1)

    def _connect(self) -> None:
        self._menu.log.toggled.connect(self._set_log)
        self._menu.average_chosen.connect(self._set_average)
        self._menu.whole_view.triggered.connect(self._loss.area.go_home)
        self._menu.whole_view.triggered.connect(self._accuracy.area.go_home)
        self._menu.copy.triggered.connect(self.copy_values)
        self._loss.view_changed.connect(self._on_view_changed)
        for plot in self._plots:
            plot.update_hovered.connect(self._on_hovered)
            plot.update_clicked.connect(self._on_clicked)

    def _set_log(self, log: bool) -> None:
        self._loss.set_log(log)
        self._show_words()

    def _set_average(self, average: int) -> None:
        self._average = average
        if self._curves is not None:
            self.show_curves(self._curves)

    def _updates_to_average(self) -> int:
        if self._average == ONE_EPOCH:
            return self._updates_per_epoch or 1
        return self._average

    def _on_hovered(self, update: float | None) -> None:
        self._hovered_update = update
        self._show_crosshair()

    def _on_clicked(self, update: float) -> None:
        self.update_selected.emit(self._real_update(update))

    def _real_update(self, place: float) -> int:
        end = 0 if self._curves is None else last_update(self._curves)
        return min(max(round(place), 0), end)

    def _show_crosshair(self) -> None:
        place = self._hovered_update
        update = None if place is None else self._real_update(place)
        heading = (
            "" if update is None else update_in_words(update, self._updates_per_epoch)
        )
        for plot in self._plots:
            plot.show_crosshair(update, heading)

    def _show_words(self) -> None:
        """Bring titles, legend and the sentence of the empty plot up to date."""
        log = self._menu.log.isChecked()
        self._loss.area.set_titles(
            translate("Curves", "update"),
            translate("Curves", "Loss (logarithmic)")
            if log
            else translate("Curves", "Loss"),
        )
        self._accuracy.area.set_titles(
            translate("Curves", "update"), translate("Curves", "Accuracy (%)")
        )
        roles = {one.role for plot in self._plots for one in plot.series if len(one)}
        shown = [role for role in Role if role in roles]
        self._legend.show_keys(
            [Key(mark_of(role, self._theme), role_in_words(role)) for role in shown]
        )
        is_empty = self._curves is None or not len(self._curves.losses.mean)
        self._loss.area.show_message(
            translate("Curves", "Press Space to let it learn") if is_empty else ""
        )

    def _retranslate(self) -> None:
        self._menu.retranslate()
        self._loss.area.setAccessibleName(translate("Curves", "Curves of the loss"))
        self._accuracy.area.setAccessibleName(
            translate("Curves", "Curves of the accuracy")
        )
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


def _accuracy_in_words(series: Series, index: int) -> tuple[str, str]:
    return role_in_words(series.role), share_in_words(float(series.values[index]))


def _loss_in_words(series: Series, index: int) -> tuple[str, str]:
    value = format_number(float(series.values[index]))
    if series.role is Role.BATCH:
        return batches_in_words(series.batches), value
    return role_in_words(series.role), value
