"""Classes in the plane: what the network decides where, and the samples on it."""

import numpy as np
from PyQt6.QtCore import QCoreApplication, QEvent, Qt
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from bpviz.data.dataset import Dataset
from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID
from bpviz.training.frame import Frame
from bpviz.views.current_samples import CurrentSamples, current_samples
from bpviz.views.decision import class_colors
from bpviz.views.gestures import Gestures
from bpviz.views.legend import Key, Legend
from bpviz.views.marks import Mark, Shape
from bpviz.views.plane_items import ClassPoints, Decision, Rings, ring_mark
from bpviz.views.plot_area import PlotArea
from bpviz.views.plot_picture import pixel_size
from bpviz.views.view_range import ViewRange

translate = QCoreApplication.translate

_SHAPES = (
    Shape.CIRCLE,
    Shape.TRIANGLE,
    Shape.SQUARE,
    Shape.DIAMOND,
    Shape.PLUS,
    Shape.STAR,
)
_SMALLEST_MARK, _LARGEST_MARK = 5.0, 8.0
_PICTURE_A_MARK = 40
"""In a small picture marks are smaller: so many fit from top to bottom."""

_MOST_RINGS = 256
_ANY_WIDTH = 16_777_215  # Qt's QWIDGETSIZE_MAX, which PyQt does not export.

_ALIKE = 3.0
"""Inputs whose ranges differ by less are drawn to the same scale."""

_WIDE = 1.5
"""From this ratio of width to height on, the legend stands beside the plot."""


class PlanePlot(QWidget):
    """Shows the plane of two inputs in the colours of the network's answers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._frame: Frame | None = None
        self._current: CurrentSamples | None = None
        self._points: list[ClassPoints] = []
        self._mark_size = _LARGEST_MARK
        self._legend = Legend()
        self.area = PlotArea()
        self.area.arranged.connect(self._fit_marks)
        Gestures(self.area, one_axis=False)
        self._decision = Decision(self.area)
        self._rings = Rings(self.area)
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._beside.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self._beside.setSpacing(GRID // 2)
        self._beside.addWidget(self._legend)
        self._beside.addWidget(self.area, 1)
        self._beside.setAlignment(self._legend, Qt.AlignmentFlag.AlignTop)
        self.set_theme(current_theme())
        self._retranslate()

    def show_data(self, dataset: Dataset) -> None:
        """Show the samples of `dataset`, which is drawn as a plane."""
        self._dataset = dataset
        self._frame = self._current = None
        for points in self._points:
            points.remove_from(self.area)
        self._points = [
            ClassPoints(self.area, dataset, label)
            for label in range(len(dataset.class_names))
        ]
        self.area.set_titles(*dataset.input_names)
        home = _outline(dataset)
        self.area.axes.equal_units = 1 / _ALIKE < home.width / home.height < _ALIKE
        self.area.go_home()
        self.area.set_home(home)
        self._show_rings()
        self.set_theme(self._theme)

    def show_frame(self, frame: Frame) -> None:
        """Show what the network decides at the moment of `frame`."""
        self._frame = frame
        self._current = current_samples(frame)
        self._show_decision()
        self._show_rings()
        self._show_words()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._theme = theme
        self._legend.set_theme(theme)
        self.area.set_theme(theme)
        self._dress_points()
        self._show_decision()
        self._show_words()

    def _dress_points(self) -> None:
        for points, mark in zip(self._points, self._class_marks(), strict=True):
            points.set_mark(mark)
        self._rings.dress(self._theme, self._mark_size)

    def _fit_marks(self) -> None:
        fitting = self.area.picture.height() / _PICTURE_A_MARK
        size = float(round(min(max(fitting, _SMALLEST_MARK), _LARGEST_MARK)))
        if size != self._mark_size:
            self._mark_size = size
            self._dress_points()
            self._show_words()

    def _class_marks(self) -> list[Mark]:
        if self._dataset is None:
            return []
        count = len(self._dataset.class_names)
        colors = class_colors(count, self._theme.is_dark, self._theme.series)
        return [
            Mark(
                color,
                _SHAPES[label % len(_SHAPES)],
                size=self._mark_size,
                paper=self._theme.window,
            )
            for label, color in enumerate(colors)
        ]

    def _show_decision(self) -> None:
        outputs = None if self._frame is None else self._frame.probe_outputs
        if outputs is None or self._dataset is None:
            self._decision.clear()
        else:
            self._decision.show(outputs, self._dataset.probe_axes, self._theme)

    def _show_rings(self) -> None:
        if self._current is None or self._dataset is None:
            self._rings.show(np.empty((0, 2)))
        else:
            rows = self._current.indices[:_MOST_RINGS]
            self._rings.show(self._dataset.train.inputs[rows])

    def _show_words(self) -> None:
        names = () if self._dataset is None else self._dataset.class_names
        keys = [
            Key(mark, translate("Plane", "class {name}").format(name=name))
            for mark, name in zip(self._class_marks(), names, strict=True)
        ]
        if self._dataset is not None and self._dataset.test is not None:
            hollow = Mark(self._theme.muted_text, Shape.CIRCLE, size=7.0, filled=False)
            keys.append(Key(hollow, translate("Plane", "test")))
        if self._current is not None:
            keys.append(
                Key(
                    ring_mark(self._theme, self._mark_size),
                    translate("Plane", "learning from"),
                )
            )
        self._legend.show_keys(keys)
        self.area.show_message(
            ""
            if self._dataset is not None
            else translate("Plane", "Open an experiment to see its data")
        )
        self._arrange()

    def _retranslate(self) -> None:
        self.area.setAccessibleName(translate("Plane", "Data and decisions"))
        self._show_words()

    def _arrange(self) -> None:
        """Put the legend above the plot, or beside it where there is more room."""
        is_wide = self.width() > _WIDE * self.height()
        direction = QBoxLayout.Direction
        self._beside.setDirection(
            direction.LeftToRight if is_wide else direction.TopToBottom
        )
        narrow = self._legend.minimumSizeHint().width()
        self._legend.setMaximumWidth(narrow if is_wide else _ANY_WIDTH)

    @override
    def resizeEvent(self, a0: QResizeEvent | None) -> None:
        self._arrange()

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _outline(dataset: Dataset) -> ViewRange:
    x_axis, y_axis = dataset.probe_axes
    x_margin, y_margin = pixel_size(x_axis) / 2, pixel_size(y_axis) / 2
    return ViewRange(
        float(x_axis[0]) - x_margin,
        float(x_axis[-1]) + x_margin,
        float(y_axis[0]) - y_margin,
        float(y_axis[-1]) + y_margin,
    )
