"""The parts of the window that show a run, and what of a report each one shows."""

from PyQt6.QtWidgets import QVBoxLayout, QWidget

from bpviz.controls.experiment_panel import ExperimentPanel
from bpviz.controls.transport_bar import TransportBar
from bpviz.look.theme import Theme
from bpviz.training.messages import Opened, Report
from bpviz.views.curves_panel import CurvesPanel
from bpviz.views.inspector import Inspector
from bpviz.views.network_view import NetworkView
from bpviz.views.results_panel import ResultsPanel
from bpviz.window.actions import shortcut_texts
from bpviz.window.error_bar import ErrorBar
from bpviz.window.paced_display import PacedDisplay

# How often a second each part is drawn at most while a run goes on.
_NETWORK_RATE, _PLOT_RATE, _TEXT_RATE = 30, 15, 5


class Parts:
    """Makes the views and controls, and brings them up to date.

    Attributes
    ----------
    network, experiment, inspector, results, curves, transport, error_bar : QWidget
        The parts, to be laid out and connected.
    centre : QWidget
        The network, and the error bar above it.
    display : PacedDisplay
        Shows reports in them.
    """

    def __init__(self) -> None:
        self.network = NetworkView()
        self.experiment = ExperimentPanel()
        self.inspector = Inspector()
        self.results = ResultsPanel()
        self.curves = CurvesPanel()
        self.transport = TransportBar(shortcut_texts)
        self.error_bar = ErrorBar()
        self.transport.setObjectName("transport")  # so that its place is remembered
        self.centre = self._centre()
        self.display = PacedDisplay(
            (self._show_network, _NETWORK_RATE),
            (self._show_plots, _PLOT_RATE),
            (self._show_texts, _TEXT_RATE),
        )
        self._updates_per_epoch = 1
        self._connect()

    def show_session(self, opened: Opened) -> None:
        """Get every part ready for another run."""
        self._updates_per_epoch = opened.updates_per_epoch
        data = opened.dataset
        self.network.set_names(data.input_names, data.output_names, data.image_shape)
        self.experiment.show_session(opened)
        self.inspector.show_session(opened)
        self.results.show_session(opened)
        self.curves.show_session(opened)
        self.error_bar.clear()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`, where the palette does not bring them."""
        self.network.set_theme(theme)
        self.results.set_theme(theme)
        self.curves.set_theme(theme)

    def _show_network(self, report: Report, animate_ms: int) -> None:
        self.network.show_frame(report.frame, animate_ms)

    def _show_plots(self, report: Report, _animate_ms: int) -> None:
        self.curves.show_curves(report.curves)
        self.curves.show_frame(report.frame)
        self.results.show_frame(report.frame)

    def _show_texts(self, report: Report, _animate_ms: int) -> None:
        self.inspector.show_frame(report.frame)
        self.transport.show_place(report.frame, self._updates_per_epoch)
        self.transport.show_speed(report.samples_per_second)

    def _centre(self) -> QWidget:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.error_bar)
        column.addWidget(self.network, 1)
        return centre

    def _connect(self) -> None:
        show_selection = self.inspector.show_selection
        self.network.node_selected.connect(lambda *key: show_selection(key, None))
        self.network.edge_selected.connect(lambda *key: show_selection(None, key))
        self.network.selection_cleared.connect(lambda: show_selection(None, None))
