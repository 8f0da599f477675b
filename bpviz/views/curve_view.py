"""Which updates and which values a plot of curves shows."""

from collections.abc import Callable, Iterable
from math import isclose, isfinite

from bpviz.views.curve_fit import fitting_values
from bpviz.views.curve_series import Series
from bpviz.views.plot_area import PlotArea
from bpviz.views.view_range import ViewRange, range_around

Drawn = Callable[[float, float], Iterable[Series]]
"""What is drawn between two updates."""

Behind = Callable[[float, float], tuple[float, float] | None]
"""Lowest and highest place of what is behind it, if there is anything."""

_SIDE_PIXELS = 6
"""Room at both ends for the marks of the first and the last update."""

_FEWEST_UPDATES = 4
"""In view at the closest zoom, and before there are as many."""

_MARGIN = 0.06
"""Above and below what is behind, as a share of it."""

_MOST, _NEXT_TO_NOTHING = 0.5, 0.005
"""Shares of all the values there can be, from and up to which an axis shows all."""


class CurveView:
    """Keeps a plot to the updates there are, and fits the values in view.

    Parameters
    ----------
    area : PlotArea
        The plot; its `adjust` is `adjusted`.
    limits : tuple of float
        Lowest and highest value there can be.
    drawn : callable
        The curves that the values are fitted to.
    behind : callable
        Where those behind them are: they get some room, but not as much as they like.

    Attributes
    ----------
    end : float
        The last update of all.
    log : bool
        Whether the axis of values is logarithmic.
    """

    def __init__(
        self, area: PlotArea, limits: tuple[float, float], drawn: Drawn, behind: Behind
    ) -> None:
        self._area = area
        self._limits = limits
        self._drawn = drawn
        self._behind = behind
        self._y_by_hand = False
        self.end = 0.0
        self.log = False

    @property
    def shows_all(self) -> bool:
        """Whether every update is in view, and the values fit."""
        is_whole = isclose(self._area.view.width, self.home().width, rel_tol=1e-9)
        return is_whole and not self._y_by_hand

    def let_go(self) -> None:
        """Fit the values again, whatever a hand has made of them."""
        self._y_by_hand = False

    def home(self) -> ViewRange:
        """Return the view of every update."""
        end = max(self.end, _FEWEST_UPDATES)
        view = self._area.view
        room = max(self._area.picture.width() - 2 * _SIDE_PIXELS, 1)
        margin = _SIDE_PIXELS / room * end
        return ViewRange(-margin, end + margin, view.bottom, view.top)

    def adjusted(self, wanted: ViewRange, current: ViewRange) -> ViewRange:
        """Keep to the updates there are, and fit the values unless told otherwise."""
        if self._area.is_home:
            self._y_by_hand = False
        elif not isclose(wanted.height, current.height, rel_tol=1e-9):
            self._y_by_hand = True
        home = self.home()
        if self._area.is_home:
            wanted = home
        width = min(max(wanted.width, _FEWEST_UPDATES), home.width)
        left = min(max(wanted.left, home.left), home.right - width)
        view = ViewRange(left, left + width, wanted.bottom, wanted.top)
        if self._y_by_hand:
            return view
        ends = self._fitting(left, left + width)
        if ends is None:
            return view
        return view.with_y(*(ends if self.log else self._limited(*ends)))

    def _fitting(self, left: float, right: float) -> tuple[float, float] | None:
        """Return the ends of the axis of values: of the curves, or of those behind."""
        ends = fitting_values(self._drawn(left, right), left, right, log=self.log)
        others = self._behind(left, right)
        if ends is None or others is None:
            return ends or (others and range_around(*others, _MARGIN))
        (low, high), (lower, higher) = ends, range_around(*others, _MARGIN)
        # Ten times, or twice, as much as there is: more would flatten what matters.
        room = max(high - low, 1.0 if self.log else abs(high))
        return max(min(low, lower), low - room), min(max(high, higher), high + room)

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
