"""What the present operation does, and how the selected node came to its numbers."""

from PyQt6.QtCore import QCoreApplication, QEvent, Qt, pyqtSignal
from PyQt6.QtGui import QAction, QKeySequence
from PyQt6.QtWidgets import QFrame, QScrollArea, QScrollBar, QVBoxLayout, QWidget
from typing_extensions import override

from bpviz.look.clipboard import copy_text
from bpviz.look.node_names import NodeNames
from bpviz.look.type_scale import GRID
from bpviz.scene.notation import Notation
from bpviz.scene.options import EdgeKey, NodeKey
from bpviz.training.frame import Frame
from bpviz.training.messages import Opened
from bpviz.training.proof import ParameterProof
from bpviz.views.explanation_list import ASIDE
from bpviz.views.inspector_names import names_of
from bpviz.views.operation_part import OperationPart
from bpviz.views.selection_part import SelectionPart

translate = QCoreApplication.translate


class Inspector(QWidget):
    """Explains the operation of a frame, and every number of one node or edge.

    What the moment of the frame has not computed yet is left open.

    Signals
    -------
    change_requested(Change)
        The person wants a parameter set, a node switched, or a sample next.
    proof_requested(ParameterKey)
        The person wants a derivative proved; `show_proof` takes the answer.
    notation_changed(Notation)
        The person reads products the other way round from now on.
    entered()
        A number was typed to its end.
    """

    change_requested = pyqtSignal(object)
    proof_requested = pyqtSignal(object)
    notation_changed = pyqtSignal(object)
    entered = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._names = NodeNames(0)
        self._node: NodeKey | None = None
        self._edge: EdgeKey | None = None
        self._row = 0
        self._operation = OperationPart()
        self._selection = SelectionPart()
        self._area = QScrollArea()
        self._operation.change_requested.connect(self.change_requested)
        self._operation.entered.connect(self.entered)
        self._selection.entered.connect(self.entered)
        self._operation.notation_changed.connect(self._on_notation_changed)
        self._selection.change_requested.connect(self.change_requested)
        self._selection.proof_requested.connect(self.proof_requested)
        self._copy = QAction(self)
        self._copy.setShortcut(QKeySequence.StandardKey.Copy)
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._copy.triggered.connect(self._on_copy)
        self.addAction(self._copy)
        self._lay_out()
        self._retranslate()

    @property
    def notation(self) -> Notation:
        """How products are written."""
        return self._operation.header.notation

    def set_notation(self, notation: Notation) -> None:
        """Write products this way, without a signal."""
        self._operation.header.set_notation(notation)
        self._show()

    def set_precision(self, digits: int) -> None:
        """Write numbers with so many significant digits."""
        self._operation.set_precision(digits)
        self._selection.set_precision(digits)
        self._show()

    def show_session(self, opened: Opened) -> None:
        """Get ready for another run; nothing of it is selected."""
        self._names = names_of(opened)
        self._operation.begin(len(opened.dataset.train))
        self._frame = None
        self.show_selection(None, None)

    def show_frame(self, frame: Frame) -> None:
        """Show what stands in the network at this moment."""
        self._frame = frame
        self._show()

    def show_row(self, row: int) -> None:
        """Show the numbers of another sample of the batch, from 0."""
        self._row = row
        self._show()

    def show_selection(self, node: NodeKey | None, edge: EdgeKey | None) -> None:
        """Show the numbers of a node or of an edge; of nothing if both are None."""
        is_new = (node, edge) != (self._node, self._edge)
        self._node, self._edge = node, edge
        self._show()
        if is_new and node is None and edge is None:
            # Nothing is read further down any more: back to what the operation does.
            self._area.ensureVisible(0, 0)
        elif is_new:
            self._reveal_selection()

    def show_proof(self, proof: ParameterProof) -> None:
        """Show what came of a check, if it is of what is selected."""
        self._selection.show_proof(proof)

    def _show(self) -> None:
        trace = None if self._frame is None else self._frame.trace
        # The last batch of an epoch may be a smaller one.
        row = self._row if trace is None else min(self._row, len(trace.losses) - 1)
        place = row, self._node, self._edge
        before = self._operation.minimumHeight()
        self._operation.show_frame(self._frame, self._names, *place)
        self._selection.show_frame(self._frame, self._names, self.notation, *place)
        # The hint stands at the bottom, where no operation moves it.
        stretch = int(self._node is None and self._edge is None)
        if self._column.stretch(0) != stretch:
            self._column.setStretch(0, stretch)
        grown = self._operation.minimumHeight() - before
        if not stretch and grown > 0:
            self._keep_in_view(grown)

    def _retranslate(self) -> None:
        self._copy.setText(translate("Inspector", "Copy the numbers"))
        self._show()

    def _reveal_selection(self) -> None:
        """Scroll to what has just been chosen, as far as there is anything below."""
        self._take_heights()
        self._bar().setValue(self._selection.y() - GRID)

    def _keep_in_view(self, grown: int) -> None:
        """Leave the chosen numbers where they are, though more is above them now."""
        bar = self._bar()
        # Whoever has scrolled up to the formula goes on reading that.
        if bar.value() or not bar.maximum():
            self._take_heights()
            bar.setValue(bar.value() + grown)

    def _bar(self) -> QScrollBar:
        bar = self._area.verticalScrollBar()
        assert bar is not None  # There from the beginning.
        return bar

    def _take_heights(self) -> None:
        """Lay out now, not when the events about heights arrive one after another."""
        inside = self._area.widget()
        assert inside is not None  # There from the beginning.
        for part in (self._selection, inside):
            layout = part.layout()
            assert layout is not None
            layout.invalidate()
            layout.activate()
        needed = self._column.totalHeightForWidth(inside.width())
        inside.resize(inside.width(), max(needed, inside.height()))

    def _on_notation_changed(self, notation: Notation) -> None:
        self._show()
        self.notation_changed.emit(notation)

    def _on_copy(self) -> None:
        # What is marked in the code goes before the list.
        code = self._operation.code
        is_marked = code.hasFocus() and code.hasSelectedText()
        copy_text(code.marked() if is_marked else self._selection.copied_text())

    def _lay_out(self) -> None:
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidgetResizable(True)
        inside = QWidget()
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(GRID - ASIDE, GRID, GRID - ASIDE, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._operation)
        column.addWidget(self._selection)
        column.addStretch()
        self._area.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._area)

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
