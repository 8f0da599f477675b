"""The faces of a list of numbers."""

from PyQt6.QtGui import QFont, QFontMetricsF

from bpviz.look.type_scale import font_sizes, tabular_font
from bpviz.views.explanation_row import Row, RowKind


class RowFonts:
    """The faces of the list under the application's present font."""

    def __init__(self) -> None:
        sizes = font_sizes()
        self.plain = tabular_font(sizes.body)
        self.small = tabular_font(sizes.small)
        self.bold = QFont(self.plain)
        self.bold.setBold(True)
        self._plain_metrics = QFontMetricsF(self.plain)
        self._bold_metrics = QFontMetricsF(self.bold)
        self.small_metrics = QFontMetricsF(self.small)
        self.height = round(self._plain_metrics.height() * 1.25)

    def of(self, row: Row) -> QFontMetricsF:
        """Return the measures of a row's name and number."""
        is_plain = row.kind is RowKind.NUMBER
        return self._plain_metrics if is_plain else self._bold_metrics
