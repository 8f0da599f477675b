"""What the present operation does, and how the selected node came to its numbers."""

from PyQt6.QtCore import QCoreApplication, QEvent, Qt
from PyQt6.QtGui import QAction, QGuiApplication, QKeySequence
from PyQt6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from bpviz.look.type_scale import GRID
from bpviz.look.words import operation_words
from bpviz.scene.options import EdgeKey, NodeKey
from bpviz.training.frame import Frame
from bpviz.training.messages import Opened
from bpviz.views.explanation_list import ExplanationList
from bpviz.views.explanation_rows import selection_rows
from bpviz.views.inspector_labels import InspectorLabels
from bpviz.views.operation_sentences import operation_sentence
from bpviz.views.operation_texts import operation_texts

translate = QCoreApplication.translate

_ROW = 0  # Whose numbers are shown: the first sample's of the batch.


class Inspector(QWidget):
    """Explains the operation of a frame, and every number of one node or edge.

    What the moment of the frame has not computed yet is left open.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: Opened | None = None
        self._frame: Frame | None = None
        self._node: NodeKey | None = None
        self._edge: EdgeKey | None = None
        self._labels = InspectorLabels()
        self._list = ExplanationList()
        self._copy = QAction(self)
        self._copy.setShortcut(QKeySequence.StandardKey.Copy)
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._copy.triggered.connect(self._on_copy)
        self.addAction(self._copy)
        self._list.addAction(self._copy)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._lay_out()
        self._show()

    def show_session(self, opened: Opened) -> None:
        """Get ready for another run; nothing of it is selected."""
        self._opened = opened
        self._frame = None
        self.show_selection(None, None)

    def show_frame(self, frame: Frame) -> None:
        """Show what stands in the network at this moment."""
        self._frame = frame
        self._show()

    def show_selection(self, node: NodeKey | None, edge: EdgeKey | None) -> None:
        """Show the numbers of a node or of an edge; of nothing if both are None."""
        self._node, self._edge = node, edge
        self._show()

    def _show(self) -> None:
        self._copy.setText(translate("Inspector", "Copy the numbers"))
        self._list.setAccessibleName(translate("Inspector", "Numbers of the selection"))
        self._show_operation()
        self._show_selected()

    def _show_operation(self) -> None:
        frame, opened, labels = self._frame, self._opened, self._labels
        operation = None if frame is None else frame.operation
        name = operation_words(operation)
        labels.operation.setText(name[:1].upper() + name[1:])
        labels.sentence.setText(operation_sentence(operation))
        if frame is None or opened is None or operation is None:
            labels.show_texts(None)
            return
        settings = opened.experiment.hyperparameters
        labels.show_texts(
            operation_texts(frame, settings, _ROW, self._node, self._edge)
        )

    def _show_selected(self) -> None:
        rows = selection_rows(self._frame, self._node, self._edge, _ROW)
        self._list.show_rows(rows)
        self._list.setVisible(bool(rows))
        self._copy.setEnabled(bool(rows))
        self._labels.selection.setText(self._title())
        self._labels.selection.setVisible(bool(rows))
        self._labels.hint.setText(self._hint(has_selection=bool(rows)))
        self._labels.hint.setVisible(bool(self._labels.hint.text()))

    def _title(self) -> str:
        if self._node is not None:
            title = translate("Inspector", "Node {node} of layer {layer}")
            if self._node[0] == 0:
                title = translate("Inspector", "Input {node}")
            return title.format(layer=self._node[0], node=self._node[1] + 1)
        if self._edge is None:
            return ""
        layer, before, after = self._edge
        return translate(
            "Inspector",
            "Weight from node {before} to node {after} of layer {layer}",
        ).format(before=before + 1, after=after + 1, layer=layer)

    def _hint(self, *, has_selection: bool) -> str:
        if not has_selection:
            return translate("Inspector", "Click a node or an edge to see its numbers.")
        trace = None if self._frame is None else self._frame.trace
        if trace is not None and len(trace.targets) > 1:
            return translate(
                "Inspector", "z, a and δ are those of the first sample of the batch."
            )
        return ""

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        labels = self._labels
        for label in (labels.operation, labels.sentence, labels.formula):
            column.addWidget(label)
        for label in (labels.which, labels.worked, labels.code):
            column.addWidget(label)
        column.addSpacing(GRID)
        column.addWidget(labels.selection)
        column.addWidget(self._list)
        column.addWidget(labels.hint)
        column.addStretch()
        area.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(area)

    def _on_copy(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard is not None:
            # What is marked in a formula or in the code goes before the list.
            marked = self._labels.marked_text()
            clipboard.setText(marked or self._list.tab_separated())

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._show()
