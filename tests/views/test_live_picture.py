"""Moments that follow each other fast are painted by another process."""

import sys
from itertools import cycle

import pytest
from PyQt6.QtCore import QPointF
from PyQt6.QtGui import QImage
from PyQt6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bpviz.look.theme import DARK
from bpviz.scene.options import EdgeQuantity, ScaleMode
from bpviz.training.frame import Frame
from bpviz.views.network_view import NetworkView
from bpviz.views.picture_messages import PictureOrder
from bpviz.views.picture_process import PictureProcess
from tests.scene.frames import frame_of

LONG = 20_000
"""Milliseconds: a process starts in 0.3 s where nothing else goes on."""


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    widget = NetworkView()
    qtbot.addWidget(widget)
    widget.resize(700, 480)
    widget.show()
    return widget


def frames() -> list[Frame]:
    return [frame_of(2, 80, 90, 1, seed=seed) for seed in range(3)]


def is_from_elsewhere(view: NetworkView) -> bool:
    return view._canvas.is_from_elsewhere


def process_of(view: NetworkView) -> PictureProcess:
    return view._exchange._live._process


def picture(view: QWidget) -> QImage:
    return view.grab().toImage()


def run_until_painted_elsewhere(qtbot: QtBot, view: NetworkView) -> Frame:
    """Show frames like a run does until one comes from the other process."""
    every = cycle(frames())

    def is_next_painted_elsewhere() -> bool:
        view.show_frame(next(every))
        return is_from_elsewhere(view)

    qtbot.waitUntil(is_next_painted_elsewhere, timeout=LONG)
    frame = view.frame
    assert frame is not None
    return frame


def test_a_live_picture_is_the_same_as_a_still_one(
    qtbot: QtBot, view: NetworkView
) -> None:
    frame = run_until_painted_elsewhere(qtbot, view)
    live = picture(view)
    still = NetworkView()
    qtbot.addWidget(still)
    still.resize(view.size())
    still.show_frame(frame)
    assert picture(still) == live
    # What changes when no moment follows is painted there as well.
    view.zoom(1.5)
    still.zoom(1.5)
    picture(view)
    with qtbot.waitSignal(view._exchange._live.painted, timeout=LONG):
        qtbot.waitUntil(lambda: not view._exchange.is_live)
    still.show_frame(view.frame or frame)
    assert is_from_elsewhere(view)
    assert picture(view) == picture(still)


def test_a_window_out_of_sight_has_no_process(qtbot: QtBot, view: NetworkView) -> None:
    run_until_painted_elsewhere(qtbot, view)
    process = process_of(view)
    assert process.is_idle or process._asked is not None
    view.hide()
    assert process._process is None
    assert not process.is_idle


def test_what_is_chosen_meanwhile_is_shown(qtbot: QtBot, view: NetworkView) -> None:
    run_until_painted_elsewhere(qtbot, view)
    view.select_node(1, 3)
    view.set_theme(DARK)
    view.resize(640, 420)
    frame = run_until_painted_elsewhere(qtbot, view)

    def is_up_to_date() -> bool:
        view.show_frame(frame)
        still = NetworkView()
        qtbot.addWidget(still)
        still.set_theme(DARK)
        still.resize(view.size())
        still.show_frame(frame)
        still.select_node(1, 3)
        return is_from_elsewhere(view) and picture(view) == picture(still)

    qtbot.waitUntil(is_up_to_date, timeout=LONG)


def test_hands_find_nodes_in_a_picture_from_elsewhere(
    qtbot: QtBot, view: NetworkView
) -> None:
    run_until_painted_elsewhere(qtbot, view)
    scene = view._scene()
    assert scene is not None
    assert is_from_elsewhere(view)  # Hands take nothing off the screen.
    layout = scene.layers[1].layout
    place = QPointF(float(layout.x[7]), float(layout.y[7]))
    assert view.choose(place) == (1, 7)
    assert view.options.selected_node == (1, 7)


def test_without_a_process_the_window_draws(
    qtbot: QtBot, view: NetworkView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/there/is/no/such/python")
    process = process_of(view)
    view.show_frame(frames()[0])
    picture(view)  # From now on it has a size.
    with qtbot.waitSignal(process.failed, timeout=LONG):
        view.show_frame(frames()[1])
    assert process.is_broken
    view.show_frame(frames()[2])
    assert not is_from_elsewhere(view)
    assert view.frame is not None
    assert picture(view) != QImage()


def test_a_process_that_is_deleted_ends(qtbot: QtBot) -> None:
    process = PictureProcess()
    with qtbot.waitSignal(process.became_ready, timeout=LONG):
        process.start()
    inner = process._process
    assert inner is not None
    ended = []
    inner.destroyed.connect(lambda: ended.append(True))
    process.deleteLater()
    qtbot.waitUntil(lambda: bool(ended))


def test_another_view_of_the_same_size_is_drawn_by_the_same_process(
    qtbot: QtBot, view: NetworkView
) -> None:
    run_until_painted_elsewhere(qtbot, view)
    process = process_of(view)
    for factor in (1.25, 1.25, 0.5):
        view.zoom(factor)
        run_until_painted_elsewhere(qtbot, view)
        assert not process.is_broken
        assert process._process is not None


def test_what_does_not_come_in_time_the_window_paints(
    qtbot: QtBot, view: NetworkView
) -> None:
    run_until_painted_elsewhere(qtbot, view)
    process = process_of(view)
    with qtbot.waitSignal(process.painted, timeout=LONG):
        view.show_frame(frames()[0])
    process.blockSignals(True)  # From here on no picture comes.
    last = frames()[1]
    view.show_frame(last)
    assert view.frame is not last
    qtbot.waitUntil(lambda: view.frame is last)
    assert not is_from_elsewhere(view)
    process.blockSignals(False)


def still_picture(qtbot: QtBot, view: NetworkView) -> QImage:
    """Return what a view that paints by itself shows in the same place."""
    still = NetworkView()
    qtbot.addWidget(still)
    still.resize(view.size())
    if still.theme != view.theme:
        still.set_theme(view.theme)
    still.set_edge_limit(view.options.edge_limit)
    frame = view.frame
    assert frame is not None
    still.show_frame(frame)
    if view.options.selected_node is not None:
        still.select_node(*view.options.selected_node)
    return picture(still)


def wait_until_calm(qtbot: QtBot, view: NetworkView) -> None:
    """Wait until nothing follows and nothing is being painted."""
    qtbot.waitUntil(
        lambda: not (view._exchange.is_live or view._exchange.is_waiting), timeout=LONG
    )


def test_a_change_is_seen_even_if_its_picture_comes_too_late(
    qtbot: QtBot, view: NetworkView
) -> None:
    run_until_painted_elsewhere(qtbot, view)
    wait_until_calm(qtbot, view)
    view.set_theme(DARK)
    view.repaint()
    assert view._exchange.is_waiting
    view._exchange._on_calm()
    wait_until_calm(qtbot, view)
    assert picture(view) == still_picture(qtbot, view)


def test_a_change_is_seen_even_if_the_process_dies(
    qtbot: QtBot, view: NetworkView
) -> None:
    run_until_painted_elsewhere(qtbot, view)
    wait_until_calm(qtbot, view)
    process = process_of(view)
    view.select_node(1, 3)
    view.repaint()
    assert view._exchange.is_waiting
    assert process._process is not None
    with qtbot.waitSignal(process.failed, timeout=LONG):
        process._process.kill()
    assert picture(view) == still_picture(qtbot, view)


def test_a_change_is_seen_after_the_view_was_hidden(
    qtbot: QtBot, view: NetworkView
) -> None:
    run_until_painted_elsewhere(qtbot, view)
    wait_until_calm(qtbot, view)
    view.select_node(1, 3)
    view.repaint()
    assert view._exchange.is_waiting
    view.hide()
    view.show()
    assert picture(view) == still_picture(qtbot, view)


def test_all_edges_come_back_after_what_was_pointed_at(
    qtbot: QtBot, view: NetworkView
) -> None:
    view.set_edge_limit(None)
    run_until_painted_elsewhere(qtbot, view)
    wait_until_calm(qtbot, view)
    picture(view)
    for place in (QPointF(view.width() / 2, view.height() / 2), None):
        view._on_hovered(place)
        view.repaint()
        wait_until_calm(qtbot, view)
    wait_until_calm(qtbot, view)
    assert picture(view) == still_picture(qtbot, view)


def test_hands_find_nodes_where_a_zoom_has_brought_them(
    qtbot: QtBot, view: NetworkView
) -> None:
    run_until_painted_elsewhere(qtbot, view)
    before = view._scene()
    assert before is not None
    view.zoom(3.0)
    after = view._scene()
    assert after is not None
    assert after.layers[1].layout.y[0] != before.layers[1].layout.y[0]


def test_without_room_for_pictures_the_window_paints(
    qtbot: QtBot, view: NetworkView, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise OSError("No space left on device")

    name = "bpviz.views.shared_pictures.os.posix_fallocate"
    monkeypatch.setattr(name, no_room, raising=False)
    process = process_of(view)
    view.show_frame(frames()[0])
    picture(view)
    with qtbot.waitSignal(process.became_ready, timeout=LONG):
        view.show_frame(frames()[1])
    with qtbot.waitSignal(process.failed, timeout=LONG):
        view.show_frame(frames()[0])
        view.show_frame(frames()[2])
    assert process.is_broken
    assert picture(view) == still_picture(qtbot, view)


def test_what_stays_ready_paints_the_first_moment_of_a_run(
    qtbot: QtBot, view: NetworkView
) -> None:
    first, second, third = frames()
    view.show_frame(first)
    view.stay_ready()
    live = view._exchange._live
    qtbot.waitUntil(lambda: live.is_ready, timeout=LONG)
    qtbot.waitUntil(lambda: not view._exchange.is_live, timeout=LONG)
    # A step is painted here, as ever, and is there at once.
    view.show_frame(second)
    assert view.frame is second
    qtbot.waitUntil(lambda: not view._exchange.is_live, timeout=LONG)
    view.expect_many()
    view.show_frame(third)
    qtbot.waitUntil(lambda: is_from_elsewhere(view), timeout=LONG)
    assert view.frame is third


def test_what_stays_ready_is_ready_again_when_it_comes_back(
    qtbot: QtBot, view: NetworkView
) -> None:
    view.show_frame(frames()[0])
    view.stay_ready()
    view.hide()
    assert process_of(view)._process is None
    view.show()
    qtbot.waitUntil(lambda: view._exchange._live.is_ready, timeout=LONG)


def test_a_change_in_a_pause_is_seen_though_the_process_hangs(
    qtbot: QtBot, view: NetworkView, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = run_until_painted_elsewhere(qtbot, view)
    qtbot.waitUntil(
        lambda: not (view._exchange.is_live or view._exchange.is_waiting), timeout=LONG
    )
    monkeypatch.setattr(process_of(view), "paint", lambda order, patience_ms: None)
    view.zoom(1.5)
    picture(view)
    assert view._exchange.is_waiting
    qtbot.waitUntil(lambda: not view._exchange.is_waiting, timeout=LONG)
    still = NetworkView()
    qtbot.addWidget(still)
    still.resize(view.size())
    still.show_frame(view.frame or frame)
    still.zoom(1.5)
    assert picture(view) == picture(still)


def test_scales_locked_elsewhere_are_not_those_of_another_quantity(
    qtbot: QtBot, view: NetworkView, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_until_painted_elsewhere(qtbot, view)
    view.set_scale_mode(ScaleMode.LOCKED)
    of_weights: list[object] = []
    process = process_of(view)
    paint = process.paint

    def painted(order: PictureOrder, patience_ms: int) -> None:
        paint(order, patience_ms)
        if order.is_in_full and not of_weights:  # It is under way now.
            of_weights.append(view.options.locked_scales)
            view.set_quantity(EdgeQuantity.CONTRIBUTION)

    monkeypatch.setattr(process, "paint", painted)
    view.set_edge_limit(None)
    qtbot.waitUntil(
        lambda: (
            bool(of_weights)
            and not (view._exchange.is_live or view._exchange.is_waiting)
        ),
        timeout=LONG,
    )
    picture(view)
    assert view.options.locked_scales != of_weights[0]
