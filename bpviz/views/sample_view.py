"""The picture that is being learned from, what it shows and what the network says."""

import numpy as np
import numpy.typing as npt
from PyQt6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PyQt6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPalette, QResizeEvent
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from bpviz.data.dataset import AnyArray, Dataset
from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID, font_sizes, tabular_font
from bpviz.scene.colors import ink_colors
from bpviz.scene.numbers import format_count
from bpviz.training.frame import Frame
from bpviz.views.current_samples import CurrentSamples, current_samples
from bpviz.views.output_bars import Answers, OutputBars, in_words

translate = QCoreApplication.translate

_PICTURE_SHARE = 0.4  # of the width, at most
_WHITE = 255.0  # The highest value of a pixel that is stored as a byte.


class SampleView(QWidget):
    """Shows the first picture of the batch and the network's outputs for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sample: tuple[Dataset, CurrentSamples] | None = None
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

    def show_frame(self, frame: Frame, dataset: Dataset) -> None:
        """Show the sample that `frame`'s update learns from."""
        current = current_samples(frame)
        if current is None:
            self._sample = None
            self._bars.show_answers(None)
        else:
            self._sample = (dataset, current)
            self._picture.show_pixels(_pixels(dataset, int(current.indices[0])))
            self._fit_picture()
            outputs = current.outputs
            self._bars.show_answers(
                Answers(
                    dataset.output_names,
                    current.targets[0],
                    None if outputs is None else outputs[0],
                )
            )
        self._show_words()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._picture.set_theme(theme)
        self._bars.set_theme(theme)
        palette = self._source.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.muted_text))
        self._source.setPalette(palette)

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
        if len(indices) == 1:
            template = translate("Results", "Sample {number}")
        else:
            template = translate(
                "Results", "Sample {number}, first of {count} in the batch"
            )
        self._source.setText(
            template.format(
                number=format_count(int(indices[0])), count=format_count(len(indices))
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
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() in (
            QEvent.Type.LanguageChange,
            QEvent.Type.FontChange,
        ):
            self._show_words()


class PixelPicture(QWidget):
    """Shows a grey picture with crisp pixels, as print on the theme's paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixels: npt.NDArray[np.float64] | None = None
        self._theme = current_theme()
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_pixels(self, pixels: npt.NDArray[np.float64] | None) -> None:
        """Show a picture of shape (rows, columns), from 0 to 1; none when None."""
        self._pixels = pixels
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._theme = theme
        self._draw()

    @property
    def place(self) -> QRect:
        """Where the picture is: as large as whole pixels allow."""
        if self._image is None:
            return QRect()
        return QRect(QPoint(1, 1), self._image.size() * self._zoom(self.size()))

    def fitting_width(self, room: QSize) -> int:
        """Return how wide this widget is with the largest picture that has room."""
        if self._image is None:
            return room.width()
        return self._image.width() * self._zoom(room) + 2

    def _zoom(self, room: QSize) -> int:
        """Return how many pixels of the screen a pixel of the picture has."""
        if self._image is None:
            return 1
        columns = (room.width() - 2) // self._image.width()
        rows = (room.height() - 2) // self._image.height()
        return max(min(columns, rows), 1)

    def _draw(self) -> None:
        self._image = None if self._pixels is None else self._drawn(self._pixels)
        self.update()

    def _drawn(self, pixels: npt.NDArray[np.float64]) -> QImage:
        colors = np.ascontiguousarray(ink_colors(pixels, 1.0, self._theme.is_dark))
        rows, columns = colors.shape
        image = QImage(colors.tobytes(), columns, rows, QImage.Format.Format_RGB32)
        return image.copy()  # Its own memory: the bytes are Python's.

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        if self._image is None:
            return
        painter = QPainter(self)
        place = self.place
        painter.drawImage(place, self._image)
        painter.setPen(QColor(self._theme.separator))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))

    @override
    def sizeHint(self) -> QSize:
        return QSize(168, 168)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(58, 58)


def _pixels(dataset: Dataset, index: int) -> npt.NDArray[np.float64]:
    """Return a training sample as a picture, its brightest possible pixel at 1."""
    sample: AnyArray = dataset.train.inputs[index]
    brightest = _WHITE if sample.dtype == np.uint8 else float(sample.max()) or 1.0
    shape = dataset.image_shape or (1, len(sample))
    return sample.reshape(shape).astype(np.float64) / brightest
