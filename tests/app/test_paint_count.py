"""What gets to the screen is counted, whoever has painted it."""

from itertools import cycle

import pytest
from pytestqt.qtbot import QtBot

from bpviz.app.bench.paint_count import PaintCount
from bpviz.views.finished_picture import FinishedPicture
from bpviz.views.network_view import NetworkView
from tests.views.test_live_picture import LONG, frames, run_until_painted_elsewhere


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    view = NetworkView()
    view._exchange._calm.setInterval(LONG)
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show_frame(frames()[0])
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_what_the_view_paints_is_counted(qtbot: QtBot, view: NetworkView) -> None:
    view.repaint()
    paints = PaintCount(view)
    assert paints.parent() is view
    told: list[int] = []
    paints.painted.connect(lambda: told.append(paints.count))
    for _ in range(3):
        view.repaint()
    assert told == [1, 2, 3]
    paints.count = 0
    view.repaint()
    assert paints.count == 1
    # Nothing else is a picture.
    view.resize(450, 380)
    view.setToolTip("other")
    assert paints.count == 1


def test_a_finished_picture_is_counted_too(qtbot: QtBot, view: NetworkView) -> None:
    run_until_painted_elsewhere(qtbot, view)
    (cover,) = view.findChildren(FinishedPicture)
    qtbot.waitUntil(cover.isVisible, timeout=LONG)
    cover.repaint()
    paints = PaintCount(view)
    for count in range(1, 4):
        with qtbot.waitSignal(paints.painted, timeout=0):
            cover.repaint()
        assert paints.count == count
    every = cycle(frames())

    def are_three_more_shown() -> bool:
        view.show_frame(next(every))
        return paints.count >= 6

    qtbot.waitUntil(are_three_more_shown, timeout=LONG)
    assert cover.isVisible()
