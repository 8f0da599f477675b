"""The picture that is being learned from, what it shows and what the network says."""

import numpy as np
import numpy.typing as npt
from PyQt6.QtCore import QCoreApplication, QEvent, QSize, Qt, pyqtSignal
from PyQt6.QtGui import (
    QContextMenuEvent,
    QResizeEvent,
)
from PyQt6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from bpviz.data.dataset import AnyArray, Dataset
from bpviz.look.labels import color_text
from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID, font_sizes, tabular_font
from bpviz.scene.numbers import format_count
from bpviz.training.frame import Frame
from bpviz.views.current_samples import CurrentSamples, current_samples
from bpviz.views.edit_sample_menu import sample_menu
from bpviz.views.output_bars import Answers, OutputBars, in_words
from bpviz.views.pixel_picture import PixelPicture

translate = QCoreApplication.translate

_PICTURE_SHARE = 0.4  # of the width, at most
_WHITE = 255.0  # The highest value of a pixel that is stored as a byte.


class SampleView(QWidget):
    """Shows the first picture of the batch and the network's outputs for it.

    Signals
    -------
    change_requested(SampleChoice)
        The person wants the picture to be learned from next.
    """

    change_requested = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sample: tuple[Dataset, CurrentSamples] | None = None
        self._row = 0
        self._picture = PixelPicture()
        self._sentence = QLabel()
        self._source = QLabel()
        self._bars = OutputBars()
        column = QVBoxLayout()
        column.setSpacing(GRID // 2)
        for label in (self._sentence, self._source):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self._bars, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(2 * GRID)
        row.addWidget(self._picture, 2)
        row.addLayout(column, 3)
        self.set_theme(current_theme())
        self._show_words()

    def set_precision(self, digits: int) -> None:
        """Write numbers with so many significant digits."""
        self._bars.set_precision(digits)

    def show_row(self, row: int) -> None:
        """Show another sample of the batch from the next frame on, from 0."""
        self._row = row

    def _row_of(self, current: CurrentSamples) -> int:
        """Return the row that is shown: the last batch of an epoch may be smaller."""
        return min(self._row, len(current.indices) - 1)

    def show_frame(self, frame: Frame, dataset: Dataset) -> None:
        """Show the sample that `frame`'s update learns from."""
        current = current_samples(frame)
        if current is None:
            self._sample = None
            self._bars.show_answers(None)
        else:
            self._sample = (dataset, current)
            row = self._row_of(current)
            self._picture.show_pixels(_pixels(dataset, int(current.indices[row])))
            self._fit_picture()
            outputs = current.outputs
            self._bars.show_answers(
                Answers(
                    dataset.output_names,
                    current.targets[row],
                    None if outputs is None else outputs[row],
                )
            )
        self._show_words()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._picture.set_theme(theme)
        self._bars.set_theme(theme)
        color_text(self._source, theme.muted_text)

    def menu(self) -> QMenu | None:
        """Make the menu of the picture, if one is shown."""
        if self._sample is None:
            return None
        current = self._sample[1]
        sample = int(current.indices[self._row_of(current)])
        return sample_menu(self, sample, self.change_requested.emit)

    def _show_words(self) -> None:
        self._refresh_fonts()
        for widget in (self._picture, self._bars, self._sentence):
            widget.setVisible(self._sample is not None)
        alignment = Qt.AlignmentFlag
        self._source.setAlignment(
            alignment.AlignCenter if self._sample is None else alignment.AlignLeft
        )
        answers = self._bars.answers
        if self._sample is None or answers is None:
            self._source.setText(
                translate(
                    "Results", "Press Down for the first operation: it loads a sample"
                )
            )
            return
        self._sentence.setText(in_words(answers))
        indices = self._sample[1].indices
        row = self._row_of(self._sample[1])
        if len(indices) == 1:
            template = translate("Results", "Sample {number}")
        else:
            template = translate(
                "Results", "Sample {number}, {row} of {count} in the batch"
            )
        self._source.setText(
            template.format(
                number=format_count(int(indices[row]) + 1),
                row=format_count(row + 1),
                count=format_count(len(indices)),
            )
        )
        self._picture.setAccessibleName(self._source.text())

    def _refresh_fonts(self) -> None:
        sizes = font_sizes()
        self._sentence.setFont(tabular_font(sizes.heading))
        is_empty = self._sample is None
        self._source.setFont(tabular_font(sizes.body if is_empty else sizes.small))

    def _fit_picture(self) -> None:
        room = QSize(round(_PICTURE_SHARE * self.width()), self.height() - GRID)
        self._picture.setMaximumWidth(self._picture.fitting_width(room))

    @override
    def resizeEvent(self, a0: QResizeEvent | None) -> None:
        self._fit_picture()

    @override
    def contextMenuEvent(self, a0: QContextMenuEvent | None) -> None:
        menu = self.menu()
        if menu is not None and a0 is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(a0.globalPos())

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() in (
            QEvent.Type.LanguageChange,
            QEvent.Type.FontChange,
        ):
            self._show_words()


def _pixels(dataset: Dataset, index: int) -> npt.NDArray[np.float64]:
    """Return a training sample as a picture, its brightest possible pixel at 1."""
    sample: AnyArray = dataset.train.inputs[index]
    brightest = _WHITE if sample.dtype == np.uint8 else float(sample.max()) or 1.0
    shape = dataset.image_shape or (1, len(sample))
    return sample.reshape(shape).astype(np.float64) / brightest
