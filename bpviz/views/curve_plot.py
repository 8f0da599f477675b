"""Curves against updates, growing live, with a crosshair and the present moment."""

from collections.abc import Callable, Iterator, Sequence
from math import isclose, isfinite

import pyqtgraph as pg
from PyQt6.QtCore import QPointF, pyqtSignal
from PyQt6.QtWidgets import QVBoxLayout, QWidget

from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.views.crosshair import Crosshair, Spot
from bpviz.views.curve_fit import fitting_values
from bpviz.views.curve_items import CurveItems, heights, mark_of
from bpviz.views.curve_series import Role, Series
from bpviz.views.gestures import Gestures
from bpviz.views.marks import screen_pen
from bpviz.views.plot_area import MARK_DEPTH, PlotArea
from bpviz.views.readout import Row
from bpviz.views.ticks import count_ticks, linear_ticks, log_ticks
from bpviz.views.view_range import ViewRange

Describe = Callable[[Series, int], tuple[str, str]]
"""The name of a series and its value at an index, for people."""

_SIDE_PIXELS = 6
"""Room at both ends for the marks of the first and the last update."""

_FEWEST_UPDATES = 4
"""In view at the closest zoom, and before there are as many."""

_MOST, _NEXT_TO_NOTHING = 0.5, 0.005
"""Shares of all the values there can be, from and up to which an axis shows all."""


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
    view_changed()
        Other updates are shown.
    """

    update_hovered = pyqtSignal(object)
    update_clicked = pyqtSignal(float)
    view_changed = pyqtSignal()

    def __init__(
        self,
        describe: Describe,
        limits: tuple[float, float],
        line_width: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._describe = describe
        self._limits = limits
        self._series: tuple[Series, ...] = ()
        self._last_update = 0
        self._moment: float | None = None
        self._log = False
        self._y_by_hand = False
        self._theme = current_theme()
        self.area = PlotArea(self._adjusted)
        self.area.axes.x.make_ticks = count_ticks
        self._items = {role: CurveItems(role, self.area, line_width) for role in Role}
        self._marker = pg.InfiniteLine(angle=90)
        self._marker.hide()
        self.area.add(self._marker, MARK_DEPTH)
        self._crosshair = Crosshair(self.area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        gestures = Gestures(self.area, zooms_y=False)
        gestures.hovered.connect(self._on_hovered)
        gestures.clicked.connect(self._on_clicked)
        self.area.view_changed.connect(self._on_view_changed)
        self.set_theme(self._theme)

    @property
    def series(self) -> tuple[Series, ...]:
        """What is shown."""
        return self._series

    def clear(self) -> None:
        """Show nothing, and the next run's curves from its beginning."""
        self.area.go_home()
        self.show_series((), 0)
        self.show_moment(None)
        self.show_crosshair(None)

    def show_series(self, series: Sequence[Series], last_update: int) -> None:
        """Show these curves, which reach up to `last_update`."""
        by_role = {one.role: one for one in series}
        self._series = tuple(series)
        for role, items in self._items.items():
            items.take(by_role.get(role), log=self._log)
        grown = last_update - self._last_update
        follows = not self.area.is_home and self.area.view.right >= self._last_update
        self._last_update = last_update
        is_anything = any(len(one) for one in self._series)
        if is_anything != self.area.axes.visible:
            self.area.axes.visible = is_anything
            self.area.rearrange()
        self._show_marker()
        self.area.set_home(self._home())
        if follows and grown > 0:
            self.area.go_to(self.area.view.moved(grown, 0.0))
        elif not self.area.is_home:
            self.area.readjust()
        self._draw()

    def set_log(self, log: bool) -> None:
        """Choose a logarithmic axis for the values, or a linear one."""
        self._log = log
        self._y_by_hand = False
        self.area.axes.y.make_ticks = log_ticks if log else linear_ticks
        by_role = {one.role: one for one in self._series}
        for role, items in self._items.items():
            items.take(by_role.get(role), log=log)
        self.area.readjust()
        self.area.rearrange()
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._theme = theme
        self.area.set_theme(theme)
        self._crosshair.set_theme(theme)
        for items in self._items.values():
            items.set_theme(theme)
        self._marker.setPen(screen_pen(theme.accent))

    def show_moment(self, update: float | None) -> None:
        """Mark where the run stands; nowhere when None."""
        self._moment = update
        self._show_marker()

    def show_crosshair(self, update: float | None, heading: str = "") -> None:
        """Show the values near an update under a heading; none when None."""
        spots = [] if update is None else list(self._spots(update))
        if update is None or not spots:
            self._crosshair.hide()
        else:
            self._crosshair.show(update, heading, spots)

    def take_updates_from(self, other: "CurvePlot") -> None:
        """Show the same updates as another plot."""
        if other.area.is_home:
            self.area.go_home()
            return
        mine, theirs = self.area.view, other.area.view
        if (mine.left, mine.right) != (theirs.left, theirs.right):
            self.area.go_to(ViewRange(theirs.left, theirs.right, mine.bottom, mine.top))

    def _spots(self, update: float) -> Iterator[Spot]:
        for one in self._series:
            index = one.nearest(update)
            if index is not None:
                color = mark_of(one.role, self._theme).color
                height = heights(one.values[index : index + 1], log=self._log)[0]
                row = Row(color, *self._describe(one, index))
                yield Spot(float(one.updates[index]), float(height), row)

    def _home(self) -> ViewRange:
        end = max(self._last_update, _FEWEST_UPDATES)
        view = self.area.view
        room = max(self.area.picture.width() - 2 * _SIDE_PIXELS, 1)
        margin = _SIDE_PIXELS / room * end
        return ViewRange(-margin, end + margin, view.bottom, view.top)

    def _adjusted(self, wanted: ViewRange, current: ViewRange) -> ViewRange:
        """Keep to the updates there are, and fit the values unless told otherwise."""
        if self.area.is_home:
            self._y_by_hand = False
        elif not isclose(wanted.height, current.height, rel_tol=1e-9):
            self._y_by_hand = True
        home = self._home()
        if self.area.is_home:
            wanted = home
        width = min(max(wanted.width, _FEWEST_UPDATES), home.width)
        left = min(max(wanted.left, home.left), home.right - width)
        view = ViewRange(left, left + width, wanted.bottom, wanted.top)
        if self._y_by_hand:
            return view
        drawn = [items.in_detail(left, left + width) for items in self._items.values()]
        ends = fitting_values(drawn, left, left + width, log=self._log)
        if ends is None:
            return view
        return view.with_y(*(ends if self._log else self._limited(*ends)))

    def _limited(self, bottom: float, top: float) -> tuple[float, float]:
        """Keep to the values there can be; what is most of them is all.

        So is what is next to nothing: a first value alone would fill the axis with
        its last digits.
        """
        lowest, highest = self._limits
        share = (top - bottom) / (highest - lowest)
        if share > _MOST or (isfinite(highest) and share < _NEXT_TO_NOTHING):
            return lowest, highest
        return max(bottom, lowest), min(top, highest)

    def _on_view_changed(self) -> None:
        self._draw()
        home, view = self._home(), self.area.view
        shows_all = isclose(view.width, home.width, rel_tol=1e-9)
        if shows_all and not self._y_by_hand and not self.area.is_home:
            self.area.go_home()
        self.view_changed.emit()

    def _show_marker(self) -> None:
        is_visible = self._moment is not None and self.area.axes.visible
        self._marker.setVisible(is_visible)
        if is_visible:
            self._marker.setValue(self._moment)

    def _draw(self) -> None:
        for items in self._items.values():
            items.draw()

    def _on_clicked(self, point: QPointF) -> None:
        self.update_clicked.emit(point.x())

    def _on_hovered(self, point: QPointF | None) -> None:
        self.update_hovered.emit(None if point is None else point.x())
