"""The texts of the inspector, each set in its own way."""

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QFont, QFontDatabase, QPalette
from PyQt6.QtWidgets import QLabel

from bpviz.look.type_scale import font_sizes, tabular_font
from bpviz.views.operation_texts import OperationTexts


class InspectorLabels:
    """Makes the labels.

    Attributes
    ----------
    operation, sentence : QLabel
        Name of the operation and what it does.
    formula, which, worked, code : QLabel
        Its formula, the same with numbers and whose they are, and its NumPy lines.
    selection, hint : QLabel
        What is selected, and what there is to know about its numbers.
    """

    def __init__(self) -> None:
        sizes = font_sizes()
        self.operation = _label(_bold(sizes.heading))
        self.sentence = _label()
        self.formula = _label(_sized(sizes.heading))
        self.formula.setTextFormat(Qt.TextFormat.RichText)
        self.which = _label(_sized(sizes.small), muted=True)
        self.worked = _copyable(tabular_font(sizes.body))
        self.worked.setTextFormat(Qt.TextFormat.RichText)
        self.code = _copyable(_fixed(sizes.small))
        self.code.setTextFormat(Qt.TextFormat.PlainText)
        self.selection = _label(_bold(sizes.body))
        self.hint = _label(muted=True)

    def show_texts(self, texts: OperationTexts | None) -> None:
        """Show the formulas of an operation; None where there is none."""
        self.formula.setText("" if texts is None else texts.formula)
        self.which.setText("" if texts is None else texts.which)
        self.worked.setText("" if texts is None else texts.worked)
        self.code.setText("" if texts is None else texts.code)
        for label in (self.formula, self.which, self.worked, self.code):
            label.setVisible(bool(label.text()))

    def marked_text(self) -> str:
        """Return what a person has marked in the label that has the focus, if any."""
        for label in (self.worked, self.code):
            if label.hasFocus():
                # Qt's own sign for the end of a paragraph.
                return label.selectedText().replace("\u2029", "\n")
        return ""


def _label(font: QFont | None = None, *, muted: bool = False) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    if font is not None:
        label.setFont(font)
    if muted:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def _copyable(font: QFont) -> QLabel:
    label = _label(font)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _fixed(points: float) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(points)
    return font


def _sized(points: float) -> QFont:
    font = QFont()
    font.setPointSizeF(points)
    return font


def _bold(points: float) -> QFont:
    font = _sized(points)
    font.setBold(True)
    return font
