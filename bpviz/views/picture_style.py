"""What all pictures painted by hand share: the colours of the theme and the type."""

from PyQt6.QtCore import QEvent
from PyQt6.QtGui import QColor, QFontMetricsF

from bpviz.look.theme import Theme
from bpviz.look.type_scale import font_sizes, tabular_font

MEASURED_AGAIN = frozenset(
    (
        QEvent.Type.PaletteChange,
        QEvent.Type.FontChange,
        QEvent.Type.ApplicationFontChange,
        QEvent.Type.LanguageChange,
    )
)
"""The events after which a picture needs another style."""


class PictureStyle:
    """What the theme and the application's font say about a picture.

    Parameters
    ----------
    theme : Theme
        Whose colours are used.

    Attributes
    ----------
    small, body : QFont
        With figures of one width.
    canvas, text, muted, accent : QColor
        The theme's.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        sizes = font_sizes()
        self.small = tabular_font(sizes.small)
        self.body = tabular_font(sizes.body)
        self.small_metrics = QFontMetricsF(self.small)
        self.canvas = QColor(theme.window)
        self.text = QColor(theme.text)
        self.muted = QColor(theme.muted_text)
        self.accent = QColor(theme.accent)
