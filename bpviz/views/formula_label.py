"""Shows formulas: at once as plain text, typeset as soon as there is a picture."""

from collections.abc import Sequence

from PyQt6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PyQt6.QtGui import (
    QAbstractTextDocumentLayout,
    QAction,
    QFontInfo,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextDocument,
)
from PyQt6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bpviz.look.clipboard import copy_text
from bpviz.look.type_scale import font_sizes
from bpviz.scene.latex_text import plain_text, rich_text, wrapped
from bpviz.views.formula_renderer import FormulaKey, formula_renderer

translate = QCoreApplication.translate

# Of the size of the type: STIX is small and narrow beside a font for screens.
_LARGER = 1.15
_CHARACTER = 0.5
_PLAIN_LINE, _FRACTION_LINE, _DEEP_LINE, _ROW = 1.6, 2.7, 3.6, 1.15

_SUM_BELOW = r"}{\sum"


class FormulaLabel(QWidget):
    """Shows lines of LaTeX below each other, broken where the width ends.

    A line takes the same room whether it is typeset yet or not, so that nothing
    moves when the picture comes.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._latex: tuple[str, ...] = ()
        self._lines: tuple[str, ...] = ()
        self._is_typeset = True
        self._pixels = self._type_size()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._copy_text, self._copy_latex = QAction(self), QAction(self)
        self._copy_text.triggered.connect(lambda: copy_text(self.text()))
        self._copy_latex.triggered.connect(lambda: copy_text("\n".join(self._latex)))
        self.addActions([self._copy_text, self._copy_latex])
        formula_renderer().made.connect(self._on_made)
        self._retranslate()

    @property
    def latex(self) -> tuple[str, ...]:
        """What is shown."""
        return self._latex

    def text(self) -> str:
        """Return what is shown without typesetting."""
        return "\n".join(map(plain_text, self._latex))

    def is_typeset(self) -> bool:
        """Tell whether every line is shown as a picture."""
        pictures = (formula_renderer().picture(self._key(line)) for line in self._lines)
        return self._is_typeset and all(picture is not None for picture in pictures)

    def show_formula(self, latex: Sequence[str], *, is_typeset: bool = True) -> None:
        """Show these lines.

        Parameters
        ----------
        is_typeset : bool
            False for numbers that are gone before they would be typeset.
        """
        if (tuple(latex), is_typeset) == (self._latex, self._is_typeset):
            return
        self._latex, self._is_typeset = tuple(latex), is_typeset
        if is_typeset:
            # Nor would such numbers be read aloud to their end.
            self.setAccessibleName(self.text())
        self._break_lines()

    def foresee(self, latex: Sequence[str]) -> None:
        """Have lines typeset that will be shown soon."""
        for line in self._broken(latex):
            formula_renderer().want(self._key(line))

    def _break_lines(self) -> None:
        self._lines = self._broken(self._latex)
        height = round(sum(map(self._height_of, self._lines)))
        if height != self.height():
            self.setFixedHeight(height)
        self.update()  # Painting has typeset what is seen and is not yet there.

    def _broken(self, latex: Sequence[str]) -> tuple[str, ...]:
        most = int(max(self.width(), 160) / (_CHARACTER * self._pixels))
        return tuple(part for line in latex for part in wrapped(line, most))

    def _key(self, line: str) -> FormulaKey:
        color = self.palette().color(QPalette.ColorRole.WindowText).name()
        return FormulaKey(line, self._pixels, color, self.devicePixelRatioF())

    def _type_size(self) -> float:
        """Return the size of the type in pixels."""
        font = self.font()
        font.setPointSizeF(font_sizes().body)
        return round(_LARGER * QFontInfo(font).pixelSize())

    def _height_of(self, line: str) -> float:
        rows = line.count(r"\\") + 1
        height = _PLAIN_LINE
        if r"\frac" in line or r"\sum" in line:
            height = _DEEP_LINE if _SUM_BELOW in line else _FRACTION_LINE
        if r"\begin" in line:
            height = max(height, rows * _ROW + 0.5)
        return round(self._pixels * height)

    def _paint_line(self, painter: QPainter, line: str, box: QRectF) -> None:
        picture = None
        if self._is_typeset:
            picture = formula_renderer().picture(self._key(line))
            formula_renderer().want(self._key(line))
        if picture is None:
            self._paint_text(painter, line, box)
            return
        size = picture.deviceIndependentSize()
        # What is a little too long for its line is drawn a little smaller.
        shrunk = min(1.0, box.width() / size.width(), box.height() / size.height())
        size *= shrunk
        top = box.top() + (box.height() - size.height()) / 2
        place = QPointF(box.left(), top)
        if shrunk == 1.0:
            place = QPointF(box.left(), round(top))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(place, size), picture)

    def _paint_text(self, painter: QPainter, line: str, box: QRectF) -> None:
        text = rich_text(line)
        if "<" in text or "&" in text:
            self._paint_rich(painter, text, box)
            return
        # Most of what changes many times a second has no exponents: a fifth the time.
        width = self.fontMetrics().horizontalAdvance(text)
        shrunk = min(1.0, box.width() / max(width, 1))
        painter.save()
        painter.translate(box.topLeft())
        painter.scale(shrunk, 1.0)
        painter.drawText(
            QRectF(0, 0, box.width() / shrunk, box.height()),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            text,
        )
        painter.restore()

    def _paint_rich(self, painter: QPainter, text: str, box: QRectF) -> None:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(self.font())
        document.setHtml(text)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(
            QPalette.ColorRole.Text,
            self.palette().color(QPalette.ColorRole.WindowText),
        )
        layout = document.documentLayout()
        assert layout is not None  # A document always has one.
        painter.save()
        size = document.size()
        painter.translate(box.left(), box.top() + (box.height() - size.height()) / 2)
        shrunk = min(1.0, box.width() / max(size.width(), 1.0))
        painter.scale(shrunk, 1.0)
        layout.draw(painter, context)
        painter.restore()

    def _on_made(self, key: FormulaKey) -> None:
        if key.latex in self._lines:
            self.update()

    def _retranslate(self) -> None:
        self._copy_text.setText(translate("Inspector", "Copy the formula as text"))
        self._copy_latex.setText(translate("Inspector", "Copy the formula as LaTeX"))

    @override
    def event(self, a0: QEvent | None) -> bool:
        # What is around it copies something else with the same keys.
        is_asked = a0 is not None and a0.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(a0, QKeyEvent) and _is_copy(a0):
            a0.accept()
            return True
        return super().event(a0)

    @override
    def keyPressEvent(self, a0: QKeyEvent | None) -> None:
        if a0 is not None and _is_copy(a0):
            self._copy_text.trigger()
            return
        super().keyPressEvent(a0)

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        painter = QPainter(self)
        top = 0.0
        for line in self._lines:
            height = self._height_of(line)
            self._paint_line(painter, line, QRectF(0, top, self.width(), height))
            top += height

    @override
    def resizeEvent(self, a0: QResizeEvent | None) -> None:
        super().resizeEvent(a0)
        if a0 is not None and a0.oldSize().width() != a0.size().width():
            self._break_lines()

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is None:
            return
        if a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif a0.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._pixels = self._type_size()
            self._break_lines()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.height())


def _is_copy(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Copy)
