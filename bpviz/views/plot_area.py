"""A plot: a pyqtgraph picture with the program's own axes around it."""

from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PyQt6.QtWidgets import QGraphicsView, QLabel, QWidget
from typing_extensions import override

from bpviz.look.labels import color_text, say
from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.views.axes import Axes, to_pixel
from bpviz.views.marks import screen_pen
from bpviz.views.plot_items import Line, PlotItem
from bpviz.views.view_range import ViewRange

Adjust = Callable[[ViewRange, ViewRange], ViewRange]
"""What to show when something is asked for, given what is shown now."""

GRID_DEPTH, DATA_DEPTH, MARK_DEPTH = -10, 0, 10
"""What is drawn over what."""


class PlotArea(QWidget):
    """Shows graphics items against two axes.

    The view stays at its home, wherever that is moved, until `go_to` or `zoom` is
    called, and again after `go_home`.

    Parameters
    ----------
    adjust : callable, optional
        Has the last word about each view: ``adjust(wanted, current)``.
    parent : QWidget, optional
        Qt's.

    Signals
    -------
    view_changed()
        Another part is shown.
    arranged()
        The picture may have another size.
    """

    view_changed = pyqtSignal()
    arranged = pyqtSignal()

    def __init__(
        self, adjust: Adjust | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._axes = Axes()
        self._adjust = adjust
        self._home = ViewRange(0.0, 1.0, 0.0, 1.0)
        self._view = self._home
        self._bounds = _bounds_of(self._home)
        self._is_home = True
        self._build()
        self.set_theme(current_theme())

    def _build(self) -> None:
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self._box.disableAutoRange()
        self._picture = pg.GraphicsView(self)
        self._picture.setCentralItem(self._box)
        self._picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Left to itself, Qt learns of new data only after it has painted what else
        # is new in a plot (6.11), and paints twice.
        self._picture.setViewportUpdateMode(
            QGraphicsView.ViewportUpdateMode.NoViewportUpdate
        )
        # The plot itself takes the mouse: one place for its gestures, and pyqtgraph's
        # search for items under the pointer costs more than drawing them.
        _let_mouse_through(self._picture)
        self._picture.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._grid = Line(self, is_smooth=False, in_pairs=True)
        self.add(self._grid, GRID_DEPTH)
        self._message = QLabel(self)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        _let_mouse_through(self._message)
        self._message.hide()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumSize(120, 80)
        # Every pixel is painted, so Qt need not paint what is behind it first.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def axes(self) -> Axes:
        """The axes; call `rearrange` after changing them."""
        return self._axes

    @property
    def view(self) -> ViewRange:
        """What is shown."""
        return self._view

    @property
    def bounds(self) -> QRectF:
        """What is shown, as a rectangle of Qt's, which nobody may change."""
        return self._bounds

    @property
    def is_home(self) -> bool:
        """Whether the view is where it is without anybody's zooming."""
        return self._is_home

    @property
    def picture(self) -> QRect:
        """Where the picture lies within this widget, in pixels."""
        place: QRect = self._picture.geometry()
        return place

    @property
    def message(self) -> str:
        """The sentence in the middle of the picture."""
        return self._message.text()

    def add(self, item: PlotItem, depth: int = DATA_DEPTH) -> None:
        """Put an item, in the units of the axes, into the picture."""
        item.setZValue(depth)
        self._box.addItem(item, ignoreBounds=True)
        self.redraw()

    def remove(self, item: PlotItem) -> None:
        """Take an item out of the picture."""
        self._box.removeItem(item)

    def redraw(self) -> None:
        """Draw the picture anew before long, because what is in it has changed."""
        self._picture.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._theme = theme
        self._picture.setBackground(theme.window)
        self._grid.set_pen(screen_pen(theme.grid_line))
        color_text(self._message, theme.muted_text)
        self.update()

    def set_titles(self, x: str, y: str) -> None:
        """Name the axes."""
        if (x, y) != (self._axes.x.title, self._axes.y.title):
            self._axes.x.title, self._axes.y.title = x, y
            self.rearrange()

    def show_message(self, text: str) -> None:
        """Write a sentence into the middle of the picture; none when empty."""
        say(self._message, text)

    def set_home(self, home: ViewRange) -> None:
        """Show `home` unless somebody has zoomed, and come back to it when asked."""
        self._home = home
        if self._is_home:
            self._show(home)

    def go_home(self) -> None:
        """Show everything again."""
        self._is_home = True
        self._show(self._home)

    def go_to(self, view: ViewRange) -> None:
        """Show `view` and stay there."""
        self._is_home = False
        self._show(view)

    def zoom(self, x_factor: float, y_factor: float, at: QPointF | None = None) -> None:
        """Multiply the size of what is seen about a point, or about the middle."""
        view = self._view
        x = (view.left + view.right) / 2 if at is None else at.x()
        y = (view.bottom + view.top) / 2 if at is None else at.y()
        self.go_to(view.zoomed(x, y, x_factor, y_factor))

    def readjust(self) -> None:
        """Ask `adjust` again, because what it goes by has changed."""
        self._show(self._home if self._is_home else self._view)

    def rearrange(self) -> None:
        """Place the picture and the axes anew."""
        place = self._axes.arrange(self._view, self.rect())
        self._picture.setGeometry(place)
        self.redraw()
        self._message.setGeometry(place.adjusted(8, 0, -8, 0))
        self._draw_grid()
        self.update()
        self.arranged.emit()

    def point_at(self, pixel: QPointF) -> QPointF:
        """Return what lies under a pixel of this widget, in the units of the axes."""
        place, view = self.picture, self._view
        x = (pixel.x() - place.left()) / place.width()
        y = (pixel.y() - place.top()) / place.height()
        return QPointF(view.left + x * view.width, view.top - y * view.height)

    def pixel_at(self, x: float, y: float) -> QPointF:
        """Return where a point, in the units of the axes, lies in this widget."""
        place, view = self.picture, self._view
        return QPointF(
            to_pixel(x, view.left, view.right, place.left(), place.width()),
            to_pixel(y, view.top, view.bottom, place.top(), place.height()),
        )

    def _show(self, wanted: ViewRange) -> None:
        view = wanted if self._adjust is None else self._adjust(wanted, self._view)
        if view == self._view or not view.can_be_shown():
            return
        self._view = view
        self._bounds = _bounds_of(view)
        self._box.setRange(
            xRange=(view.left, view.right), yRange=(view.bottom, view.top), padding=0
        )
        self.rearrange()
        self.view_changed.emit()
        # pyqtgraph moves its items only when it paints, and that asks for painting
        # once more (0.14): now, it is done once.
        self._picture.scene().prepareForPaint()

    def _draw_grid(self) -> None:
        ticks = self._axes.y.ticks
        heights = [tick.position for tick in ticks for _ in range(2)]
        ends = [self._view.left, self._view.right] * len(ticks)
        self._grid.set_data(np.array(ends), np.array(heights))

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.window))
        self._axes.paint(painter, self._theme, self._view, self.picture)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent)))
            painter.drawRect(self.picture.adjusted(-1, -1, 0, 0))

    @override
    def resizeEvent(self, a0: QResizeEvent | None) -> None:
        self.rearrange()
        self.readjust()

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.FontChange:
            self._axes.refresh_fonts()
            self.rearrange()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 200)


def _bounds_of(view: ViewRange) -> QRectF:
    return QRectF(view.left, view.bottom, view.width, view.height)


def _let_mouse_through(widget: QWidget) -> None:
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
