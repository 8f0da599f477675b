"""Curves against updates, growing live, with a crosshair and the axis of time."""

from collections.abc import Sequence

from PyQt6.QtCore import QPointF, Qt, pyqtSignal
from PyQt6.QtWidgets import QVBoxLayout, QWidget

from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.scene.run_changes import FaultSpans
from bpviz.views.curve_readings import CurveReadings, Describe
from bpviz.views.curve_runs import CurveRuns
from bpviz.views.curve_series import Series
from bpviz.views.curve_stack import CurveStack
from bpviz.views.curve_view import CurveView
from bpviz.views.gestures import Gestures
from bpviz.views.marks import screen_pen
from bpviz.views.plot_area import MARK_DEPTH, PlotArea
from bpviz.views.plot_items import Upright
from bpviz.views.run_lines import RunLine
from bpviz.views.scrubber import Scrubber
from bpviz.views.ticks import count_ticks, linear_ticks, log_ticks
from bpviz.views.time_strip import Flag, TimeStrip
from bpviz.views.view_range import ViewRange


class CurvePlot(QWidget):
    """Shows curves of one quantity against the number of updates.

    It shows the whole run, and the values in view as large as they fit. Zoomed in on
    the newest updates, it moves along with them.

    Parameters
    ----------
    describe : callable
        Words for the readout.
    limits : tuple of float
        Lowest and highest value there can be.
    line_width : float
        Of the lines between evaluations, in pixels.
    parent : QWidget, optional
        Qt's.

    Signals
    -------
    update_hovered(float or None)
        Where on the axis of updates the pointer is.
    update_clicked(float)
        Where on it somebody clicked.
    update_scrubbed(float)
        Where on it somebody drags the moment to.
    scrub_ended()
        The moment is dragged no longer.
    run_hovered(int or None)
        The earlier run whose line the pointer is on.
    run_clicked(int)
        The earlier run whose line somebody clicked on.
    view_changed()
        Other updates are shown.
    """

    update_hovered = pyqtSignal(object)
    update_clicked = pyqtSignal(float)
    update_scrubbed = pyqtSignal(float)
    scrub_ended = pyqtSignal()
    run_hovered = pyqtSignal(object)
    run_clicked = pyqtSignal(int)
    view_changed = pyqtSignal()

    def __init__(
        self,
        describe: Describe,
        limits: tuple[float, float],
        line_width: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reach = 0.0
        self._last_update = 0
        self._moment: float | None = None
        self._held: float | None = None
        self._faults: FaultSpans = ()
        self._theme = current_theme()
        self.area = PlotArea(self._adjusted)
        self.area.axes.x.make_ticks = count_ticks
        self._curves = CurveStack(self.area, line_width)
        self._runs = CurveRuns(self.area)
        self._view = CurveView(
            self.area, limits, self._curves.in_detail, self._runs.ends
        )
        self._marker = Upright(self.area)
        self.area.add(self._marker, MARK_DEPTH)
        self._readings = CurveReadings(self.area, self._curves, self._runs, describe)
        self._strip = TimeStrip(self.area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        self._connect()
        self.set_theme(self._theme)

    @property
    def series(self) -> tuple[Series, ...]:
        """What is shown."""
        return self._curves.series

    @property
    def strip(self) -> TimeStrip:
        """What shows the axis of time."""
        return self._strip

    def clear(self) -> None:
        """Show nothing, and the next run's curves from its beginning."""
        self.area.go_home()
        self.show_runs(())
        self.show_series((), 0)
        self.show_moment(None)
        self.hold(None)
        self.show_flags(())
        self.show_crosshair(None)

    def show_series(self, series: Sequence[Series], last_update: int) -> None:
        """Show these curves, which reach up to `last_update`."""
        self._curves.take(series, log=self._view.log)
        grown = last_update - self._last_update
        follows = not self.area.is_home and self.area.view.right >= self._view.end
        self._last_update = last_update
        is_anything = any(len(one) for one in series)
        if is_anything != self.area.axes.visible:
            self.area.axes.visible = is_anything
            self.area.rearrange()
        self._show_marker()
        self._fit_home()
        if follows and grown > 0:
            self.area.go_to(self.area.view.moved(grown, 0.0))
        elif not self.area.is_home:
            self.area.readjust()
        self._curves.draw()

    def show_runs(self, lines: Sequence[RunLine]) -> None:
        """Show these earlier runs behind the curves."""
        self._runs.take(lines, log=self._view.log)
        self._fit_home()
        self.area.readjust()
        self._runs.draw()

    def light_run(self, number: int | None) -> None:
        """Draw an earlier run more strongly than the others; none when None."""
        self._runs.light(number)
        if number is None:
            self.area.unsetCursor()
        else:
            self.area.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_log(self, log: bool) -> None:
        """Choose a logarithmic axis for the values, or a linear one."""
        if log == self._view.log:
            return
        self._view.log = log
        self._view.let_go()
        self.area.axes.y.make_ticks = log_ticks if log else linear_ticks
        self._curves.take(self.series, log=log)
        self._runs.take(self._runs.lines, log=log)
        self.area.readjust()
        self.area.rearrange()
        self._curves.draw()
        self._runs.draw()

    def set_faults(self, spans: FaultSpans) -> None:
        """Show between which updates the run had a fault on."""
        if spans != self._faults:
            self._faults = spans
            self._curves.set_faults(spans)
            self._curves.draw()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._theme = theme
        self.area.set_theme(theme)
        self._curves.set_theme(theme)
        self._readings.set_theme(theme)
        self._runs.set_theme(theme)
        self._strip.set_theme(theme)
        self._marker.set_pen(screen_pen(theme.accent))

    def show_moment(self, update: float | None) -> None:
        """Mark where the run stands; nowhere when None."""
        self._moment = update
        self._show_marker()

    def hold(self, update: float | None) -> None:
        """Mark where a hand drags the moment to, before the run is there."""
        self._held = update
        self._show_marker()

    def show_flags(self, flags: Sequence[Flag]) -> None:
        """Mark these changes on the axis of time."""
        self._strip.show_flags(flags)

    def show_crosshair(self, update: float | None, heading: str = "") -> None:
        """Show the values near an update under a heading; none when None."""
        self._readings.show(update, heading, log=self._view.log)

    def take_updates_from(self, other: "CurvePlot") -> None:
        """Show the same updates as another plot."""
        if other.area.is_home:
            if not self.area.is_home:
                self.area.go_home()
            return
        mine, theirs = self.area.view, other.area.view
        if (mine.left, mine.right) != (theirs.left, theirs.right):
            self.area.go_to(ViewRange(theirs.left, theirs.right, mine.bottom, mine.top))

    def _connect(self) -> None:
        gestures = Gestures(self.area, zooms_y=False)
        gestures.hovered.connect(self._on_hovered)
        gestures.clicked.connect(self._on_clicked)
        scrubber = Scrubber(self.area, self._strip)
        scrubber.scrubbed.connect(self._on_scrubbed)
        scrubber.released.connect(self.scrub_ended)
        self.area.view_changed.connect(self._on_view_changed)

    def _adjusted(self, wanted: ViewRange, current: ViewRange) -> ViewRange:
        return self._view.adjusted(wanted, current)

    @property
    def runs_end(self) -> float:
        """The farthest update of any earlier run."""
        return self._runs.end

    def reach(self, end: float) -> None:
        """Let the axis reach to `end` at least, as those of the plots beside it do."""
        if end != self._reach:
            self._reach = end
            self._fit_home()
            self.area.readjust()

    def _fit_home(self) -> None:
        self._view.end = max(self._last_update, self._runs.end, self._reach)
        self.area.set_home(self._view.home())

    def _on_view_changed(self) -> None:
        self._curves.draw()
        self._runs.draw()
        self._strip.update()
        if self._view.shows_all and not self.area.is_home:
            self.area.go_home()
        self.view_changed.emit()

    def _show_marker(self) -> None:
        now = self._moment if self._held is None else self._held
        place = now if self.area.axes.visible else None
        self._marker.stand_at(place)
        self._strip.show_place(place, self._last_update)

    def _on_scrubbed(self, update: float) -> None:
        # What is read under the pointer would stay behind where the hand began.
        self._on_hovered(None)
        self.update_scrubbed.emit(update)

    def _on_clicked(self, point: QPointF) -> None:
        run = self._readings.run_at(point, log=self._view.log)
        if run is None:
            self.update_clicked.emit(point.x())
        else:
            self.run_clicked.emit(run)

    def _on_hovered(self, point: QPointF | None) -> None:
        if point is not None:
            self._readings.point_at(point)
        self.run_hovered.emit(
            None if point is None else self._readings.run_at(point, log=self._view.log)
        )
        self.update_hovered.emit(None if point is None else point.x())
