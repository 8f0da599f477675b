"""One curve of a plot: how it looks, and what of it is drawn in the present view."""

import numpy as np

from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.look.watch_words import watch_color, watch_dashes
from bpviz.nn.arrays import Array
from bpviz.scene.run_changes import FaultSpans
from bpviz.views.curve_ink import CurveInk
from bpviz.views.curve_series import Role, Series, merge_size, merged
from bpviz.views.fault_parts import faulty_line, sound_line, with_fault
from bpviz.views.marks import Mark, Shape
from bpviz.views.plot_area import PlotArea
from bpviz.views.shades import mixed

PIXELS_A_POINT = 3
"""The noise of single batches is merged into points at least so far apart."""

PIXELS_A_MARK = 12
"""Where points are closer than this some of their marks are left out."""

LEAST_POSITIVE = 1e-30

FAULT_DASHES = (6.0, 4.0)


def mark_of(
    role: Role,
    theme: Theme,
    line_width: float = 1.0,
    *,
    place: int = 0,
    is_faulty: bool = False,
) -> Mark:
    """Return how curves of this role are drawn.

    The hue tells the data; the strength and the marks tell one curve from another.

    Parameters
    ----------
    line_width : float
        Of the lines between evaluations, in pixels.
    place : int
        Of a watch, in the list of them.
    is_faulty : bool
        Whether it is the part of a curve that was made with a fault on, which must
        not be taken for a sound one.
    """
    train, test = theme.series[0], theme.series[1]
    if is_faulty:
        train = test = theme.warning
    paper = theme.window
    match role:
        case Role.BATCH:
            return Mark(
                mixed(train, paper, 0.1),
                line_width=1.5,
                band=mixed(train, paper, 0.8),
                dashes=FAULT_DASHES if is_faulty else (),
            )
        case Role.TRAIN:
            return Mark(
                train,
                Shape.CIRCLE,
                size=6.0,
                paper=paper,
                line_width=line_width,
                dashes=FAULT_DASHES if is_faulty else (),
            )
        case Role.TEST:
            return Mark(
                test,
                Shape.SQUARE,
                size=8.0,
                filled=False,
                line_width=line_width,
                dashes=FAULT_DASHES if is_faulty else (4.0, 3.0),
            )
        case Role.WATCH:
            return Mark(
                watch_color(place, theme), line_width=1.5, dashes=watch_dashes(place)
            )


def heights(values: Array, *, log: bool) -> Array:
    """Return where values stand on the y axis; NaN where they have no place."""
    with np.errstate(divide="ignore", invalid="ignore"):
        placed = np.log10(values) if log else values
    finite: Array = np.where(np.isfinite(placed), placed, np.nan)
    return finite


class CurveItems:
    """Draws one series into a plot, as finely as the plot has pixels.

    Parameters
    ----------
    role : Role
        Decides how it looks.
    area : PlotArea
        Where it is drawn.
    line_width : float
        Of the lines between evaluations, in pixels.
    place : int
        Of a watch, in the list of them.
    """

    def __init__(
        self, role: Role, area: PlotArea, line_width: float, place: int = 0
    ) -> None:
        self.role = role
        self._place = place
        self._area = area
        self._line_width = line_width
        none = np.empty(0)
        self._series = self._nothing = Series(role, none, none, none, none)
        self._log = False
        self._merged_by = 0
        self._detail = self._series
        self._drawn_points = -1
        self._drawn_marks = -1
        self._theme = current_theme()
        self._faults: FaultSpans = ()
        self._has_marks = role in (Role.TRAIN, Role.TEST)
        self._sound = CurveInk(role, area)
        self._faulty: CurveInk | None = None  # Few runs ever have a fault.

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._theme = theme
        self._sound.wear(self._mark(is_faulty=False))
        if self._faulty is not None:
            self._faulty.wear(self._mark(is_faulty=True))

    def set_faults(self, spans: FaultSpans) -> None:
        """Show that what stands between these updates was made with a fault on."""
        self._faults = () if self.role is Role.WATCH else spans
        if self._faults and self._faulty is None:
            self._faulty = CurveInk(self.role, self._area)
            self._faulty.wear(self._mark(is_faulty=True))
        self._drawn_points = self._drawn_marks = -1

    def take(self, series: Series | None, *, log: bool) -> None:
        """Take up what `draw` will draw: `series`, or nothing when there is none."""
        fresh = self._nothing if series is None else series
        if fresh is self._series and log == self._log:
            return
        self._series = fresh
        self._log = log
        self._merged_by = 0
        self._drawn_points = self._drawn_marks = -1

    def in_detail(self, left: float, right: float) -> Series:
        """Return the series as it is drawn between two updates."""
        pixels = 1 if self._has_marks else PIXELS_A_POINT
        most = self._area.picture.width() // pixels
        size = merge_size(self._series, left, right, max(most, 1))
        if size != self._merged_by:
            self._merged_by = size
            self._detail = merged(self._series, size)
        return self._detail

    def draw(self) -> None:
        """Draw for the present view, unless that is how it is drawn already."""
        view = self._area.view
        series = self.in_detail(view.left, view.right)
        if len(series) != self._drawn_points:
            self._drawn_points = len(series)
            self._draw_line(series)
            if self.role is Role.BATCH:
                self._draw_band(series)
        if self._has_marks:
            self._draw_marks(view.left, view.right)

    def _mark(self, *, is_faulty: bool) -> Mark:
        return mark_of(
            self.role,
            self._theme,
            self._line_width,
            place=self._place,
            is_faulty=is_faulty,
        )

    def _draw_line(self, series: Series) -> None:
        x, y = series.updates, heights(series.values, log=self._log)
        if self._faulty is None:
            self._sound.draw_line(x, y)
            return
        faulty = with_fault(x, self._faults)
        self._sound.draw_line(x, sound_line(y, faulty))
        self._faulty.draw_line(x, faulty_line(y, faulty))

    def _draw_marks(self, left: float, right: float) -> None:
        """Mark every point, or every 2nd, 4th... where they would touch."""
        most = self._area.picture.width() // PIXELS_A_MARK
        updates = self._series.updates
        first, last = updates.searchsorted((left, right))
        in_view = int(last - first)
        stride = 1
        while in_view > max(most, 1) * stride:
            stride *= 2
        if stride == self._drawn_marks:
            return
        self._drawn_marks = stride
        x = updates[::stride]
        y = heights(self._series.values[::stride], log=self._log)
        if self._faulty is None:
            self._sound.draw_marks(x, y)
            return
        faulty = with_fault(x, self._faults)
        self._sound.draw_marks(x[~faulty], y[~faulty])
        self._faulty.draw_marks(x[faulty], y[faulty])

    def _draw_band(self, series: Series) -> None:
        if series.lowest is None or series.highest is None:
            return
        known = np.isfinite(series.lowest) & np.isfinite(series.highest)
        updates = series.updates[known]
        low, high = series.lowest[known], series.highest[known]
        if self._log:
            # The band reaches down to a loss of zero: below everything in view.
            low, high = (np.log10(np.maximum(y, LEAST_POSITIVE)) for y in (low, high))
        if self._faulty is None:
            self._sound.draw_band(updates, low, high)
            return
        faulty = with_fault(updates, self._faults)
        # Without any height nothing of it is seen.
        self._sound.draw_band(updates, low, np.where(faulty, low, high))
        self._faulty.draw_band(updates, low, np.where(faulty, high, low))
