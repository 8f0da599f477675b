"""The values of a graph's variables, side by side."""

from collections.abc import Collection, Mapping

from PyQt6.QtCore import QCoreApplication, QEvent, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from bpviz.controls.flow_layout import FlowLayout
from bpviz.controls.graph_value_field import GraphValueField
from bpviz.look.type_scale import GRID
from bpviz.scene.graph_texts import short_name

translate = QCoreApplication.translate


class GraphValuesBar(QWidget):
    """A field for every variable, in the order of the expression.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.

    Signals
    -------
    value_typed(str, str)
        The variable, and what the person has typed.
    value_dragged(str, tuple, float)
        The variable, which of its numbers and what it is now.
    left()
        Escape in a field: the keys belong to the passes again.
    """

    value_typed = pyqtSignal(str, str)
    value_dragged = pyqtSignal(str, object, float)
    left = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, GraphValueField] = {}
        self._flow = FlowLayout(self)

    @property
    def fields(self) -> Mapping[str, GraphValueField]:
        """The field of every variable, by its name."""
        return self._fields

    def show_values(self, texts: Mapping[str, str]) -> None:
        """Show these; fields are made and thrown away only where names change."""
        if list(texts) != list(self._fields):
            self._make_fields(texts)
        for name, text in texts.items():
            self._fields[name].show_text(text)

    def show_wrong(self, names: Collection[str]) -> None:
        """Mark the fields of these, whose texts are no values."""
        for name, field in self._fields.items():
            field.show_wrong(is_wrong=name in names)

    def _make_fields(self, texts: Mapping[str, str]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._fields = {name: GraphValueField(name) for name in texts}
        for name, field in self._fields.items():
            field.setText(texts[name])
            field.setCursorPosition(0)
            field.fit_text()
            field.value_typed.connect(self.value_typed)
            field.value_dragged.connect(self.value_dragged)
            field.left.connect(self.left)
            pair = _labelled(field)
            self._flow.addWidget(pair)
            # Qt would do so in the next turn, and there would be none until then.
            pair.show()
        self._retranslate()
        self.updateGeometry()

    def _retranslate(self) -> None:
        for field in self._fields.values():
            field.setToolTip(
                translate(
                    "GraphControls",
                    "Drag to the left or right, or click and type. An array is written "
                    "as [1, 2] or [[1, 2], [3, 4]].",
                )
            )

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _labelled(field: GraphValueField) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID // 2)
    label = QLabel(short_name(field.name))
    label.setBuddy(field)
    row.addWidget(label)
    row.addWidget(field)
    return pair
