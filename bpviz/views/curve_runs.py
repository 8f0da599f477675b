"""Earlier runs behind the curves of the present one: grey, dashed with a fault."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from PyQt6.QtCore import QPointF

from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.nn.arrays import Array, BoolArray
from bpviz.views.curve_items import FAULT_DASHES, heights
from bpviz.views.curve_series import Series, merge_size, merged
from bpviz.views.fault_parts import faulty_line, sound_line, with_fault
from bpviz.views.marks import Mark
from bpviz.views.plot_area import DATA_DEPTH, PlotArea
from bpviz.views.plot_items import Line
from bpviz.views.run_lines import RunLine, nearest_line

# Behind the curves of the present run, before the band of its batches.
_DEPTH, _LIT_DEPTH = DATA_DEPTH - 3, DATA_DEPTH - 2
_PIXELS_A_POINT = 6
_REACH = 5
"""Pixels that a pointer may be off a line."""


def run_mark(theme: Theme, *, is_faulty: bool, is_lit: bool = False) -> Mark:
    """Return how an earlier run is drawn; stronger where it is pointed at."""
    width = 2.0 if is_lit else 1.2
    if is_faulty:
        return Mark(theme.warning, line_width=width, dashes=FAULT_DASHES)
    return Mark(theme.muted_text if is_lit else theme.earlier_run, line_width=width)


class CurveRuns:
    """Draws lines of earlier runs into a plot, all sound parts as one item.

    Parameters
    ----------
    area : PlotArea
        Where they are drawn.
    """

    def __init__(self, area: PlotArea) -> None:
        self._area = area
        self._lines: tuple[RunLine, ...] = ()
        self._log = False
        # How many points of each line are merged, and what comes of it; and those
        # that are known to be right for the present view.
        self._kept: dict[int, tuple[int, RunLine]] = {}
        self._seen: object = None
        self._in_view: dict[int, RunLine] = {}
        self._lit: int | None = None
        self._is_drawn = False
        self._sound, self._faulty = Line(area), Line(area)
        self._lit_sound, self._lit_faulty = Line(area), Line(area)
        area.add(self._sound, _DEPTH)
        area.add(self._faulty, _DEPTH)
        area.add(self._lit_sound, _LIT_DEPTH)
        area.add(self._lit_faulty, _LIT_DEPTH)
        self.set_theme(current_theme())

    @property
    def lines(self) -> tuple[RunLine, ...]:
        """What is drawn."""
        return self._lines

    @property
    def end(self) -> float:
        """The farthest update of all lines; 0 without any."""
        ends = (line.series.updates[-1] for line in self._lines if len(line.series))
        return float(max(ends, default=0.0))

    def ends(self, left: float, right: float) -> tuple[float, float] | None:
        """Return the lowest and the highest place of all lines between two updates."""
        found = [
            y[first:last]
            for line in self._lines
            for x, y in [self._drawn(line)]
            for first, last in [np.searchsorted(x, (left, right))]
        ]
        heights_seen = np.concatenate([*found, np.empty(0)])
        heights_seen = heights_seen[np.isfinite(heights_seen)]
        if not len(heights_seen):
            return None
        return float(heights_seen.min()), float(heights_seen.max())

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._sound.set_pen(run_mark(theme, is_faulty=False).pen)
        self._faulty.set_pen(run_mark(theme, is_faulty=True).pen)
        self._lit_sound.set_pen(run_mark(theme, is_faulty=False, is_lit=True).pen)
        self._lit_faulty.set_pen(run_mark(theme, is_faulty=True, is_lit=True).pen)

    def take(self, lines: Sequence[RunLine], *, log: bool) -> None:
        """Take up what `draw` will draw."""
        self._lines = tuple(lines)
        self._log = log
        self._kept.clear()
        self._in_view.clear()
        if all(line.number != self._lit for line in lines):
            self._lit = None

    def light(self, number: int | None) -> None:
        """Draw one run more strongly than the others; none when None."""
        if number != self._lit:
            self._lit = number
            self._draw_light()

    def lit(self) -> RunLine | None:
        """Return the line that is drawn more strongly, if there is one."""
        return next((one for one in self._lines if one.number == self._lit), None)

    def at(self, point: QPointF) -> RunLine | None:
        """Return the line near a point, in the units of the axes, if any."""
        view, height = self._area.view, max(self._area.picture.height(), 1)
        within = _REACH * view.height / height
        placed = (self._placed(line) for line in self._lines)
        found = nearest_line(placed, point.x(), point.y(), within)
        return next(
            (one for one in self._lines if found and one.number == found.number), None
        )

    def distance(self, line: RunLine, point: QPointF) -> float:
        """Return how far off a line is at a point, in the units of the axis."""
        return abs(self._placed(line).height_at(point.x()) - point.y())

    def draw(self) -> None:
        """Draw for the present view."""
        if not self._lines and not self._is_drawn:
            return
        self._is_drawn = bool(self._lines)
        self._sound.set_data(*self._joined(self._lines, sound_line))
        faulty = [one for one in self._lines if one.faults]
        self._faulty.set_data(*self._joined(faulty, faulty_line))
        self._draw_light()

    def _draw_light(self) -> None:
        lit = self.lit()
        lines = () if lit is None else (lit,)
        self._lit_sound.set_data(*self._joined(lines, sound_line))
        self._lit_faulty.set_data(*self._joined(lines, faulty_line))

    def _placed(self, line: RunLine) -> RunLine:
        """Return the line as it is drawn, with heights for values."""
        view, width = self._area.view, self._area.picture.width()
        if (view, width) != self._seen:
            self._seen = view, width
            self._in_view.clear()
        if line.number in self._in_view:
            return self._in_view[line.number]
        most = max(width // _PIXELS_A_POINT, 1)
        size = merge_size(line.series, view.left, view.right, most)
        before = self._kept.get(line.number)
        if before is None or before[0] != size:
            series = merged(line.series, size)
            y = heights(series.values, log=self._log)
            placed = RunLine(
                line.number, Series(series.role, series.updates, y), line.faults
            )
            self._kept[line.number] = before = size, placed
        self._in_view[line.number] = before[1]
        return before[1]

    def _drawn(self, line: RunLine) -> tuple[Array, Array]:
        series = self._placed(line).series
        return series.updates, series.values

    def _joined(
        self, lines: Iterable[RunLine], part: Callable[[Array, BoolArray], Array]
    ) -> tuple[Array, Array]:
        """Return the places of a part of several lines, with a gap after each."""
        gap = np.array([np.nan])
        x: list[Array] = [np.empty(0)]
        y: list[Array] = [np.empty(0)]
        for line in lines:
            updates, values = self._drawn(line)
            x += [updates, gap]
            if line.faults:
                values = part(values, with_fault(updates, line.faults))
            y += [values, gap]
        return np.concatenate(x), np.concatenate(y)
