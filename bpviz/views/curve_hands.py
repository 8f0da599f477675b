"""What hands do to all plots of the curves at once: point, click, drag the moment."""

from collections.abc import Sequence

from PyQt6.QtCore import QObject, pyqtSignal

from bpviz.views.curve_plot import CurvePlot
from bpviz.views.curve_words import update_in_words
from bpviz.views.run_note import RunNote
from bpviz.views.runs_shown import RunsShown


class CurveHands(QObject):
    """Lets every plot show what a hand does in one of them, and says what it wants.

    Parameters
    ----------
    plots : sequence of CurvePlot
        The plots.
    runs : RunsShown
        Knows what earlier runs did otherwise.
    note : RunNote
        Says it of the one that is pointed at.
    parent : QObject
        Qt's.

    Signals
    -------
    update_selected(int)
        The number of complete updates to go to.
    run_selected(int)
        The number of another run to return to.

    Attributes
    ----------
    end : int
        As far as the run has come.
    updates_per_epoch : int or None
        None while that is not known.
    """

    update_selected = pyqtSignal(int)
    run_selected = pyqtSignal(int)

    def __init__(
        self,
        plots: Sequence[CurvePlot],
        runs: RunsShown,
        note: RunNote,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.end = 0
        self.updates_per_epoch: int | None = None
        self._plots = plots
        self._runs = runs
        self._note = note
        self._hovered_update: float | None = None
        self._hovered_run: int | None = None
        self._scrubbed: int | None = None
        self._is_scrubbing = False
        for plot in plots:
            plot.update_hovered.connect(self._on_hovered)
            plot.update_clicked.connect(self._on_clicked)
            plot.update_scrubbed.connect(self._on_scrubbed)
            plot.scrub_ended.connect(self._on_scrub_ended)
            plot.run_hovered.connect(self.point_at_run)
            plot.run_clicked.connect(self.run_selected)

    def begin(self, updates_per_epoch: int) -> None:
        """Let everything go, because another run begins."""
        self.end = 0
        self.updates_per_epoch = updates_per_epoch
        self.point_at_run(None)
        self._hovered_update = self._scrubbed = None
        self._is_scrubbing = False

    def show_moment(self, update: int) -> None:
        """Mark where the run stands, unless the hand holds the moment elsewhere."""
        if not self._is_scrubbing:
            self._scrubbed = None
        for plot in self._plots:
            plot.show_moment(update)
            plot.hold(self._scrubbed)

    def point_at_run(self, run: int | None) -> None:
        """Light an earlier run in all plots, and say what it did otherwise."""
        if run != self._hovered_run:
            self._hovered_run = run
            for plot in self._plots:
                plot.light_run(run)
            self._note.show_run("" if run is None else self._runs.text_of(run))

    def show_crosshair(self) -> None:
        """Show the values under the pointer in all plots, as they are now."""
        place, heading = self._hovered_update, ""
        update = None if place is None else self._real_update(place)
        if update is not None:
            heading = update_in_words(update, self.updates_per_epoch)
        for plot in self._plots:
            plot.show_crosshair(update, heading)

    def _on_hovered(self, update: float | None) -> None:
        self._hovered_update = update
        self.show_crosshair()

    def _on_clicked(self, update: float) -> None:
        self.update_selected.emit(self._real_update(update))

    def _on_scrubbed(self, place: float) -> None:
        """Hold the moment where the hand is, and ask for it if it is another one."""
        update = self._real_update(place)
        self._is_scrubbing = True
        if update == self._scrubbed:
            return
        self._scrubbed = update
        for plot in self._plots:
            plot.hold(update)
        self.update_selected.emit(update)

    def _on_scrub_ended(self) -> None:
        self._is_scrubbing = False

    def _real_update(self, place: float) -> int:
        return min(max(round(place), 0), self.end)
