"""A field to type an expression in, which underlines what is wrong with it."""

from PyQt6.QtCore import QCoreApplication, QEvent, Qt, pyqtSignal
from PyQt6.QtGui import QFontDatabase, QFontMetricsF, QKeyEvent, QPaintEvent
from PyQt6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from bpviz.controls.error_wave import paint_wave
from bpviz.look.type_scale import font_sizes

translate = QCoreApplication.translate

_SHORTEST = 8.0
"""Of the wave where something is missing."""


class GraphExpressionField(QLineEdit):
    """Takes any text; what reads it says where it is wrong.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.

    Signals
    -------
    expression_changed(str)
        The person has typed, after every key.
    left()
        Escape: the keys belong to the passes again.
    """

    expression_changed = pyqtSignal(str)
    left = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrong: tuple[int, int] | None = None
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(font_sizes().body)
        self.setFont(font)
        self.textEdited.connect(self._on_edited)
        self._retranslate()

    @property
    def underlined(self) -> tuple[int, int] | None:
        """The characters that are underlined: from the first up to, not with, the last.

        Both are the length of the text where something is missing at its end.
        """
        return self._wrong

    def underline(self, start: int, stop: int) -> None:
        """Mark what is wrong."""
        self._wrong = (start, stop)
        self.update()

    def clear_underline(self) -> None:
        """Mark nothing."""
        self._wrong = None
        self.update()

    def _on_edited(self, text: str) -> None:
        self._wrong = None
        self.expression_changed.emit(text)

    def _retranslate(self) -> None:
        name = translate("GraphControls", "Expression")
        self.setAccessibleName(name)
        self.setPlaceholderText(
            translate("GraphControls", "Type an expression, such as (a + b) * exp(c)")
        )
        self.setToolTip(
            translate(
                "GraphControls",
                "Numbers, names, + - * / ^ and brackets; exp, log, sigmoid, tanh, "
                "relu, leaky_relu, softplus, max(a, b), sum(x), affine(X, W, b), "
                "softmax_with_loss(scores, t).",
            )
        )

    def _span(self, start: int, stop: int) -> tuple[float, float]:
        """Return from which x to which the characters are seen."""
        metrics = QFontMetricsF(self.font())
        text = self.text()
        before_cursor = metrics.horizontalAdvance(text[: self.cursorPosition()])
        # The cursor's rectangle has its middle at the cursor, wherever the text has
        # been scrolled to.
        origin = self.cursorRect().center().x() - before_cursor
        left = origin + metrics.horizontalAdvance(text[:start])
        right = origin + metrics.horizontalAdvance(text[:stop])
        return left, max(right, left + _SHORTEST)

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        super().paintEvent(a0)
        if self._wrong is None:
            return
        left, right = self._span(*self._wrong)
        inside = self.rect().adjusted(4, 0, -4, 0)
        left, right = max(left, inside.left()), min(right, inside.right())
        paint_wave(self, left, right, self.cursorRect().bottom())

    @override
    def keyPressEvent(self, a0: QKeyEvent | None) -> None:
        if a0 is not None and a0.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(a0)

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
