"""Plots over the same updates, side by side or one below the other."""

from PyQt6.QtCore import QSize
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from bpviz.look.type_scale import GRID
from bpviz.views.curve_plot import CurvePlot

_TALL = 0.75
"""Higher than this share of its width, plots stand one below the other."""


class PlotRow(QWidget):
    """Keeps plots of curves showing the same updates.

    All but the first may be hidden; the others share the room.

    Parameters
    ----------
    plots : CurvePlot
        The plots, from left to right.
    """

    def __init__(self, *plots: CurvePlot) -> None:
        super().__init__()
        self._plots = plots
        self._is_linking = False
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID)
        # What the plots need side by side is enough: `_arrange` sees to it.
        self._layout.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        for plot in plots:
            self._layout.addWidget(plot, 1)
            plot.view_changed.connect(lambda plot=plot: self._link(plot))

    def show_plot(self, plot: CurvePlot, visible: bool) -> None:
        """Show one of the plots, or leave its room to the others."""
        if plot.isHidden() == visible:
            plot.setVisible(visible)
            self._arrange()
            self.updateGeometry()
            if visible:
                self._is_linking = True
                plot.take_updates_from(self._plots[0])
                self._is_linking = False

    def _link(self, moved: CurvePlot) -> None:
        """Let the other plots follow, once; their margins differ by some updates."""
        if not self._is_linking:
            self._is_linking = True
            for other in self._plots:
                if other is not moved:
                    other.take_updates_from(moved)
            self._is_linking = False
        self._align()

    def _shown(self) -> list[CurvePlot]:
        return [plot for plot in self._plots if not plot.isHidden()]

    def _arrange(self) -> None:
        count = len(self._shown())
        least = count * self._plots[0].minimumSizeHint().height() + (count - 1) * GRID
        is_tall = count > 1 and self.height() > max(_TALL * self.width(), least)
        direction = QBoxLayout.Direction
        self._layout.setDirection(
            direction.TopToBottom if is_tall else direction.LeftToRight
        )
        self._align()

    def _align(self) -> None:
        """Let plots that stand one below the other begin at the same place."""
        axes = [plot.area.axes for plot in self._shown()]
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
        count = max(len(self._shown()), 2)
        return QSize(count * one.width() + (count - 1) * GRID, one.height())
