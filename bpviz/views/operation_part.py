"""The part of the inspector about the operation: formula, numbers, code."""

from PyQt6.QtCore import QCoreApplication, QElapsedTimer, QTimer, pyqtSignal
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from bpviz.look.labels import ProblemLabel, say
from bpviz.look.node_names import NodeNames
from bpviz.look.type_scale import GRID
from bpviz.look.words import fault_mistake, fault_words, operation_words
from bpviz.scene.options import EdgeKey, NodeKey
from bpviz.training.changes import RunSettings
from bpviz.training.frame import Frame
from bpviz.training.steps import OperationKind
from bpviz.views.code_label import CodeLabel
from bpviz.views.edit_sample import SampleRow
from bpviz.views.explanation_list import ASIDE
from bpviz.views.formula_label import FormulaLabel
from bpviz.views.inspector_header import InspectorHeader
from bpviz.views.inspector_labels import text_label, title_label
from bpviz.views.operation_sentences import operation_sentence
from bpviz.views.operation_texts import (
    OperationTexts,
    next_formula,
    operation_texts,
)

translate = QCoreApplication.translate

# Numbers that change faster than this are not worth typesetting; nor are those of a
# run that leaves updates out, before it is known to have stopped.
_CALM_MS, _CALM_AFTER_RUN_MS = 400, 800
_SCROLL_BAR = 24
_CHOOSING = (OperationKind.LOAD, OperationKind.UPDATE)


class OperationPart(QWidget):
    """Explains the operation of a frame.

    It never gets lower while a run is stepped through and something is selected, so
    that the numbers below it stay where they are.

    Signals
    -------
    change_requested(SampleChoice)
        The person has chosen the next sample.
    notation_changed(Notation)
        The person has chosen the other notation.
    entered()
        The next sample was typed to its end.
    """

    change_requested = pyqtSignal(object)
    notation_changed = pyqtSignal(object)
    entered = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._texts: OperationTexts | None = None
        self._precision = 4
        self._kept_at = 0
        self._kept_for: tuple[object, ...] = ()
        self._since_last = QElapsedTimer()
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.timeout.connect(self._on_calm)
        self._title = title_label(is_large=True)
        self.header = InspectorHeader(self._title)
        self._fault = ProblemLabel()
        self._fault.setObjectName("fault")
        self._sentence = text_label()
        self.formula, self.worked = FormulaLabel(), FormulaLabel()
        self._which = text_label(is_muted=True, is_small=True)
        self.code = CodeLabel()
        self.sample = SampleRow()
        self.sample.change_requested.connect(self.change_requested)
        self.sample.entered.connect(self.entered)
        self.header.notation_changed.connect(self.notation_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(ASIDE, 0, ASIDE, 0)
        column.setSpacing(GRID)
        texts: tuple[QWidget, ...] = (
            *(self.header, self._fault, self._sentence, self.formula),
            *(self._which, self.worked, self.code, self.sample),
        )
        for widget in texts:
            column.addWidget(widget)
        column.addStretch()
        self._column = column

    def begin(self, samples: int) -> None:
        """Get ready for another run with so many samples."""
        self.sample.show_count(samples)
        self._frame = None
        self._let_go()

    def set_precision(self, digits: int) -> None:
        """Write numbers with so many significant digits, from the next frame on."""
        self._precision = digits

    def show_frame(
        self,
        frame: Frame | None,
        names: NodeNames,
        row: int,
        node: NodeKey | None,
        edge: EdgeKey | None,
    ) -> None:
        """Explain the operation of `frame`, with the numbers of what is selected."""
        notation = self.header.notation
        is_new = frame is not self._frame
        is_run = is_new and _leaves_out(self._frame, frame)
        is_calm = not is_run and (
            not is_new
            or not self._since_last.isValid()
            or self._since_last.hasExpired(_CALM_MS)
        )
        if is_new:
            self._since_last.start()
            self._calm.setInterval(_CALM_AFTER_RUN_MS if is_run else _CALM_MS)
        self._frame, self._texts = frame, None
        if frame is not None:
            self._texts = operation_texts(
                frame, names, notation, row, node, edge, self._precision
            )
            # Right after a switch the update that is shown was still made without it.
            self._show_fault(frame.trace_settings or frame.settings)
        operation = None if frame is None else frame.operation
        name = operation_words(operation)
        self._title.setText(name[:1].upper() + name[1:])
        self._sentence.setText(operation_sentence(operation))
        self.sample.setVisible(
            frame is not None
            and self.sample.has_choice
            and (operation is None or operation.kind in _CHOOSING)
        )
        self._show_texts(is_calm=is_calm)
        if is_calm and frame is not None and frame.operation is not None:
            self.formula.foresee(next_formula(frame, notation).lines)
        if node is None and edge is None:
            self._let_go()
        self._keep_height()

    def _show_texts(self, *, is_calm: bool) -> None:
        texts = self._texts
        self.formula.show_formula(() if texts is None else texts.formula.lines)
        self.worked.show_formula(
            () if texts is None else texts.worked, is_typeset=is_calm
        )
        self._which.setText("" if texts is None else texts.which)
        self.code.show_code("" if texts is None else texts.code)
        self.formula.setToolTip(self._source(texts))
        for formula in (self.formula, self.worked):
            formula.setVisible(bool(formula.latex))
        self._which.setVisible(bool(self._which.text()))
        self.code.setVisible(bool(self.code.code))
        if not is_calm:
            self._calm.start()

    def _source(self, texts: OperationTexts | None) -> str:
        if texts is None or not texts.formula.source:
            return ""
        source = translate("Inspector", "After {source}")
        return source.format(source=texts.formula.source)

    def _show_fault(self, settings: RunSettings) -> None:
        """Say in red that the backward pass is not what the formulas say."""
        words, mistake = fault_words(settings), ""
        if settings.fault is not None and not settings.fault_is_secret:
            mistake = fault_mistake(settings.fault)
        if words:
            words = translate("Inspector", "Fault: {fault}").format(fault=words)
        say(self._fault, words)
        self._fault.setToolTip(mistake)

    def _keep_height(self) -> None:
        """Take at least as much room as ever before in this run."""
        # A layout that only other numbers stand in takes the same.
        outline = self._outline()
        if outline == self._kept_for:
            return
        self._kept_for = outline
        self._column.activate()
        if self._column.hasHeightForWidth():
            needed = self._column.totalHeightForWidth(self.width())
        else:
            needed = self._column.totalSizeHint().height()
        self.setMinimumHeight(max(self.minimumHeight(), needed))

    def _let_go(self) -> None:
        """Take no more room than is needed."""
        if self.minimumHeight():
            self._kept_for = ()
            self.setMinimumHeight(0)

    def _outline(self) -> tuple[object, ...]:
        """Return what the needed height depends on."""
        labels = (self._title, self._fault, self._sentence, self._which, self.code)
        return (
            self.width(),
            *(label.text() if label.isVisibleTo(self) else "" for label in labels),
            *(formula.height() for formula in (self.formula, self.worked)),
            *(w.isVisibleTo(self) for w in (self.formula, self.worked, self.sample)),
        )

    def _on_calm(self) -> None:
        self._show_texts(is_calm=True)

    @override
    def resizeEvent(self, a0: QResizeEvent | None) -> None:
        super().resizeEvent(a0)
        # A scroll bar that comes and goes is no other width.
        if abs(self.width() - self._kept_at) > _SCROLL_BAR:
            self._kept_at = self.width()
            self._let_go()
        self._keep_height()


def _leaves_out(before: Frame | None, after: Frame | None) -> bool:
    """Tell whether there are updates between two frames that are not shown."""
    if before is None or after is None or before.session != after.session:
        return False
    return after.moment.update > before.moment.update + 1
