"""Earlier runs stand behind the curves, say what differed, and can be returned to."""

import numpy as np
import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QAction, QGuiApplication
from PyQt6.QtWidgets import QLabel, QToolTip
from pytestqt.qtbot import QtBot

from bpviz.look.theme import DARK, LIGHT
from bpviz.nn.arrays import Array
from bpviz.nn.faults import Fault
from bpviz.training.changes import FaultSwitch, LoggedChange
from bpviz.training.curve_points import Curves
from bpviz.training.runs import Runs, RunSummary
from bpviz.views.curve_plot import CurvePlot
from bpviz.views.curve_runs import run_mark
from bpviz.views.curves_panel import CurvesPanel
from bpviz.views.plot_area import PlotArea
from bpviz.views.plot_items import Line
from bpviz.views.run_lines import MOST_RUNS, RunCurves
from bpviz.views.run_menu import RunMenu
from bpviz.views.time_strip import TimeStrip
from tests.views.made_curves import (
    at_update,
    change_of_rate,
    class_evaluation,
    made_curves,
    made_run,
)
from tests.views.report_work import Work, usual_work
from tests.views.runs import RealRun
from tests.views.seen import click, curves, items, point, points

FAULT = LoggedChange(20, FaultSwitch(Fault.SUM_FOR_MEAN))
FIRST = made_run(0)
FASTER = made_run(1, parent=0, log=(change_of_rate(40, 0.5),))


def runs(*others: RunSummary, current: RunSummary = FASTER) -> Runs:
    return Runs(current, others)


@pytest.fixture(scope="module")
def real() -> RealRun:
    return RealRun("xor")


@pytest.fixture
def panel(qtbot: QtBot, real: RealRun) -> CurvesPanel:
    panel = CurvesPanel()
    qtbot.addWidget(panel)
    panel.resize(1000, 260)
    panel.show()
    qtbot.waitExposed(panel)
    panel.show_session(real.opened)
    panel.show_curves(FASTER.curves)
    panel.show_frame(at_update(real.frame, 100))
    return panel


def loss_area(panel: CurvesPanel) -> PlotArea:
    return panel.findChildren(CurvePlot)[0].area


def test_a_line_begins_where_the_runs_parted() -> None:
    line = RunCurves(FIRST).loss_line(FASTER)
    assert (line.series.updates[0], line.series.updates[-1]) == (40.0, 99.0)
    assert line.faults == ()


def test_evaluations_are_drawn_where_there_are_enough() -> None:
    evaluations = tuple(class_evaluation(25 * k, k, k / 10) for k in range(5))
    run = made_run(0, curves=made_curves(np.ones(100), evaluations=evaluations))
    early = made_run(1, log=(change_of_rate(25, 1.0),))
    late = made_run(1, log=(change_of_rate(80, 1.0),))
    of_run = RunCurves(run)
    assert of_run.loss_line(early).series.values[0] == pytest.approx(0.9)
    assert set(of_run.loss_line(late).series.values) == {1.0}
    (accuracy,) = of_run.accuracy_lines(FASTER)
    assert accuracy.series.values[-1] == pytest.approx(35.0)  # of the test data
    assert RunCurves(FIRST).accuracy_lines(FASTER) == ()


def test_earlier_runs_are_drawn_behind_and_stay_in_view(panel: CurvesPanel) -> None:
    longer = made_run(2, parent=0, log=(change_of_rate(10, 0.2),), updates=300)
    panel.show_runs(runs(FIRST, longer))
    area = loss_area(panel)
    assert any(2.0 not in y and 1.0 in y and 3.0 in y for _, y in curves(area))
    assert area.view.right >= 300
    assert panel.findChildren(TimeStrip)[0].farthest == 100


def test_the_values_of_a_run_that_explodes_do_not_flatten_the_present_one(
    panel: CurvesPanel,
) -> None:
    wild = made_run(0, curves=made_curves(np.geomspace(1, 1e30, 100)))
    panel.show_runs(runs(wild))
    assert loss_area(panel).view.top < 10


def test_a_click_on_a_line_returns_to_its_run(qtbot: QtBot, panel: CurvesPanel) -> None:
    panel.show_runs(runs(FIRST))
    area = loss_area(panel)
    pixel = area.pixel_at(70.0, 1.0).toPoint()
    with (
        qtbot.waitSignal(panel.run_selected) as selected,
        qtbot.assertNotEmitted(panel.update_selected),
    ):
        click(area, pixel)
    assert selected.args == [0]
    # Before the runs parted, and on the present one's curve, it is a moment.
    for update, loss in ((20.0, 1.0), (70.0, 2.0)):
        with (
            qtbot.assertNotEmitted(panel.run_selected),
            qtbot.waitSignal(panel.update_selected),
        ):
            click(area, area.pixel_at(update, loss).toPoint())


def test_hovering_says_what_differed(panel: CurvesPanel) -> None:
    panel.show_runs(Runs(FIRST, (FASTER,)))
    panel.show_curves(FIRST.curves)
    area = loss_area(panel)
    point(area, area.pixel_at(70.0, 2.0).toPoint())
    texts = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert any(
        "run 2 · learning rate 0.5 instead of 0.03 after update 40" in text
        for text in texts
    )
    point(area, area.pixel_at(70.0, 1.5).toPoint() - QPoint(0, 20))
    texts = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert not any("run 2" in text for text in texts)


def test_the_list_returns_to_a_run(qtbot: QtBot, panel: CurvesPanel) -> None:
    panel.show_runs(runs(FIRST))
    (menu,) = panel.findChildren(RunMenu)
    menu.aboutToShow.emit()
    first, second = menu.actions()
    assert first.text() == "run 1 · as it began"
    assert second.isChecked()
    with qtbot.waitSignal(panel.run_selected) as selected:
        first.trigger()
    assert selected.args == [0]
    with qtbot.assertNotEmitted(panel.run_selected):
        second.trigger()


def test_a_single_run_needs_no_list(panel: CurvesPanel) -> None:
    def buttons() -> list[str]:
        actions = (a for a in panel.findChildren(QAction) if a.isVisible())
        return [a.text() for a in actions if a.text().startswith("Runs")]

    panel.show_runs(Runs(FIRST))
    assert buttons() == []
    panel.show_runs(runs(FIRST))
    assert buttons() == ["Runs (2)"]


def test_changes_are_marked_on_the_axis(panel: CurvesPanel) -> None:
    faulty = made_run(2, parent=0, log=(FAULT, change_of_rate(60, 1.0)))
    panel.show_runs(runs(FIRST, current=faulty))
    strip = panel.findChildren(TimeStrip)[0]
    assert [(f.update, f.is_warning) for f in strip.flags] == [(20, True), (60, False)]
    assert strip.flags[1].text == "update 60: learning rate 1 instead of 0.03"
    area = loss_area(panel)
    at = area.pixel_at(60.0, area.view.bottom).toPoint() + QPoint(0, 2)
    point(area, at)
    assert QToolTip.text() == strip.flags[1].text
    QToolTip.hideText()


def test_a_fault_cannot_be_forgotten(panel: CurvesPanel, real: RealRun) -> None:
    for theme in (LIGHT, DARK):
        mark = run_mark(theme, is_faulty=True)
        assert (mark.color, bool(mark.dashes)) == (theme.warning, True)
    panel.set_theme(LIGHT)
    panel.show_frame(at_update(real.frame, 100, Fault.SUM_FOR_MEAN))
    assert any("Sum instead of mean" in text for text in visible_texts(panel))
    panel.show_frame(at_update(real.frame, 100))
    assert not any("Sum instead of mean" in text for text in visible_texts(panel))


def visible_texts(panel: CurvesPanel) -> list[str]:
    return [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]


def lines_in(panel: CurvesPanel, color: str, *, dashed: bool) -> list[set[float]]:
    """The updates of every line of a colour in the plot of the loss."""
    found = []
    for item in items(loss_area(panel), Line):
        pen, (x, y) = item.pen, item.points
        is_dashed = pen.style() == Qt.PenStyle.CustomDashLine
        if pen.color().name() == color and is_dashed is dashed and x is not None:
            found.append(set(x[np.isfinite(y)]))
    return [line for line in found if line]


def test_only_what_the_fault_had_a_part_in_wears_its_colour(
    panel: CurvesPanel,
) -> None:
    panel.set_theme(LIGHT)
    evaluations = tuple(class_evaluation(10 * k, k, k / 10) for k in range(11))
    made = made_curves(np.full(100, 2.0), evaluations=evaluations)
    off = LoggedChange(60, FaultSwitch(None))
    current = made_run(1, parent=0, log=(FAULT, off), curves=made)
    panel.show_curves(made)
    panel.show_runs(runs(FIRST, current=current))
    (sound,) = lines_in(panel, LIGHT.series[0], dashed=False)
    faulty, *_ = lines_in(panel, LIGHT.warning, dashed=True)
    assert sound == {0, 10, 20, 70, 80, 90, 100}
    assert faulty == {20, 30, 40, 50, 60}
    marks = points(loss_area(panel))
    assert any(set(x) == {30, 40, 50, 60} for x, _ in marks)
    assert any(set(x) == sound for x, _ in marks)
    panel.show_runs(runs(current))
    assert lines_in(panel, LIGHT.warning, dashed=True)


def test_an_earlier_run_is_faulty_from_the_switch_on(panel: CurvesPanel) -> None:
    panel.set_theme(LIGHT)
    earlier = made_run(1, parent=0, log=(LoggedChange(60, FAULT.change),))
    current = made_run(2, parent=0, log=(change_of_rate(30, 0.5),))
    panel.show_runs(runs(earlier, current=current))
    (sound,) = lines_in(panel, LIGHT.earlier_run, dashed=False)
    (faulty,) = lines_in(panel, LIGHT.warning, dashed=True)
    assert (min(sound), max(sound)) == (30, 60)
    assert (min(faulty), max(faulty)) == (60, 99)


def test_nothing_grows_with_the_number_of_runs(
    qtbot: QtBot, panel: CurvesPanel
) -> None:
    many = tuple(
        made_run(k, parent=0, log=(change_of_rate(k + 1, 0.1 * k),))
        for k in range(2, 60)
    )
    panel.show_runs(runs(*many))
    # They come some at a time, so that the window never stands still.
    assert 0 < lines_behind(panel) < MOST_RUNS
    qtbot.waitUntil(lambda: lines_behind(panel) == MOST_RUNS)
    QGuiApplication.processEvents()
    assert lines_behind(panel) == MOST_RUNS


def lines_behind(panel: CurvesPanel) -> int:
    """How many earlier runs have a line in the plot of the loss."""
    # There is a gap after each.
    return max(int(np.isnan(y).sum()) for _, y in curves(loss_area(panel)))


EVALUATIONS = tuple(class_evaluation(2560 * k, k, k / 4096) for k in range(4096))


def long_curves(means: Array) -> Curves:
    return made_curves(means, stride=2560, evaluations=EVALUATIONS)


def work(qtbot: QtBot, panel: CurvesPanel, others: tuple[RunSummary, ...]) -> Work:
    """What a report takes once the lines of the other runs are there."""
    means = np.random.default_rng(0).random(4096)

    def show(now: Curves) -> None:
        rate = change_of_rate(40, 0.5)
        current = made_run(99, log=(rate,), updates=10**7, curves=now)
        panel.show_curves(now)
        panel.show_runs(Runs(current, others))

    show(long_curves(means))
    qtbot.waitUntil(lambda: lines_behind(panel) == len(others))
    QGuiApplication.processEvents()
    return usual_work(
        show, (long_curves(np.append(means[k:], [0.5] * k)) for k in range(1, 6))
    )


def test_many_long_runs_are_little_more_work_than_none(
    qtbot: QtBot, panel: CurvesPanel
) -> None:
    made = long_curves(np.random.default_rng(1).random(4096))
    others = tuple(
        made_run(k, log=(change_of_rate(k, 0.1),), updates=10**7, curves=made)
        for k in range(MOST_RUNS)
    )
    alone, among_many = work(qtbot, panel, ()), work(qtbot, panel, others)
    # Each is drawn, with a tenth of the present run's points at most.
    assert 0 < among_many.points - alone.points < 0.1 * MOST_RUNS * alone.points
    assert among_many.calls - alone.calls < 0.05 * MOST_RUNS * alone.calls
