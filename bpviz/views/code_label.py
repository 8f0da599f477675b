"""Shows lines of code, broken where a reader would break them, to be copied whole."""

import re

from PyQt6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PyQt6.QtGui import (
    QAction,
    QFontDatabase,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PyQt6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from bpviz.look.clipboard import copy_text
from bpviz.look.type_scale import font_sizes
from bpviz.scene.code_wrap import INDENT, wrapped_code

translate = QCoreApplication.translate

# Qt's own sign for a line that ends within a paragraph, and what indents the next.
_LINE_END, _SPACE = "\u2028", "\u00a0"
_BROKEN = re.compile(rf"{_LINE_END}{_SPACE}{{{INDENT}}}")
_FEWEST_CHARACTERS = 16


class CodeLabel(QLabel):
    """Shows code in which any part can be marked.

    A line that is too long goes on below, further to the right; copied, it is one line
    again, as Python wants it.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self._characters = 0
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(font_sizes().small)
        self.setFont(font)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self._copy, self._copy_all = QAction(self), QAction(self)
        self._copy.triggered.connect(lambda: copy_text(self.marked()))
        self._copy_all.triggered.connect(lambda: copy_text(self._code))
        self.addActions([self._copy, self._copy_all])
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._retranslate()

    @property
    def code(self) -> str:
        """What is shown, as Python wants it."""
        return self._code

    def show_code(self, code: str) -> None:
        """Show these lines."""
        if code != self._code:
            self._code = code
            self.setAccessibleName(code)
            self._break_lines()

    def marked(self) -> str:
        """Return the part that is marked, or all of it, as Python wants it."""
        part = self.selectedText().replace("\u2029", "\n")
        return _BROKEN.sub("", part) or self._code

    def _break_lines(self) -> None:
        width = QFontMetricsF(self.font()).horizontalAdvance("0")
        most = max(int(self.width() / width), _FEWEST_CHARACTERS)
        next_line = _LINE_END + INDENT * _SPACE
        lines = (wrapped_code(line, most) for line in self._code.split("\n"))
        self.setText("\n".join(next_line.join(pieces) for pieces in lines))
        self.updateGeometry()

    def _retranslate(self) -> None:
        self._copy.setText(translate("Inspector", "Copy what is marked"))
        self._copy_all.setText(translate("Inspector", "Copy the code"))

    @override
    def keyPressEvent(self, ev: QKeyEvent | None) -> None:
        if ev is not None and ev.matches(QKeySequence.StandardKey.Copy):
            copy_text(self.marked())
            return
        super().keyPressEvent(ev)

    @override
    def resizeEvent(self, a0: QResizeEvent | None) -> None:
        super().resizeEvent(a0)
        if a0 is not None and a0.size().width() != a0.oldSize().width():
            self._break_lines()

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())
