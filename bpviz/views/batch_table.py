"""The batch's answers and targets as a table of numbers, for data without a picture."""

from PyQt6.QtCore import (
    QCoreApplication,
    QEvent,
    QPoint,
    Qt,
    pyqtSignal,
)
from PyQt6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QMenu,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from bpviz.data.dataset import Dataset
from bpviz.look.labels import color_text
from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID
from bpviz.training.frame import Frame
from bpviz.views.batch_model import BatchModel, Column
from bpviz.views.current_samples import current_samples
from bpviz.views.edit_sample_menu import sample_menu
from bpviz.views.number_table import NumberTable

translate = QCoreApplication.translate


class BatchTable(QWidget):
    """Shows what the network answers to the batch, and what it should.

    Signals
    -------
    change_requested(SampleChoice)
        The person wants one of the samples to be the next.
    """

    change_requested = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = BatchModel(self)
        self._message = QLabel()
        self._message.setWordWrap(True)
        self._table = NumberTable(self._model)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._on_menu)
        self._table.rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        layout.addWidget(self._message)
        layout.addWidget(self._table, 1)
        self._table.refresh_fonts()
        self.set_theme(current_theme())
        self._retranslate()

    def set_precision(self, digits: int) -> None:
        """Write numbers with so many digits behind the point."""
        self._model.set_places(digits)

    def show_frame(self, frame: Frame, dataset: Dataset) -> None:
        """Show the batch of `frame`'s update."""
        current = current_samples(frame)
        self._model.show(current, dataset.output_names)
        has_samples = current is not None and len(current.indices) > 1
        has_outputs = len(dataset.output_names) > 1
        # All five have no room side by side: what says the same in every row goes,
        # and if nothing does, they can be scrolled.
        self._table.setColumnHidden(Column.SAMPLE, has_outputs and not has_samples)
        self._table.setColumnHidden(Column.OUTPUT, not has_outputs)
        self._table.columns.setSectionResizeMode(
            QHeaderView.ResizeMode.ResizeToContents
            if has_samples and has_outputs
            else QHeaderView.ResizeMode.Stretch
        )
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`; the rest is the application's."""
        color_text(self._message, theme.muted_text)
        self._table.set_theme(theme)

    def menu_at(self, place: QPoint) -> QMenu | None:
        """Make the menu of the sample at a place of the table, if one is there."""
        sample = self._model.sample_of(self._table.indexAt(place).row())
        if sample is None:
            return None
        return sample_menu(self, sample, self.change_requested.emit)

    def _on_menu(self, place: QPoint) -> None:
        menu, viewport = self.menu_at(place), self._table.viewport()
        if menu is not None and viewport is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(viewport.mapToGlobal(place))

    def _retranslate(self) -> None:
        current = self._model.current
        self._table.setVisible(current is not None)
        self._table.setAccessibleName(translate("Results", "Answers to the batch"))
        self._message.setVisible(current is None or current.outputs is None)
        self._message.setAlignment(
            Qt.AlignmentFlag.AlignCenter
            if current is None
            else Qt.AlignmentFlag.AlignLeft
        )
        self._message.setText(
            translate(
                "Results", "Press Down for the first operation: it loads a sample"
            )
            if current is None
            else translate("Results", "No answer yet: the forward pass is under way")
        )

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is None:
            return
        if a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif a0.type() == QEvent.Type.FontChange:
            self._table.refresh_fonts()
