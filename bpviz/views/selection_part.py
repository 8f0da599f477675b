"""The part of the inspector about the selected node or edge: its numbers, its hand."""

from PyQt6.QtCore import QCoreApplication, QEvent, Qt, pyqtSignal
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from bpviz.look.clipboard import copy_text
from bpviz.look.labels import say
from bpviz.look.node_names import NodeNames
from bpviz.look.style.strokes import SEPARATOR
from bpviz.look.type_scale import GRID
from bpviz.nn.parameter_key import ParameterKey
from bpviz.scene.notation import Notation
from bpviz.scene.options import EdgeKey, NodeKey
from bpviz.training.changes import NodeSwitch
from bpviz.training.frame import Frame
from bpviz.training.proof import ParameterProof
from bpviz.views.edit_row import EditRow
from bpviz.views.explanation_list import ASIDE, ExplanationList
from bpviz.views.explanation_row import Row
from bpviz.views.explanation_rows import RowMaker
from bpviz.views.inspector_labels import text_label, title_label
from bpviz.views.proof_panel import ProofPanel

translate = QCoreApplication.translate


class SelectionPart(QWidget):
    """Shows every number of one node or edge, and takes changes to it.

    Signals
    -------
    change_requested(Change)
        The person wants a parameter or a node changed.
    proof_requested(ParameterKey)
        The person wants a derivative proved.
    entered()
        A value was typed to its end.
    """

    change_requested = pyqtSignal(object)
    proof_requested = pyqtSignal(object)
    entered = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._node: NodeKey | None = None
        self._edge: EdgeKey | None = None
        self._precision = 4
        self._line = QWidget()
        self._line.setFixedHeight(1)
        self._line.setAutoFillBackground(True)
        self._line.setBackgroundRole(SEPARATOR)
        self._title = title_label(is_large=False)
        self._switch = QCheckBox()
        self._switch.clicked.connect(self._on_switched)
        self.edit = EditRow()
        self.proof = ProofPanel()
        self.list = ExplanationList()
        self._hint = text_label(is_muted=True)
        self._hint.setContentsMargins(ASIDE, 0, ASIDE, 0)
        self.edit.change_requested.connect(self.change_requested)
        self.edit.entered.connect(self.entered)
        self.edit.proof_requested.connect(self.proof_requested)
        self._make_actions()
        self._lay_out()

    def show_frame(
        self,
        frame: Frame | None,
        names: NodeNames,
        notation: Notation,
        row: int,
        node: NodeKey | None,
        edge: EdgeKey | None,
    ) -> None:
        """Show the numbers of a node or an edge; a hint if neither is selected."""
        self._frame, self._node, self._edge = frame, node, edge
        rows = self._rows(names, notation, row)
        self.list.show_rows(rows)
        title = ""
        if node is not None:
            title = names.of_node(node)
        elif edge is not None:
            title = names.of_edge(edge)
        if title != self._title.text():
            self._title.setText(title)
        for widget in (self._line, self._title, self.list):
            widget.setVisible(bool(rows))
        for action in (self._copy_all, self._copy_row):
            action.setEnabled(bool(rows))
        self._show_hands(frame)
        say(self._hint, self._hint_text(frame, row, has_selection=bool(rows)))

    def set_precision(self, digits: int) -> None:
        """Write numbers with so many significant digits, from the next frame on."""
        self._precision = digits
        for numbers in (self.list, self.proof.rows):
            numbers.set_precision(digits)

    def show_proof(self, proof: ParameterProof) -> None:
        """Show a proof, if it is of what is selected."""
        if proof.key == self._parameter():
            self.proof.show_proof(proof, self._frame)

    def copied_text(self) -> str:
        """Return what Ctrl+C copies: the marked number, or all of them."""
        for numbers in (self.list, self.proof.rows):
            if numbers.marked_row is not None:
                return numbers.marked_row.exact()
        return self.list.tab_separated()

    def _rows(self, names: NodeNames, notation: Notation, row: int) -> tuple[Row, ...]:
        if self._frame is None:
            return ()
        maker = RowMaker(self._frame, names, notation, row, self._precision)
        if self._node is not None:
            return maker.node_rows(self._node)
        return () if self._edge is None else maker.edge_rows(self._edge)

    def _parameter(self) -> ParameterKey | None:
        """Return the selected weight, or the bias of the selected node."""
        if self._edge is not None:
            layer, start, end = self._edge
            return ParameterKey(layer, end, start)
        if self._node is not None and self._node[0] > 0:
            return ParameterKey(*self._node)
        return None

    def _show_hands(self, frame: Frame | None) -> None:
        """Show what of the selection can be changed, as it is."""
        key, node = self._parameter(), self._node
        self.edit.setVisible(frame is not None and key is not None)
        if frame is not None and key is not None:
            self.edit.show_parameter(frame, key)
        self.proof.keep_if_of(key, frame)
        can_switch = (
            frame is not None and node is not None and node[0] < frame.network.depth
        )
        self._switch.setVisible(can_switch)
        if frame is not None and node is not None:
            self._switch.setChecked(node not in frame.settings.switched_off)

    def _hint_text(self, frame: Frame | None, row: int, *, has_selection: bool) -> str:
        if not has_selection:
            return translate("Inspector", "Click a node or an edge to see its numbers.")
        trace = None if frame is None else frame.trace
        if trace is not None and len(trace.targets) > 1:
            return translate(
                "Inspector",
                "z, a and δ are those of the batch's sample {row} of {rows}.",
            ).format(row=row + 1, rows=len(trace.targets))
        return ""

    def _make_actions(self) -> None:
        self._copy_number, self._copy_row, self._copy_all = (
            QAction(self) for _ in range(3)
        )
        self._copy_number.triggered.connect(lambda: copy_text(self.copied_text()))
        self._copy_row.triggered.connect(self._on_copy_row)
        self._copy_all.triggered.connect(lambda: copy_text(self._everything()))
        for numbers in (self.list, self.proof.rows):
            numbers.addActions([self._copy_number, self._copy_row, self._copy_all])
            numbers.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            numbers.marked.connect(self._retranslate)

    def _everything(self) -> str:
        lists = (self.proof.rows, self.list)
        texts = [self._title.text(), *(numbers.tab_separated() for numbers in lists)]
        return "\n".join(text for text in texts if text)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(ASIDE, 0, ASIDE, 0)
        head.setSpacing(GRID)
        head.addWidget(self._title, 1)
        head.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._line)
        column.addLayout(head)
        column.addWidget(self.edit)
        column.addWidget(self.proof)
        column.addWidget(self.list)
        column.addWidget(self._hint)
        self._retranslate()

    def _on_switched(self, is_on: bool) -> None:
        if self._node is not None:
            layer, node = self._node
            change = NodeSwitch(layer=layer, node=node, is_on=is_on)
            self.change_requested.emit(change)

    def _on_copy_row(self) -> None:
        for numbers in (self.list, self.proof.rows):
            if numbers.marked_row is not None:
                copy_text(numbers.marked_row.tab_separated())

    def _retranslate(self) -> None:
        is_marked = any(
            numbers.marked_row is not None for numbers in (self.list, self.proof.rows)
        )
        self._copy_number.setText(
            translate("Inspector", "Copy the number")
            if is_marked
            else translate("Inspector", "Copy the numbers")
        )
        self._copy_row.setText(translate("Inspector", "Copy the row"))
        self._copy_row.setVisible(is_marked)
        self._copy_all.setText(translate("Inspector", "Copy all"))
        self._switch.setText(translate("Inspector", "On"))
        self._switch.setToolTip(
            translate("Inspector", "Without the tick the node is silent: a and δ are 0")
        )
        self.list.setAccessibleName(translate("Inspector", "Numbers of the selection"))

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
