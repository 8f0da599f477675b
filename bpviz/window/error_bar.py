"""A quiet bar that says what went wrong and what to do, until it is closed."""

from PyQt6.QtCore import QCoreApplication, QEvent, Qt
from PyQt6.QtGui import QFontDatabase
from PyQt6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from bpviz.look.clipboard import copy_text
from bpviz.look.icons import icon
from bpviz.look.type_scale import GRID
from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.training.messages import Divergence, Failure

translate = QCoreApplication.translate

_ICON_SIZE = 20
_DETAILS_HEIGHT = 20 * GRID

_QUANTITIES = {
    "pre_activations": QT_TRANSLATE_NOOP("Errors", "pre-activations of layer {layer}"),
    "activations": QT_TRANSLATE_NOOP("Errors", "activations of layer {layer}"),
    "loss": QT_TRANSLATE_NOOP("Errors", "loss"),
    "deltas": QT_TRANSLATE_NOOP("Errors", "deltas of layer {layer}"),
    "weight_gradients": QT_TRANSLATE_NOOP(
        "Errors", "weight gradients of layer {layer}"
    ),
    "bias_gradients": QT_TRANSLATE_NOOP("Errors", "bias gradients of layer {layer}"),
    "weights": QT_TRANSLATE_NOOP("Errors", "weights of layer {layer}"),
    "biases": QT_TRANSLATE_NOOP("Errors", "biases of layer {layer}"),
    "memory": QT_TRANSLATE_NOOP("Errors", "optimizer's memory of layer {layer}"),
}


class ErrorBar(QWidget):
    """Shows one sentence at a time, with the details folded away; hidden while none.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Failure | Divergence | None = None
        self._sign = QLabel()
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._unfold = QPushButton()
        self._unfold.setCheckable(True)
        self._copy = QPushButton()
        self._close = QToolButton()
        self._close.setIcon(icon("x"))
        self._close.setAutoRaise(True)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setFont(
            QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        )
        self._details.setFixedHeight(_DETAILS_HEIGHT)
        self._lay_out()
        self._unfold.toggled.connect(self._details.setVisible)
        self._copy.clicked.connect(self._copy_text)
        self._close.clicked.connect(self.clear)
        self.clear()

    def show_failure(self, failure: Failure) -> None:
        """Say what failed."""
        self._show(failure)

    def show_divergence(self, divergence: Divergence) -> None:
        """Say where the numbers left the finite range."""
        self._show(divergence)

    def clear(self) -> None:
        """Say nothing any more."""
        self._shown = None
        self.hide()

    @property
    def sentence(self) -> str:
        """What the bar says; empty while it is hidden."""
        return "" if self._shown is None else self._sentence.text()

    def _show(self, shown: Failure | Divergence) -> None:
        self._shown = shown
        details = shown.details if isinstance(shown, Failure) else ""
        self._details.setPlainText(details)
        self._unfold.setChecked(False)
        self._unfold.setVisible(bool(details))
        self._copy.setVisible(bool(details))
        self._details.hide()
        self._retranslate()
        self.show()

    def _copy_text(self) -> None:
        copy_text(f"{self._sentence.text()}\n\n{self._details.toPlainText()}")

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(GRID)
        line.addWidget(self._sign)
        line.addWidget(self._sentence, 1)
        line.addWidget(self._unfold)
        line.addWidget(self._copy)
        line.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        column.addLayout(line)
        column.addWidget(self._details)

    def _retranslate(self) -> None:
        self._unfold.setText(translate("ErrorBar", "Details"))
        self._copy.setText(translate("ErrorBar", "Copy"))
        close = translate("ErrorBar", "Close this message")
        self._close.setToolTip(close)
        self._close.setAccessibleName(close)
        self._details.setAccessibleName(translate("ErrorBar", "Details"))
        self._sign.setPixmap(icon("triangle-alert").pixmap(_ICON_SIZE))
        match self._shown:
            case Failure(_, template, values):
                sentence = translate("Errors", template).format(**values)
                self._sentence.setText(sentence)
            case Divergence():
                self._sentence.setText(_divergence_words(self._shown))

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        kinds = (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange)
        if a0 is not None and a0.type() in kinds:
            self._retranslate()


def _divergence_words(divergence: Divergence) -> str:
    quantity = _QUANTITIES.get(divergence.quantity, divergence.quantity)
    return translate(
        "Errors",
        "In update {update} the {quantity} became infinite or undefined: the run "
        "cannot go on from here. Go back, or restart with a smaller learning rate.",
    ).format(
        update=divergence.update,
        quantity=translate("Errors", quantity).format(layer=divergence.layer),
    )
