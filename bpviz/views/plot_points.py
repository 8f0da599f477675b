"""Marks in a plot, all of them alike, that cost little when they change."""

from typing import Any

import numpy as np
from PyQt6.QtCore import QPointF, QRectF
from PyQt6.QtGui import QPainter, QPixmap, QTransform
from PyQt6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from pyqtgraph.graphicsItems.ScatterPlotItem import renderSymbol
from typing_extensions import override

from bpviz.nn.arrays import Array
from bpviz.views.marks import Mark
from bpviz.views.plot_items import Picture, PlotItem

_FEW = 200
"""So many marks are painted sooner than those in view are found among them."""


class Points(PlotItem):
    """Draws a mark at every point, as large as the mark is, however far one zooms."""

    def __init__(self, area: Picture) -> None:
        super().__init__(area)
        self.mark: Mark | None = None
        """What it looks like; nothing is drawn before that is known."""
        self._picture: QPixmap | None = None

    def wear(self, mark: Mark) -> None:
        """Look like this."""
        self.mark = mark
        self._picture = None
        self._area.redraw()

    def set_data(self, x: Array, y: Array) -> None:
        """Mark these points instead of the present ones; others than finite are not."""
        known = np.isfinite(x) & np.isfinite(y)
        self._take(*((x, y) if known.all() else (x[known], y[known])))

    def _pictured(self, mark: Mark, ratio: float) -> QPixmap:
        """Return the mark as a picture for a screen with so many pixels for one."""
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            image = renderSymbol(
                mark.shape.value,
                mark.size,
                mark.shape_pen,
                mark.shape_brush,
                dpr=ratio,
            )
            self._picture = QPixmap.fromImage(image)
        return self._picture

    def _places(self, transform: QTransform, margin: float) -> Array:
        """Return where the marks in view are, in pixels, (marks, 2), and maybe more."""
        x = transform.m11() * self._x + transform.m31()
        y = transform.m22() * self._y + transform.m32()
        if len(x) <= _FEW:
            return np.array([x, y]).T
        view = transform.mapRect(self.boundingRect())
        seen = (x > view.left() - margin) & (x < view.right() + margin)
        seen &= (y > view.top() - margin) & (y < view.bottom() + margin)
        places: Array = np.column_stack([x[seen], y[seen]])
        return places

    @override
    def paint(
        self,
        painter: QPainter | None,
        option: QStyleOptionGraphicsItem | None,
        widget: QWidget | None = None,
    ) -> None:
        if painter is None or self.mark is None:
            return
        ratio = 1.0 if widget is None else widget.devicePixelRatioF()
        picture = self._pictured(self.mark, ratio)
        whole, scale = QRectF(picture.rect()), 1.0 / ratio
        places = self._places(painter.worldTransform(), whole.width()).tolist()
        painter.resetTransform()
        create = QPainter.PixmapFragment.create
        # PyQt's stubs want an array of Qt's, and take a list (6.11).
        fragments: Any = [create(QPointF(x, y), whole, scale, scale) for x, y in places]
        painter.drawPixmapFragments(fragments, picture)
