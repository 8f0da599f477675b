"""Colours and fonts that the picture of a graph is painted with."""

from functools import lru_cache

from PyQt6.QtGui import QColor, QFont, QFontMetricsF

from bpviz.look.theme import Theme
from bpviz.scene.graph_stage import SMALLEST_NUMBER
from bpviz.views.picture_style import PictureStyle

_DERIVATIVE = 2
"""Which of the theme's series: neither of the data's hues nor the accent's."""

LARGEST_NUMBER = 26
"""Pixels that the type of numbers has at most, however far one zooms."""


class GraphStyle(PictureStyle):
    """What the theme and the application's font say about the picture of a graph.

    Parameters
    ----------
    theme : Theme
        Whose colours are used.

    Attributes
    ----------
    waiting, selection, field : QColor
        The theme's; `waiting` is of what has no number yet.
    value, derivative : QColor
        Of the numbers that run forward and of those that run back.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.waiting = QColor(theme.border)
        self.selection = QColor(theme.selection)
        self.field = QColor(theme.base)
        self.value = QColor(theme.text)
        self.derivative = QColor(theme.series[_DERIVATIVE])
        self._number = lru_cache(maxsize=64)(self._made_font)

    def number_font(self, pixels: float, *, bold: bool = False) -> QFont:
        """Return a font for numbers of about so many pixels."""
        size = min(max(round(pixels), SMALLEST_NUMBER), LARGEST_NUMBER)
        return self._number(size, bold)[0]

    def number_metrics(self, pixels: float, *, bold: bool = False) -> QFontMetricsF:
        """Return the measures of `number_font`."""
        size = min(max(round(pixels), SMALLEST_NUMBER), LARGEST_NUMBER)
        return self._number(size, bold)[1]

    def _made_font(self, pixels: int, bold: bool) -> tuple[QFont, QFontMetricsF]:
        font = QFont(self.body)
        font.setPixelSize(pixels)
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font, QFontMetricsF(font)
