"""The curves of one plot, each drawn by items of its own."""

from collections.abc import Iterator, Sequence

from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.scene.run_changes import FaultSpans
from bpviz.views.curve_items import CurveItems, mark_of
from bpviz.views.curve_series import Role, Series
from bpviz.views.fault_parts import is_faulty_at
from bpviz.views.plot_area import PlotArea


class CurveStack:
    """Makes the items of a series when it first comes, and keeps them for the next.

    Parameters
    ----------
    area : PlotArea
        Where curves are drawn.
    line_width : float
        Of the lines between evaluations, in pixels.

    Attributes
    ----------
    series : tuple of Series
        What is drawn.
    """

    def __init__(self, area: PlotArea, line_width: float) -> None:
        self.series: tuple[Series, ...] = ()
        self._area = area
        self._line_width = line_width
        self._items: dict[tuple[Role, int], CurveItems] = {}
        self._theme = current_theme()
        self._faults: FaultSpans = ()
        self._drawn_for: object = None

    def take(self, series: Sequence[Series], *, log: bool) -> None:
        """Take up what `draw` will draw."""
        self.series = tuple(series)
        self._drawn_for = None
        by_key = {(one.role, one.place): one for one in series}
        for key in by_key:
            if key in self._items:
                continue
            items = CurveItems(key[0], self._area, self._line_width, key[1])
            items.set_theme(self._theme)
            items.set_faults(self._faults)
            self._items[key] = items
        for key, items in self._items.items():
            items.take(by_key.get(key), log=log)

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._theme = theme
        for items in self._items.values():
            items.set_theme(theme)

    def set_faults(self, spans: FaultSpans) -> None:
        """Take up between which updates a fault was on."""
        self._faults = spans
        self._drawn_for = None
        for items in self._items.values():
            items.set_faults(spans)

    def color_at(self, series: Series, index: int) -> str:
        """Return the colour of a curve at one of its points."""
        is_faulty = is_faulty_at(float(series.updates[index]), self._faults)
        mark = mark_of(
            series.role, self._theme, place=series.place, is_faulty=is_faulty
        )
        return mark.color

    def in_detail(self, left: float, right: float) -> Iterator[Series]:
        """Yield every series as it is drawn between two updates."""
        for items in self._items.values():
            yield items.in_detail(left, right)

    def draw(self) -> None:
        """Draw for the present view, unless that is how it is drawn already."""
        view = self._area.view, self._area.picture.width()
        if view == self._drawn_for:
            return
        self._drawn_for = view
        for items in self._items.values():
            items.draw()
