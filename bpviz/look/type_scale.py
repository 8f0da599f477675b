"""Four sizes of type, one grid, and figures that stand in columns."""

from dataclasses import dataclass

from PyQt6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF
from PyQt6.QtWidgets import QApplication

GRID = 8
"""Distances in pixels are multiples of this, or halves of it inside a control."""


@dataclass(frozen=True)
class FontSizes:
    """The four sizes of type, in points; no other is used.

    Parameters
    ----------
    small : float
        Axis labels, captions, units.
    body : float
        Everything else: the application's own size.
    heading : float
        The title of a panel or a group.
    display : float
        The one number or sentence that a view is about.
    """

    small: float
    body: float
    heading: float
    display: float

    @classmethod
    def of(cls, body: float) -> "FontSizes":
        """Make the scale that belongs to a `body` size in points."""
        return cls(
            # Below 8 points Chinese characters run together.
            small=min(body, max(8.0, round(body * 0.88, 1))),
            body=body,
            heading=round(body * 1.2, 1),
            display=round(body * 1.6, 1),
        )


def font_sizes() -> FontSizes:
    """Return the four sizes under the application's present font."""
    return FontSizes.of(QFontInfo(QApplication.font()).pointSizeF())


def tabular_font(points: float) -> QFont:
    """Return the application's font with figures of one width, for columns.

    Parameters
    ----------
    points : float
        One of the sizes of `font_sizes`.
    """
    font = QFont(QApplication.font())
    font.setPointSizeF(points)
    font.setFeature(QFont.Tag("tnum"), 1)
    if not _has_figures_of_one_width(font):
        # The font knows only proportional figures.
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(points)
    return font


def _has_figures_of_one_width(font: QFont) -> bool:
    metrics = QFontMetricsF(font)
    return len({round(metrics.horizontalAdvance(f), 2) for f in "0123456789"}) == 1
