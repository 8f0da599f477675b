"""Pens, brushes and fonts that the picture of the network is painted with."""

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QColor, QFont, QFontMetricsF, QPen

from bpviz.look.theme import Theme
from bpviz.look.type_scale import font_sizes, tabular_font
from bpviz.views.kept_pictures import KeptPictures
from bpviz.views.network_stamps import NodeStamper
from bpviz.views.picture_style import PictureStyle

_DASHES = (3.0, 2.0)
"""The second cue for a number below zero, in widths of the pen."""


class NetworkStyle(PictureStyle):
    """What the theme and the application's font say about the picture of a network.

    Parameters
    ----------
    theme : Theme
        Whose colours are used.

    Attributes
    ----------
    strong, heading, display : QFont
        With figures of one width; `strong` is `body` and bold.
    hairline : QColor
        The theme's.
    stamper : NodeStamper
        Paints layers of many nodes.
    kept : KeptPictures
        Headings and legends.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        sizes = font_sizes()
        self.strong = QFont(self.body)
        self.strong.setWeight(QFont.Weight.DemiBold)
        self.heading = tabular_font(sizes.heading)
        self.display = tabular_font(sizes.display)
        self.body_metrics = QFontMetricsF(self.body)
        self.heading_metrics = QFontMetricsF(self.heading)
        self.display_metrics = QFontMetricsF(self.display)
        self.hairline = QColor(theme.border)
        self.stamper = NodeStamper(theme)
        self.strong_metrics = QFontMetricsF(self.strong)
        self.kept = KeptPictures()


def text_color_on(fill: int) -> QColor:
    """Return black or white, whichever can be read better on 0xRRGGBB."""
    red, green, blue = fill >> 16 & 0xFF, fill >> 8 & 0xFF, fill & 0xFF
    # The primaries' shares in luminance; squares stand for the curve of sRGB.
    luminance = (0.2126 * red**2 + 0.7152 * green**2 + 0.0722 * blue**2) / 255**2
    # Where black and white have the same contrast by WCAG's formula.
    return QColor("#ffffff") if luminance < 0.18 else QColor("#101113")


def pen(color: QColor | int, width: float = 1.0, *, dashed: bool = False) -> QPen:
    """Return a pen; its colour may be given as 0xRRGGBB."""
    result = QPen(QColor(color), width)
    result.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        result.setDashPattern(_DASHES)
    return result
