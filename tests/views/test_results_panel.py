"""The results are drawn in the way that suits the data, and tables tell the numbers."""

import numpy as np
import pytest
from PyQt6.QtCore import QEvent
from PyQt6.QtWidgets import QApplication, QLabel, QTableView
from pytestqt.qtbot import QtBot

from bpviz.look.theme import DARK, LIGHT
from bpviz.views.batch_table import BatchTable
from bpviz.views.number_columns import aligned_number
from bpviz.views.results_panel import ResultsPanel
from tests.views.runs import RealRun


@pytest.fixture
def panel(qtbot: QtBot) -> ResultsPanel:
    panel = ResultsPanel()
    qtbot.addWidget(panel)
    panel.resize(420, 220)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def words(panel: ResultsPanel) -> str:
    return " ".join(w.text() for w in panel.findChildren(QLabel) if w.isVisible())


def cells(panel: ResultsPanel) -> list[list[str]]:
    (table,) = panel.findChildren(QTableView)
    model = table.model()
    assert model is not None
    return [
        [
            model.index(row, column).data()
            for column in range(model.columnCount())
            if not table.isColumnHidden(column)
        ]
        for row in range(model.rowCount())
    ]


def test_before_anything_is_open_it_says_what_to_do(panel: ResultsPanel) -> None:
    assert words(panel) == "Open an experiment to see its results"


@pytest.mark.parametrize(
    ("preset", "page"),
    [("quadratic", "regression"), ("circles", "plane"), ("mazur", "table")],
)
def test_data_choose_their_picture(panel: ResultsPanel, preset: str, page: str) -> None:
    run = RealRun(preset)
    panel.show_session(run.opened)
    panel.show_frame(run.step(1))
    assert panel.page is getattr(panel, page)


def test_switching_from_data_to_data_works(panel: ResultsPanel) -> None:
    for preset in ("quadratic", "circles", "mazur", "xor", "chain"):
        run = RealRun(preset)
        panel.show_session(run.opened)
        panel.show_frame(run.frame)
        panel.show_frame(run.train(3))
        panel.grab()


def test_a_table_has_every_answer_target_and_difference(panel: ResultsPanel) -> None:
    run = RealRun("mazur")
    panel.show_session(run.opened)
    frame = run.train(1)
    panel.show_frame(frame)
    # The published numbers of the first forward pass.
    assert cells(panel) == [
        ["o1", "0.7514", "0.0100", "0.7414"],
        ["o2", "0.7729", "0.9900", "−0.2171"],
    ]


def test_a_table_before_the_answer_says_so(panel: ResultsPanel) -> None:
    run = RealRun("mazur")
    panel.show_session(run.opened)
    panel.show_frame(run.frame)
    assert "Press Down" in words(panel)
    panel.show_frame(run.step(2))
    assert "No answer yet" in words(panel)
    assert cells(panel)[0] == ["o1", "", "0.0100", ""]


def test_a_theme_and_a_language_reach_every_page(panel: ResultsPanel) -> None:
    for preset in ("quadratic", "circles", "mazur"):
        run = RealRun(preset)
        panel.show_session(run.opened)
        panel.show_frame(run.step(2))
        for theme in (DARK, LIGHT):
            panel.set_theme(theme)
            panel.grab()
        before = words(panel)
        QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
        assert words(panel) == before


def test_a_large_batch_makes_no_endless_table(qtbot: QtBot) -> None:
    table = BatchTable()
    qtbot.addWidget(table)
    run = RealRun("circles", batch_size=200)
    table.show_frame(run.train(1), run.opened.dataset)
    (view,) = table.findChildren(QTableView)
    model = view.model()
    assert model is not None
    assert model.rowCount() == 200
    assert view.isColumnHidden(1)  # one output needs no name


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.75136507, "0.7514"),
        (-0.21707, "−0.2171"),
        (-0.0, "0.0000"),
        (1e-7, "1e−7"),
        (123456.0, "123456"),
        (np.nan, "NaN"),
        (-np.inf, "−∞"),
    ],
)
def test_aligned_numbers(value: float, text: str) -> None:
    assert aligned_number(value, 4) == text
