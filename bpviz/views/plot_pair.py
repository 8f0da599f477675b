"""Two plots over the same updates, side by side or one below the other."""

from PyQt6.QtCore import QSize
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from bpviz.look.type_scale import GRID
from bpviz.views.curve_plot import CurvePlot

_TALL = 0.75
"""Higher than this share of its width, one plot stands below the other."""


class PlotPair(QWidget):
    """Keeps two plots of curves showing the same updates.

    The second may be hidden; the first then has all the room.

    Parameters
    ----------
    first, second : CurvePlot
        The plots.
    parent : QWidget, optional
        Qt's.
    """

    def __init__(
        self, first: CurvePlot, second: CurvePlot, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._plots = (first, second)
        self._is_linking = False
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID)
        # What two plots need side by side is enough: `_arrange` sees to it.
        self._layout.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        for plot in self._plots:
            self._layout.addWidget(plot, 1)
        first.view_changed.connect(self._on_first_moved)
        second.view_changed.connect(self._on_second_moved)

    def show_second(self, visible: bool) -> None:
        """Show both plots, or only the first."""
        if self._plots[1].isHidden() == visible:
            self._plots[1].setVisible(visible)
            self._arrange()

    def _on_first_moved(self) -> None:
        self._link(*self._plots)

    def _on_second_moved(self) -> None:
        self._link(*reversed(self._plots))

    def _link(self, moved: CurvePlot, other: CurvePlot) -> None:
        """Let the other plot follow, once; their margins differ by some updates."""
        if not self._is_linking:
            self._is_linking = True
            other.take_updates_from(moved)
            self._is_linking = False
        self._align()

    def _arrange(self) -> None:
        both = not self._plots[1].isHidden()
        least = 2 * self._plots[0].minimumSizeHint().height() + GRID
        is_tall = both and self.height() > max(_TALL * self.width(), least)
        direction = QBoxLayout.Direction
        self._layout.setDirection(
            direction.TopToBottom if is_tall else direction.LeftToRight
        )
        self._align()

    def _align(self) -> None:
        """Let plots that stand one below the other begin at the same place."""
        axes = [plot.area.axes for plot in self._plots if not plot.isHidden()]
        is_below = self._layout.direction() is QBoxLayout.Direction.TopToBottom
        least = max(one.needed_left_margin for one in axes) if is_below else 0
        for plot in self._plots:
            if plot.area.axes.least_left_margin != least:
                plot.area.axes.least_left_margin = least
                plot.area.rearrange()

    @override
    def resizeEvent(self, a0: QResizeEvent | None) -> None:
        self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        one = self._plots[0].minimumSizeHint()
        return QSize(2 * one.width() + GRID, one.height())
