"""What came of the proof of one derivative: two numbers, a sentence, a picture."""

from PyQt6.QtCore import QCoreApplication, QEvent
from PyQt6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from bpviz.look.labels import color_text
from bpviz.look.palette import current_theme
from bpviz.look.type_scale import GRID
from bpviz.nn.parameter_key import ParameterKey
from bpviz.training.frame import Frame
from bpviz.training.proof import ParameterProof
from bpviz.views.circumstances import circumstances
from bpviz.views.explanation_list import ASIDE, ExplanationList
from bpviz.views.explanation_row import Row, RowKind
from bpviz.views.proof_plot import ProofPlot

translate = QCoreApplication.translate


class ProofPanel(QWidget):
    """Shows the last proof of a parameter, in grey once the run has moved on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proof: ParameterProof | None = None
        self._proved: tuple[object, ...] | None = None
        self._is_stale = False
        self.rows = ExplanationList()
        self._sentence = QLabel()
        self._sentence.setObjectName("proof")
        self._sentence.setWordWrap(True)
        self._sentence.setContentsMargins(ASIDE, 0, ASIDE, 0)
        self._plot = ProofPlot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.rows)
        column.addWidget(self._sentence)
        column.addWidget(self._plot)
        self._show()

    @property
    def proof(self) -> ParameterProof | None:
        """What is shown."""
        return self._proof

    @property
    def is_stale(self) -> bool:
        """Whether it is of another moment."""
        return self._is_stale

    def show_proof(self, proof: ParameterProof | None, frame: Frame | None) -> None:
        """Show the proof that has been made of `frame`'s batch, or none."""
        self._proof, self._is_stale = proof, False
        self._proved = None
        if proof is not None and frame is not None and proof.moment == frame.moment:
            self._proved = circumstances(frame)
        self._show()
        self.keep_if_of(None if proof is None else proof.key, frame)

    def keep_if_of(self, key: ParameterKey | None, frame: Frame | None) -> None:
        """Drop the proof of another parameter, and grey that of another moment."""
        if self._proof is None:
            return
        if self._proof.key != key:
            self.show_proof(None, None)
            return
        now = None if frame is None else circumstances(frame)
        is_stale = self._proved is None or self._proved != now
        if is_stale != self._is_stale:
            self._is_stale = is_stale
            self._show()

    def _show(self) -> None:
        proof = self._proof
        self.setVisible(proof is not None)
        self.rows.show_rows(() if proof is None else _rows(proof))
        self.rows.setAccessibleName(translate("Inspector", "Both derivatives"))
        self._sentence.setText("" if proof is None else self._words(proof))
        self._dress(proof)
        self._plot.show_proof(proof, is_quiet=self._is_stale)
        name = translate(
            "Inspector",
            "The loss of the batch along this parameter, all others held still, and "
            "the slope that backpropagation found",
        )
        self._plot.setAccessibleName(name)
        self._plot.setToolTip(name)

    def _words(self, proof: ParameterProof) -> str:
        if self._is_stale:
            return translate(
                "Inspector", "This was before. Check again to know how it is now."
            )
        if proof.crosses_kink:
            return translate(
                "Inspector",
                "A ReLU is so close to its kink that it turns on or off within the "
                "step: here the two may differ, and both be right.",
            )
        if proof.is_right:
            return translate("Inspector", "They agree: backpropagation is right here.")
        return translate("Inspector", "They differ: backpropagation is wrong here.")

    def _dress(self, proof: ParameterProof | None) -> None:
        theme = current_theme()
        color = theme.success
        if proof is not None and not proof.is_right:
            color = theme.error
        elif proof is not None and proof.crosses_kink:
            color = theme.warning
        if self._is_stale:
            color = theme.muted_text
        color_text(self._sentence, color)

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() in (
            QEvent.Type.LanguageChange,
            QEvent.Type.PaletteChange,
        ):
            self._show()


def _rows(proof: ParameterProof) -> tuple[Row, ...]:
    symbol = "∂L/∂b" if proof.key.start is None else "∂L/∂w"
    return (
        Row(translate("Inspector", "Check of the derivative"), kind=RowKind.HEADING),
        Row(symbol, proof.backprop, note=translate("Inspector", "backpropagated")),
        Row(symbol, proof.numerical, note=translate("Inspector", "numerical")),
        Row(translate("Inspector", "relative error"), proof.relative_error),
    )
