"""The panel says what the check found, array by array, and when it is out of date."""

from dataclasses import replace
from itertools import pairwise
from math import inf

import numpy as np
import pytest
from PyQt6.QtCore import QPointF, Qt
from PyQt6.QtWidgets import QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from bpviz.look.palette import current_theme
from bpviz.nn.faults import Fault
from bpviz.training.changes import RunSettings
from bpviz.training.gradient_report import GradientReport
from bpviz.training.moment_check import MomentCheck
from bpviz.training.steps import Moment
from bpviz.views.error_map import ErrorMap
from bpviz.views.gradient_bar import SAMPLED_ENTRIES
from bpviz.views.gradient_panel import GradientPanel
from tests.controls.opened import opened
from tests.scene.frames import UPDATED, frame_of
from tests.training.experiments import EXPERIMENTS
from tests.training.traces import engine_of

EXPERIMENT = EXPERIMENTS["sgd, all at once"]
FRAME = frame_of(2, 3, 1)


def check(fault: Fault | None = None) -> MomentCheck:
    engine = engine_of(EXPERIMENT)
    memories = engine.state.block[1:].copy()
    settings = RunSettings(EXPERIMENT.hyperparameters, fault=fault)
    return MomentCheck(engine.trace(), 1, Moment(1), settings, memories, None, 0)


def finished(fault: Fault | None = None) -> GradientReport:
    under_way = check(fault)
    while not under_way.advance(1.0):
        pass
    return under_way.report()


@pytest.fixture
def panel(qtbot: QtBot) -> GradientPanel:
    panel = GradientPanel()
    qtbot.addWidget(panel)
    panel.resize(300, 600)
    panel.show()
    return panel


def texts(panel: GradientPanel) -> str:
    return "\n".join(
        label.text() for label in panel.findChildren(QLabel) if label.isVisible()
    )


def button(panel: GradientPanel, text: str) -> QPushButton:
    (found,) = [b for b in panel.findChildren(QPushButton) if b.text() == text]
    return found


def test_right_gradients_are_called_right(panel: GradientPanel) -> None:
    panel.show_check(finished(), FRAME)
    assert "Backpropagation is right" in texts(panel)
    assert "Backprop " in texts(panel)
    (times,) = [
        label for label in panel.findChildren(QLabel) if "Backprop " in label.text()
    ]
    assert "times as long" in times.toolTip()
    assert "The update follows the optimizer's formula" in texts(panel)
    (table,) = panel.findChildren(QTableView)
    model = table.model()
    assert model is not None
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert names == ["W¹", "b¹", "W²", "b²", "W³", "b³"]
    assert model.index(0, 3).data() == "10"


def test_a_fault_is_named_by_the_arrays_that_are_wrong(panel: GradientPanel) -> None:
    panel.show_check(finished(Fault.FORGOTTEN_ACTIVATION_DERIVATIVE), FRAME)
    shown = texts(panel)
    assert "Wrong: W¹, b¹" in shown
    assert "W³" not in shown


def test_it_asks_for_a_sample_or_for_all(panel: GradientPanel, qtbot: QtBot) -> None:
    panel.show_check(finished(), FRAME)
    with qtbot.waitSignal(panel.check_requested) as asked:
        button(panel, "Check some").click()
    assert asked.args == [SAMPLED_ENTRIES]
    with qtbot.waitSignal(panel.check_requested) as asked:
        button(panel, "Check all").click()
    assert asked.args == [None]


def test_a_check_under_way_can_be_cancelled(panel: GradientPanel, qtbot: QtBot) -> None:
    under_way = check()
    under_way.advance(0.0)
    panel.show_check(under_way.report(), FRAME)
    assert "Right so far: 1 of" in texts(panel)
    assert not button(panel, "Check all").isVisible()
    with qtbot.waitSignal(panel.cancel_requested):
        button(panel, "Cancel").click()
    assert button(panel, "Check all").isVisible()
    assert not button(panel, "Cancel").isVisible()


def test_a_check_can_be_asked_for_once_there_is_a_run(
    panel: GradientPanel, qtbot: QtBot
) -> None:
    assert not button(panel, "Check all").isEnabled()
    with qtbot.assertNotEmitted(panel.check_requested):
        panel.check_some()
    panel.show_session(opened("mazur"))
    with qtbot.waitSignals([panel.check_requested] * 2):
        panel.check_some()
        panel.check_all()


def test_a_sample_is_not_said_to_prove_all(panel: GradientPanel) -> None:
    report = finished()
    larger = replace(report.arrays[0], size=1000)
    panel.show_check(replace(report, arrays=(larger, *report.arrays[1:])), FRAME)
    assert f"Right in all {report.done} compared" in texts(panel)
    assert "Backpropagation is right" not in texts(panel)


def test_an_array_gets_its_mark_when_it_is_checked(panel: GradientPanel) -> None:
    def greens() -> int:
        image = table.grab().toImage()
        left = range(table.columnWidth(0))
        return sum(
            image.pixelColor(x, y).name() == current_theme().success
            for x in left
            for y in range(image.height())
        )

    report = finished()
    (table,) = panel.findChildren(QTableView)
    nothing = tuple(replace(array, checked=0) for array in report.arrays)
    panel.show_check(replace(report, arrays=nothing), FRAME)
    assert greens() == 0
    counts = []
    for shown in range(1, len(nothing) + 1):
        arrays = report.arrays[:shown] + nothing[shown:]
        panel.show_check(replace(report, arrays=arrays), FRAME)
        counts.append(greens())
    assert all(before < after for before, after in pairwise(counts))


def test_what_is_not_finite_is_not_called_wrong(panel: GradientPanel) -> None:
    report = finished()
    first = replace(report.arrays[0], max_relative_error=inf)
    panel.show_check(replace(report, arrays=(first, *report.arrays[1:])), FRAME)
    assert "No finite numbers: W¹" in texts(panel)


def test_everything_fits_a_panel_of_a_small_window(panel: GradientPanel) -> None:
    report = finished()
    arrays = [
        replace(a, checked=31_924, size=39_200, max_relative_error=1.5e-9, kinks=12)
        for a in report.arrays[:4]
    ]
    panel.resize(280, 274)
    panel.show_check(replace(report, arrays=tuple(arrays), count=40_000), FRAME)
    (table,) = panel.findChildren(QTableView)
    model, header = table.model(), table.horizontalHeader()
    assert model is not None
    assert header is not None
    for column in range(model.columnCount()):
        width = table.columnWidth(column)
        assert header.sectionSizeHint(column) <= width
        assert table.sizeHintForColumn(column) <= width
    foot = table.mapTo(panel, table.rect().bottomLeft())
    assert foot.y() <= panel.height()
    assert "31,924 of 39,200" in model.index(0, 3).data(Qt.ItemDataRole.ToolTipRole)


def test_what_was_found_elsewhere_is_said_to_be_so(panel: GradientPanel) -> None:
    panel.show_check(finished(), FRAME)
    panel.show_frame(FRAME)
    assert "another moment" not in texts(panel)
    panel.show_frame(replace(FRAME, moment=Moment(9)))
    assert "another moment" in texts(panel)


def test_the_same_moment_of_another_run_is_another_moment(
    panel: GradientPanel,
) -> None:
    panel.show_check(finished(), FRAME)
    settings = replace(FRAME.settings, fault=Fault.FORGOTTEN_ACTIVATION_DERIVATIVE)
    panel.show_frame(replace(FRAME, settings=settings))
    assert "another moment" in texts(panel)
    panel.show_frame(FRAME)
    assert "another moment" not in texts(panel)


def test_an_update_from_before_the_fault_is_said_to_be_so(
    panel: GradientPanel,
) -> None:
    frame = frame_of(2, 3, 1, done=UPDATED)
    faulty = replace(frame.settings, fault=Fault.SUM_FOR_MEAN)
    for now, made in ((faulty, frame.settings), (frame.settings, faulty)):
        panel.show_frame(replace(frame, settings=now, trace_settings=made))
        assert "make a step first" in texts(panel)
        panel.show_frame(replace(frame, settings=now, trace_settings=now))
        assert "make a step first" not in texts(panel)


def test_kinks_are_explained_not_flagged(panel: GradientPanel) -> None:
    report = finished()
    arrays = tuple(replace(array, kinks=2) for array in report.arrays[:1])
    panel.show_check(replace(report, arrays=arrays, errors=report.errors[:1]), FRAME)
    assert "2 of them lie at the kink of a ReLU" in texts(panel)
    assert "Backpropagation is right" in texts(panel)


def test_the_map_tells_the_entry_under_the_pointer(qtbot: QtBot) -> None:
    shown = ErrorMap()
    qtbot.addWidget(shown)
    shown.resize(300, 200)
    errors = np.array([[1e-9, 0.5], [np.nan, 1e-7], [1e-9, 1e-9]])
    shown.show_errors(errors)
    image = shown.grab().toImage()
    cell = 24
    colors = {
        (row, column): image.pixelColor(
            column * cell + cell // 2, row * cell + cell // 2
        ).name()
        for row in range(2)
        for column in range(3)
    }
    assert colors[0, 0] == colors[0, 2] == colors[1, 2]
    assert len({colors[0, 0], colors[1, 0], colors[0, 1]}) == 3
    assert shown._entry(QPointF(cell // 2, cell + cell // 2)) == (0, 1)
    assert shown._words((0, 1)) == "weight from node 1 to node 2: 0.5"
    assert shown._words((1, 0)) == "weight from node 2 to node 1: not compared"
