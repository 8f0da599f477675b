"""The graphics items of a plane: the decision with its border, and the samples."""

from dataclasses import replace

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QImage, QPixmap, QTransform
from PyQt6.QtWidgets import QGraphicsPixmapItem

from bpviz.data.dataset import AnyArray, Dataset, Samples
from bpviz.look.theme import Theme
from bpviz.nn.arrays import Array
from bpviz.views.decision import border, decision_colors, evidence
from bpviz.views.marks import Mark, Shape, screen_pen, wear
from bpviz.views.plot_area import DATA_DEPTH, GRID_DEPTH, MARK_DEPTH, PlotArea

_HALO_WIDTH = 4.0
_RING_GAP = 6.0


class Decision:
    """The answers of the network as colours, and the line where it is undecided."""

    def __init__(self, area: PlotArea) -> None:
        self._picture = QGraphicsPixmapItem()
        self._picture.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._border = pg.PlotCurveItem(
            connect="pairs", antialias=True, skipFiniteCheck=True
        )
        area.add(self._picture, GRID_DEPTH + 1)
        area.add(self._border, GRID_DEPTH + 2)

    def clear(self) -> None:
        """Show nothing."""
        self._picture.setPixmap(QPixmap())
        self._border.setData([], [])

    def show(self, outputs: Array, axes: tuple[Array, ...], theme: Theme) -> None:
        """Show the answers at a grid's points.

        Parameters
        ----------
        outputs : ndarray of shape (points, outputs)
            The points run along x first.
        axes : tuple of ndarray
            The x and the y values of the grid.
        theme : Theme
            Its colours.
        """
        x_axis, y_axis = axes
        shape = (len(y_axis), len(x_axis))
        colors = decision_colors(outputs, theme.is_dark, theme.series)
        image = QImage(
            np.ascontiguousarray(colors).tobytes(),
            *shape[::-1],
            QImage.Format.Format_RGB32,
        )
        # The pixmap may go on using the image's memory, which is Python's.
        self._picture.setPixmap(QPixmap.fromImage(image.copy()))
        self._picture.setTransform(_from_pixels(x_axis, y_axis))
        self._border.setPen(screen_pen(theme.text))
        if outputs.shape[1] <= 2:
            line = border(evidence(outputs).reshape(shape), x_axis, y_axis)
            self._border.setData(line[:, 0], line[:, 1])
        else:
            self._border.setData([], [])


class ClassPoints:
    """The samples of one class, filled for training and hollow for test."""

    def __init__(self, area: PlotArea, dataset: Dataset, label: int) -> None:
        self.train = pg.ScatterPlotItem(pxMode=True)
        self.test = pg.ScatterPlotItem(pxMode=True)
        self.train.setData(*_of_class(dataset.train, label))
        if dataset.test is not None:
            self.test.setData(*_of_class(dataset.test, label))
        area.add(self.test, DATA_DEPTH)
        area.add(self.train, DATA_DEPTH + 1)

    def remove_from(self, area: PlotArea) -> None:
        """Take the points out of the plot."""
        area.remove(self.train)
        area.remove(self.test)

    def set_mark(self, mark: Mark) -> None:
        """Draw the points as `mark`."""
        wear(self.train, mark)
        wear(self.test, replace(mark, filled=False))


class Rings:
    """Rings around the samples that are learned from."""

    def __init__(self, area: PlotArea) -> None:
        self._halos = pg.ScatterPlotItem(pxMode=True)
        self._rings = pg.ScatterPlotItem(pxMode=True)
        area.add(self._halos, MARK_DEPTH)
        area.add(self._rings, MARK_DEPTH + 1)

    def show(self, inputs: AnyArray) -> None:
        """Ring the points of shape (samples, 2)."""
        places = _columns(inputs)
        self._halos.setData(*places)
        self._rings.setData(*places)

    def dress(self, theme: Theme, size: float) -> None:
        """Wear the colours of `theme`, around marks of a size in pixels."""
        mark = ring_mark(theme, size)
        wear(self._rings, mark)
        # A ring has to be seen on the colours of both classes.
        wear(self._halos, mark)
        self._halos.setPen(screen_pen(theme.window, _HALO_WIDTH))


def ring_mark(theme: Theme, size: float) -> Mark:
    """Return what goes around a mark of `size` pixels that is learned from."""
    return Mark(theme.accent, Shape.CIRCLE, size=size + _RING_GAP, filled=False)


def pixel_size(axis: Array) -> float:
    """Return the distance between neighbours on an evenly spaced axis."""
    return float(axis[-1] - axis[0]) / (len(axis) - 1)


def _of_class(samples: Samples, label: int) -> tuple[Array, Array]:
    assert samples.labels is not None  # A plane has classes.
    return _columns(samples.inputs[samples.labels == label])


def _columns(inputs: AnyArray) -> tuple[Array, Array]:
    return inputs[:, 0].astype(np.float64), inputs[:, 1].astype(np.float64)


def _from_pixels(x_axis: Array, y_axis: Array) -> QTransform:
    """Return the way from pixels, whose middles are the grid's points, to the axes."""
    width, height = pixel_size(x_axis), pixel_size(y_axis)
    corner = (float(x_axis[0]) - width / 2, float(y_axis[0]) - height / 2)
    return QTransform(width, 0.0, 0.0, height, *corner)
