"""The graphics items of a plane: the decision with its border, and the samples."""

from dataclasses import replace

import numpy as np
from PyQt6.QtGui import QImage

from bpviz.data.dataset import AnyArray, Dataset, Samples
from bpviz.look.theme import Theme
from bpviz.nn.arrays import Array
from bpviz.views.decision import border, decision_colors, evidence
from bpviz.views.marks import Mark, Shape, screen_pen
from bpviz.views.plot_area import DATA_DEPTH, GRID_DEPTH, MARK_DEPTH, PlotArea
from bpviz.views.plot_items import Line
from bpviz.views.plot_picture import GridPicture
from bpviz.views.plot_points import Points

_NOWHERE = np.empty(0), np.empty(0)
_HALO_WIDTH = 4.0
_RING_GAP = 6.0


class Decision:
    """The answers of the network as colours, and the line where it is undecided."""

    def __init__(self, area: PlotArea) -> None:
        self._picture = GridPicture(area)
        self._border = Line(area, in_pairs=True)
        area.add(self._picture, GRID_DEPTH + 1)
        area.add(self._border, GRID_DEPTH + 2)

    def clear(self) -> None:
        """Show nothing."""
        self._picture.clear()
        self._border.set_data(*_NOWHERE)

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
        # A copy, because the image uses memory that is Python's.
        self._picture.show_image(image.copy(), x_axis, y_axis)
        self._border.set_pen(screen_pen(theme.text))
        if outputs.shape[1] <= 2:
            line = border(evidence(outputs).reshape(shape), x_axis, y_axis)
            self._border.set_data(line[:, 0], line[:, 1])
        else:
            self._border.set_data(*_NOWHERE)


class ClassPoints:
    """The samples of one class, filled for training and hollow for test."""

    def __init__(self, area: PlotArea, dataset: Dataset, label: int) -> None:
        self.train, self.test = Points(area), Points(area)
        self.train.set_data(*_of_class(dataset.train, label))
        if dataset.test is not None:
            self.test.set_data(*_of_class(dataset.test, label))
        area.add(self.test, DATA_DEPTH)
        area.add(self.train, DATA_DEPTH + 1)

    def remove_from(self, area: PlotArea) -> None:
        """Take the points out of the plot."""
        area.remove(self.train)
        area.remove(self.test)

    def set_mark(self, mark: Mark) -> None:
        """Draw the points as `mark`."""
        self.train.wear(mark)
        self.test.wear(replace(mark, filled=False))


class Rings:
    """Rings around the samples that are learned from."""

    def __init__(self, area: PlotArea) -> None:
        self._halos, self._rings = Points(area), Points(area)
        area.add(self._halos, MARK_DEPTH)
        area.add(self._rings, MARK_DEPTH + 1)

    def show(self, inputs: AnyArray) -> None:
        """Ring the points of shape (samples, 2)."""
        places = _columns(inputs)
        self._halos.set_data(*places)
        self._rings.set_data(*places)

    def dress(self, theme: Theme, size: float) -> None:
        """Wear the colours of `theme`, around marks of a size in pixels."""
        mark = ring_mark(theme, size)
        self._rings.wear(mark)
        # A ring has to be seen on the colours of both classes.
        self._halos.wear(replace(mark, color=theme.window, outline=_HALO_WIDTH))


def ring_mark(theme: Theme, size: float) -> Mark:
    """Return what goes around a mark of `size` pixels that is learned from."""
    return Mark(theme.accent, Shape.CIRCLE, size=size + _RING_GAP, filled=False)


def _of_class(samples: Samples, label: int) -> tuple[Array, Array]:
    assert samples.labels is not None  # A plane has classes.
    return _columns(samples.inputs[samples.labels == label])


def _columns(inputs: AnyArray) -> tuple[Array, Array]:
    return inputs[:, 0].astype(np.float64), inputs[:, 1].astype(np.float64)
