"""A regression with one x: points, the network's curve, the residual learned from."""

import numpy as np
from PyQt6.QtCore import QCoreApplication, QEvent
from PyQt6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from bpviz.data.dataset import Dataset, Samples
from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID
from bpviz.nn.arrays import Array
from bpviz.scene.numbers import format_number
from bpviz.training.frame import Frame
from bpviz.training.steps import OperationKind
from bpviz.views.current_samples import CurrentSamples, current_samples
from bpviz.views.gestures import Gestures
from bpviz.views.legend import Key, Legend
from bpviz.views.plot_area import DATA_DEPTH, MARK_DEPTH, PlotArea
from bpviz.views.plot_items import Line
from bpviz.views.plot_points import Points
from bpviz.views.regression_marks import RegressionMarks, regression_marks
from bpviz.views.view_range import ViewRange, range_around

translate = QCoreApplication.translate

_MARGIN = 0.12
_REACH = 0.4
"""How far beyond the data the first curve is followed, as a share of their range."""
_MOST_RESIDUALS = 256
"""Of a larger batch the first ones are drawn."""
_NOWHERE = np.empty(0), np.empty(0)


class RegressionPlot(QWidget):
    """Shows what a network with one x and one y answers, and what it should."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._current: CurrentSamples | None = None
        self._is_first = True
        self._is_updated = False
        self._legend = Legend()
        self.area = PlotArea()
        Gestures(self.area)
        self._residuals = Line(self.area, is_smooth=False, in_pairs=True)
        self._fit = Line(self.area)
        self._train, self._test = Points(self.area), Points(self.area)
        self._rings, self._answers = Points(self.area), Points(self.area)
        self.area.add(self._test, DATA_DEPTH)
        self.area.add(self._train, DATA_DEPTH + 1)
        self.area.add(self._fit, DATA_DEPTH + 2)
        for item in (self._residuals, self._rings, self._answers):
            self.area.add(item, MARK_DEPTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._legend)
        layout.addWidget(self.area, 1)
        self._precision = 4
        self.set_theme(current_theme())
        self._retranslate()

    def set_precision(self, digits: int) -> None:
        """Write numbers with so many significant digits."""
        self._precision = digits
        self._show_words()

    def show_data(self, dataset: Dataset) -> None:
        """Show the samples of `dataset`, which is drawn as a curve."""
        self._dataset = dataset
        self._current = None
        self._train.set_data(*_places(dataset.train))
        self._test.set_data(
            *(_NOWHERE if dataset.test is None else _places(dataset.test))
        )
        for item in (self._fit, self._residuals, self._rings, self._answers):
            item.set_data(*_NOWHERE)
        self._is_first = True
        self.area.go_home()
        self.area.set_home(_whole_view(dataset, np.empty(0)))
        inputs = dataset.input_names or ("x",)
        self.area.set_titles(inputs[0], dataset.output_names[0])
        self._show_words()

    def show_frame(self, frame: Frame) -> None:
        """Show what the network answers at the moment of `frame`."""
        if self._dataset is None:
            return
        outputs = frame.probe_outputs
        if outputs is not None:
            answers = outputs[:, 0]
            self._fit.set_data(self._dataset.probe_axes[0], answers)
            if self._is_first:
                self._is_first = False
                self.area.set_home(_whole_view(self._dataset, answers))
        self._current = current_samples(frame)
        is_updated = frame.has(OperationKind.UPDATE)
        if is_updated != self._is_updated:
            self._is_updated = is_updated
            self._wear_residuals()
        self._show_current(self._dataset)
        self._show_words()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._theme = theme
        self._legend.set_theme(theme)
        self.area.set_theme(theme)
        marks = regression_marks(theme)
        for item, mark in (
            (self._train, marks.train),
            (self._test, marks.test),
            (self._rings, marks.sample),
        ):
            item.wear(mark)
        self._fit.set_pen(marks.fit.pen)
        self._wear_residuals()
        self._show_words()

    def _wear_residuals(self) -> None:
        """Draw residuals as they stand, or as what the update has learned from.

        After the update the curve has moved and does not pass the answer any more.
        """
        marks = regression_marks(self._theme)
        mark = marks.former if self._is_updated else marks.answer
        self._residuals.set_pen(mark.pen)
        self._answers.wear(mark)

    def _show_current(self, dataset: Dataset) -> None:
        """Ring the samples learned from, and draw how far off the answers are."""
        current = self._current
        if current is None:
            for item in (self._residuals, self._rings, self._answers):
                item.set_data(*_NOWHERE)
            return
        x = dataset.train.inputs[current.indices[:_MOST_RESIDUALS], 0].astype(
            np.float64
        )
        y = current.targets[:_MOST_RESIDUALS, 0].astype(np.float64)
        self._rings.set_data(x, y)
        if current.outputs is None:
            self._residuals.set_data(*_NOWHERE)
            self._answers.set_data(*_NOWHERE)
            return
        answers = current.outputs[:_MOST_RESIDUALS, 0].astype(np.float64)
        known = np.isfinite(answers)
        x, y, answers = x[known], y[known], answers[known]
        self._answers.set_data(x, answers)
        self._residuals.set_data(np.repeat(x, 2), np.column_stack([answers, y]).ravel())

    def _show_words(self) -> None:
        marks = regression_marks(self._theme)
        keys = [
            Key(marks.fit, self._fit_in_words()),
            Key(marks.train, translate("Regression", "training")),
        ]
        if self._dataset is not None and self._dataset.test is not None:
            keys.append(Key(marks.test, translate("Regression", "test")))
        keys.append(self._current_in_words(self._current, marks))
        self._legend.show_keys(keys)
        self.area.show_message(
            ""
            if self._dataset is not None
            else translate("Regression", "Open an experiment to see its data")
        )

    def _fit_in_words(self) -> str:
        values = self._fit.points[1]
        view = self.area.view
        if not len(values):
            return translate("Regression", "network")
        if not np.any((values >= view.bottom) & (values <= view.top)):
            return translate("Regression", "network (out of view)")
        return translate("Regression", "network")

    def _current_in_words(
        self, current: CurrentSamples | None, marks: RegressionMarks
    ) -> Key:
        """Return the key of what is learned from, which is there from the beginning.

        Else the keys would move, and with them the plot, at the first step.
        """
        if current is None or current.outputs is None:
            return Key(marks.sample, translate("Regression", "learning from"))
        mark = marks.former if self._is_updated else marks.answer
        if len(current.indices) > 1:
            text = (
                translate("Regression", "a − y before the update")
                if self._is_updated
                else translate("Regression", "residuals a − y")
            )
            return Key(mark, text)
        residual = float(current.outputs[0, 0]) - float(current.targets[0, 0])
        text = (
            translate("Regression", "a − y was {residual}")
            if self._is_updated
            else translate("Regression", "a − y = {residual}")
        )
        return Key(mark, text.format(residual=format_number(residual, self._precision)))

    def _retranslate(self) -> None:
        self.area.setAccessibleName(translate("Regression", "Data and fitted curve"))
        self._show_words()

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _places(samples: Samples) -> tuple[Array, Array]:
    return (
        samples.inputs[:, 0].astype(np.float64),
        samples.targets[:, 0].astype(np.float64),
    )


def _whole_view(dataset: Dataset, first_answers: Array) -> ViewRange:
    """Return what shows all the data and, within reason, the first curve.

    It does not follow the curve, so that the axes stand still while it moves.

    Parameters
    ----------
    first_answers : Array
        Where the curve begins, (points,); it counts as far out as the data reach.
    """
    parts = [_places(dataset.train)]
    if dataset.test is not None:
        parts.append(_places(dataset.test))
    heights = np.concatenate([y for _, y in parts])
    axis = dataset.probe_axes[0]
    low, high = float(heights.min()), float(heights.max())
    if first_answers.size and np.isfinite(first_answers).all():
        reach = _REACH * (high - low) or max(abs(low), 1.0)
        low = min(low, max(float(first_answers.min()), low - reach))
        high = max(high, min(float(first_answers.max()), high + reach))
    ends = range_around(low, high, _MARGIN)
    return ViewRange(float(axis[0]), float(axis[-1]), *ends)
