"""The faces of a list of numbers, and how much room texts take in them."""

from PyQt6.QtGui import QFont, QFontMetricsF

from bpviz.look.type_scale import font_sizes, tabular_font
from bpviz.views.explanation_row import Row, RowKind


class TextWidths:
    """Measures texts of one face.

    Numbers change all the time and their signs do not, so each is measured once; in
    these faces no two of them move closer together.
    """

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetricsF(font)
        self._of_signs: dict[str, float] = {}

    def of(self, text: str) -> float:
        """Return the width of `text` in pixels."""
        known = self._of_signs
        try:
            return sum([known[sign] for sign in text])
        except KeyError:
            for sign in set(text):
                known[sign] = self._metrics.horizontalAdvance(sign)
            return sum([known[sign] for sign in text])


class RowFonts:
    """The faces of the list under the application's present font."""

    def __init__(self) -> None:
        sizes = font_sizes()
        self.plain = tabular_font(sizes.body)
        self.small = tabular_font(sizes.small)
        self.bold = QFont(self.plain)
        self.bold.setBold(True)
        self._plain_widths = TextWidths(self.plain)
        self._bold_widths = TextWidths(self.bold)
        self.small_widths = TextWidths(self.small)
        self.height = round(QFontMetricsF(self.plain).height() * 1.25)

    def of(self, row: Row) -> TextWidths:
        """Return the measures of a row's name and number."""
        is_plain = row.kind is RowKind.NUMBER
        return self._plain_widths if is_plain else self._bold_widths
