"""What the network makes of the data, drawn in the way that suits the data."""

from PyQt6.QtCore import QCoreApplication, QEvent, QSize, Qt, pyqtSignal
from PyQt6.QtWidgets import QLabel, QStackedLayout, QWidget
from typing_extensions import override

from bpviz.data.dataset import Dataset, Picture
from bpviz.look.labels import color_text
from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.training.frame import Frame
from bpviz.training.messages import Opened
from bpviz.views.batch_table import BatchTable
from bpviz.views.plane_plot import PlanePlot
from bpviz.views.regression_plot import RegressionPlot
from bpviz.views.sample_view import SampleView

translate = QCoreApplication.translate


class ResultsPanel(QWidget):
    """Shows the results of a session as a curve, a plane, a picture or a table.

    Signals
    -------
    change_requested(SampleChoice)
        The person wants a sample that is shown to be the next.
    """

    change_requested = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._message = QLabel()
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self.regression = RegressionPlot()
        self.plane = PlanePlot()
        self.sample = SampleView()
        self.table = BatchTable()
        self.sample.change_requested.connect(self.change_requested)
        self.table.change_requested.connect(self.change_requested)
        self._stack = QStackedLayout(self)
        for page in (
            self._message,
            self.regression,
            self.plane,
            self.sample,
            self.table,
        ):
            self._stack.addWidget(page)
        self.set_theme(current_theme())
        self._retranslate()

    @property
    def page(self) -> QWidget | None:
        """The view that is shown."""
        return self._stack.currentWidget()

    def show_session(self, opened: Opened) -> None:
        """Get ready to show the results on another session's data."""
        dataset = self._dataset = opened.dataset
        match dataset.picture:
            case Picture.CURVE:
                self.regression.show_data(dataset)
                self._stack.setCurrentWidget(self.regression)
            case Picture.PLANE:
                self.plane.show_data(dataset)
                self._stack.setCurrentWidget(self.plane)
            case Picture.IMAGES:
                self._stack.setCurrentWidget(self.sample)
            case Picture.TABLE:
                self._stack.setCurrentWidget(self.table)

    def show_frame(self, frame: Frame) -> None:
        """Show the results at the moment of `frame`."""
        if self._dataset is None:
            return
        match self._dataset.picture:
            case Picture.CURVE:
                self.regression.show_frame(frame)
            case Picture.PLANE:
                self.plane.show_frame(frame)
            case Picture.IMAGES:
                self.sample.show_frame(frame, self._dataset)
            case Picture.TABLE:
                self.table.show_frame(frame, self._dataset)

    def set_precision(self, digits: int) -> None:
        """Write numbers with so many significant digits."""
        for view in (self.regression, self.sample, self.table):
            view.set_precision(digits)

    def show_row(self, row: int) -> None:
        """Show another sample of the batch from the next frame on, from 0."""
        self.sample.show_row(row)

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        color_text(self._message, theme.muted_text)
        for view in (self.regression, self.plane, self.sample, self.table):
            view.set_theme(theme)

    def _retranslate(self) -> None:
        self._message.setText(
            translate("Results", "Open an experiment to see its results")
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, 280)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
