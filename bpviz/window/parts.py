"""The parts of the window that show a run, and what of a report each one shows."""

from PyQt6.QtWidgets import QVBoxLayout, QWidget

from bpviz.controls.breakpoints_panel import BreakpointsPanel
from bpviz.controls.bug_lab import BugLab
from bpviz.controls.experiment_panel import ExperimentPanel
from bpviz.controls.run_to import RunTo
from bpviz.controls.transport_bar import TransportBar
from bpviz.controls.watches_panel import WatchesPanel
from bpviz.look.theme import Theme
from bpviz.training.breakpoint_row import row_of
from bpviz.training.messages import Failure, Opened, Report
from bpviz.training.steps import Moment
from bpviz.views.curves_panel import CurvesPanel
from bpviz.views.gradient_panel import GradientPanel
from bpviz.views.inspector import Inspector
from bpviz.views.network_view import NetworkView
from bpviz.views.results_panel import ResultsPanel
from bpviz.window.actions import shortcut_texts
from bpviz.window.error_bar import ErrorBar
from bpviz.window.fault_banner import FaultBanner
from bpviz.window.node_menu import NodeMenu
from bpviz.window.paced_display import PacedDisplay
from bpviz.window.run_plan import planned_end
from bpviz.window.workspaces import Workspaces

# How often a second each part is drawn at most while a run goes on: the network as
# often as the eye can follow, the others as often as anybody can read them. Each time
# training waits for some milliseconds until they have been painted.
_NETWORK_RATE, _CURVE_RATE, _RESULT_RATE, _TEXT_RATE = 32, 3, 3, 2

_NOWHERE = Moment(-1)


class Parts:
    """Makes the views and controls, and brings them up to date.

    Attributes
    ----------
    network, experiment, inspector, results, curves, transport, gradients : QWidget
        The parts, to be laid out and connected.
    breakpoints, watches, bug_lab, run_to, error_bar, fault_banner : QWidget
        The others.
    node_menu : NodeMenu
        What can be done with a node or an edge.
    debugger : QWidget
        Breakpoints and watches.
    workspaces : Workspaces
        The network with the error bar above it, and the computational graph.
    centre : QWidget
        Both, under the banner of a fault.
    display : PacedDisplay
        Shows reports in them.
    """

    def __init__(self) -> None:
        self.network = NetworkView()
        self.node_menu = NodeMenu(self.network)
        self.experiment = ExperimentPanel()
        self.inspector = Inspector()
        self.results = ResultsPanel()
        self.curves = CurvesPanel()
        self.transport = TransportBar(shortcut_texts)
        self.gradients = GradientPanel()
        self.breakpoints = BreakpointsPanel()
        self.watches = WatchesPanel()
        self.debugger = _above_each_other(self.breakpoints, self.watches)
        self.bug_lab = BugLab()
        self.run_to = RunTo(self.transport)
        self.error_bar = ErrorBar()
        self.fault_banner = FaultBanner()
        self.transport.setObjectName("transport")  # so that its place is remembered
        self.workspaces = Workspaces(_above_each_other(self.error_bar, self.network))
        self.centre = _above_each_other(self.fault_banner, self.workspaces)
        self.display = PacedDisplay(
            (self._show_network, _NETWORK_RATE),
            (self._show_place, _TEXT_RATE),
            (self._show_texts, _TEXT_RATE, self.inspector.isVisible),
            (self._show_curves, _CURVE_RATE, self.curves.isVisible),
            (self._show_results, _RESULT_RATE, self.results.isVisible),
            (self._show_proof, _TEXT_RATE, self.gradients.isVisible),
        )
        self._updates_per_epoch = 1
        self._planned_end: int | None = None
        self._paused_at = _NOWHERE
        self._connect()

    def show_session(self, opened: Opened) -> None:
        """Get every part ready for another run."""
        self._updates_per_epoch = opened.updates_per_epoch
        data = opened.dataset
        self.network.set_names(data.input_names, data.output_names, data.image_shape)
        self.network.set_peaks(*opened.peaks)
        self._planned_end = planned_end(opened)
        for part in (
            self.experiment,
            self.workspaces,
            self.inspector,
            self.results,
            self.curves,
            self.gradients,
            self.breakpoints,
            self.watches,
            self.bug_lab,
            self.run_to,
        ):
            part.show_session(opened)
        self.error_bar.clear()

    def set_precision(self, digits: int) -> None:
        """Write the numbers of a moment with so many significant digits."""
        self.inspector.set_precision(digits)
        self.results.set_precision(digits)

    def show_row(self, row: int) -> None:
        """Show another sample of the batch, from 0, wherever it is one alone."""
        self.inspector.show_row(row)
        self.results.show_row(row)
        self.workspaces.show_row(row)
        self.display.show_again()

    def show_report(self, report: Report, animate_ms: int, is_live: bool) -> bool:
        """Show a report: where the run stands as often as it pays, answers at once.

        Returns
        -------
        bool
            Whether more than the picture of the network is to be painted.
        """
        self._look_at_sample(report)
        is_more = self.display.show(report, animate_ms, is_live)
        if report.proof is not None:
            self.inspector.show_frame(report.frame)
            self.inspector.show_proof(report.proof)
        if report.check is not None:
            self.gradients.show_check(report.check, report.frame)
        moment = report.frame.moment
        if report.paused_by is not None or report.divergence is not None:
            self._paused_at = moment
            self.breakpoints.show_paused(
                report.paused_by, has_diverged=report.divergence is not None
            )
        elif self._paused_at not in (_NOWHERE, moment):
            self._paused_at = _NOWHERE
            self.breakpoints.show_paused(None)
        return is_more

    def _look_at_sample(self, report: Report) -> None:
        """Look at the sample of the batch that a breakpoint was met by."""
        trace = report.frame.trace
        if report.paused_by is None or trace is None:
            return
        row = row_of(report.paused_by, trace)
        if row is not None:
            self.network.set_row(row)
            self.inspector.show_row(row)
            self.results.show_row(row)
            self.workspaces.show_row(row)

    def show_failure(self, failure: Failure) -> None:
        """Say what could not be done; what was asked for is not in force."""
        self.error_bar.show_failure(failure)
        latest = self.display.latest
        if latest is not None:
            self.experiment.give_up_changes(latest.frame.settings.hyperparameters)

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`, where the palette does not bring them."""
        for part in (
            self.network,
            self.results,
            self.curves,
            self.gradients,
            self.bug_lab,
            self.workspaces,
        ):
            part.set_theme(theme)

    def _show_network(self, report: Report, animate_ms: int) -> None:
        self.network.show_frame(report.frame, animate_ms)
        self.workspaces.show_frame(report.frame)

    def _show_curves(self, report: Report, _animate_ms: int) -> None:
        self.curves.show_curves(report.curves)
        self.curves.show_runs(report.runs)
        self.curves.show_watches(report.watches)
        self.curves.show_frame(report.frame)

    def _show_results(self, report: Report, _animate_ms: int) -> None:
        self.results.show_frame(report.frame)

    def _show_texts(self, report: Report, _animate_ms: int) -> None:
        self.inspector.show_frame(report.frame)

    def _show_proof(self, report: Report, _animate_ms: int) -> None:
        self.gradients.show_frame(report.frame)

    def _show_place(self, report: Report, _animate_ms: int) -> None:
        frame, settings = report.frame, report.frame.settings
        self.transport.show_place(
            frame, self._updates_per_epoch, self._planned_end, report.paused_by
        )
        self.transport.show_speed(report.samples_per_second)
        self.run_to.show_place(frame)
        self.experiment.show_settings(settings.hyperparameters)
        self.bug_lab.show_settings(settings)
        self.fault_banner.show_settings(settings)

    def _connect(self) -> None:
        show_selection = self.inspector.show_selection
        self.network.node_selected.connect(lambda *key: show_selection(key, None))
        self.network.edge_selected.connect(lambda *key: show_selection(None, key))
        self.network.selection_cleared.connect(lambda: show_selection(None, None))


def _above_each_other(*widgets: QWidget) -> QWidget:
    """Return a widget with these in a column, the last of which takes all the room."""
    together = QWidget()
    column = QVBoxLayout(together)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget, int(widget is widgets[-1]))
    return together
