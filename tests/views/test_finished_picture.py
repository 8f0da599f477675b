"""A picture painted elsewhere covers the view, which then need not paint itself."""

import gc
import weakref
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PyQt6.QtCore import QEvent, QPoint, Qt
from PyQt6.QtGui import QColor, QImage, QPaintEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QLineEdit, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from bpviz.look.theme import DARK
from bpviz.scene.options import EdgeQuantity, ScaleMode
from bpviz.views.finished_picture import FinishedPicture
from bpviz.views.network_picture import as_image
from bpviz.views.network_view import NetworkView
from tests.painting_counter import PaintingCounter
from tests.scene.frames import frame_of
from tests.views.test_live_picture import (
    LONG,
    frames,
    is_from_elsewhere,
    picture,
    run_until_painted_elsewhere,
    still_picture,
)

# PyQt's stubs take its functions for methods (6.11).
hands: Any = QTest

MOVING = frame_of(2, 80, 90, 1, seed=5)
RED, BLUE = 0xFFFF0000, 0xFF0000FF

Change = Callable[[NetworkView], object]


class CountingView(NetworkView):
    """Counts how often it paints itself."""

    def __init__(self) -> None:
        super().__init__()
        self.paints = 0

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        self.paints += 1
        super().paintEvent(a0)


@pytest.fixture
def view(qtbot: QtBot) -> CountingView:
    """A view to which a run never seems to end, however slow the machine is."""
    widget = CountingView()
    widget._exchange._calm.setInterval(LONG)
    qtbot.addWidget(widget)
    widget.resize(700, 480)
    widget.show()
    return widget


def cover_of(view: NetworkView) -> FinishedPicture:
    (cover,) = view.findChildren(FinishedPicture)
    return cover


def is_covered(view: NetworkView) -> bool:
    return not cover_of(view).isHidden()


def run_until_covered(qtbot: QtBot, view: NetworkView) -> None:
    run_until_painted_elsewhere(qtbot, view)
    qtbot.waitUntil(lambda: not view._exchange.is_waiting, timeout=LONG)
    assert is_from_elsewhere(view)
    assert is_covered(view)


def node_of(view: NetworkView) -> QPoint:
    """Return where the eighth node of layer 1 is."""
    scene = view._scene()
    assert scene is not None
    layout = scene.layers[1].layout
    return QPoint(round(layout.x[7]), round(layout.y[7]))


def test_the_view_does_not_paint_while_moments_follow_fast(
    qtbot: QtBot, view: CountingView
) -> None:
    cover = PaintingCounter(cover_of(view))
    run_until_covered(qtbot, view)
    qtbot.waitUntil(lambda: cover.count > 0)
    by_itself, shown = view.paints, cover.count
    every = frames()

    def are_five_more_shown() -> bool:
        view.show_frame(every[cover.count % 3])
        return cover.count >= shown + 5

    qtbot.waitUntil(are_five_more_shown, timeout=LONG)
    assert view.paints == by_itself


def test_what_covers_the_view_looks_as_the_view_would(
    qtbot: QtBot, view: CountingView
) -> None:
    run_until_covered(qtbot, view)
    still = still_picture(qtbot, view)
    assert picture(cover_of(view)) == still
    assert picture(view) == still
    assert cover_of(view).geometry() == view.rect()


def test_of_two_sizes_the_cover_has_the_later(qtbot: QtBot, view: CountingView) -> None:
    run_until_covered(qtbot, view)
    view.resize(640, 420)
    run_until_covered(qtbot, view)
    assert cover_of(view).geometry() == view.rect()
    assert picture(cover_of(view)) == still_picture(qtbot, view)


def point_at_a_node(view: NetworkView) -> None:
    view._on_hovered(node_of(view).toPointF())


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda view: view.resize(640, 420), id="size"),
        pytest.param(lambda view: view.zoom(1.5), id="zoom"),
        pytest.param(point_at_a_node, id="hover"),
        pytest.param(lambda view: view.select_node(1, 3), id="node"),
        pytest.param(lambda view: view.select_edge(1, 0, 3), id="edge"),
        pytest.param(lambda view: view.set_theme(DARK), id="theme"),
        pytest.param(
            lambda view: view.set_quantity(EdgeQuantity.GRADIENT), id="quantity"
        ),
        pytest.param(lambda view: view.set_scale_mode(ScaleMode.BY_LAYER), id="scale"),
        pytest.param(lambda view: view.set_scale_mode(ScaleMode.LOCKED), id="locked"),
        pytest.param(lambda view: view.set_names(("a", "b"), ("c",)), id="names"),
        pytest.param(lambda view: view.set_precision(6), id="digits"),
    ],
)
def test_a_change_puts_the_picture_away_at_once_and_is_seen(
    qtbot: QtBot, view: CountingView, change: Change
) -> None:
    run_until_covered(qtbot, view)
    change(view)
    assert not is_covered(view)
    frame = view.frame
    assert frame is not None
    still = NetworkView()
    qtbot.addWidget(still)
    still.resize(700, 480)
    still.show_frame(frame)
    picture(still)
    change(still)
    # What is painted elsewhere covers the view again, in the way that is wanted now.
    qtbot.waitUntil(lambda: is_covered(view), timeout=LONG)
    assert picture(view) == picture(still)
    assert picture(cover_of(view)) == picture(still)


def test_what_changes_nothing_leaves_the_picture_where_it_is(
    qtbot: QtBot, view: CountingView
) -> None:
    run_until_covered(qtbot, view)
    view.set_quantity(view.options.quantity)
    view.set_precision(view.options.precision)
    view.stop_animation()
    assert is_covered(view)


def test_a_step_with_motion_puts_the_picture_away_at_once(
    qtbot: QtBot, view: CountingView
) -> None:
    run_until_covered(qtbot, view)
    by_itself = view.paints
    view.show_frame(MOVING, animate_ms=LONG)
    assert not is_covered(view)
    qtbot.waitUntil(lambda: view.paints > by_itself)
    assert not is_covered(view)
    view.stop_animation()
    assert view.frame is MOVING
    assert picture(view) == still_picture(qtbot, view)


def test_hiding_puts_away_what_is_not_the_latest(
    qtbot: QtBot, view: CountingView
) -> None:
    run_until_covered(qtbot, view)
    view.show_frame(MOVING)
    assert view.frame is not MOVING  # It is being painted.
    view.hide()
    assert not is_covered(view)
    view.show()
    assert view.frame is MOVING
    assert picture(view) == still_picture(qtbot, view)


def test_what_was_hidden_shows_the_same_when_it_comes_back(
    qtbot: QtBot, view: CountingView
) -> None:
    run_until_covered(qtbot, view)
    before = picture(view)
    view.hide()
    gc.collect()
    view.show()
    assert picture(view) == before == still_picture(qtbot, view)


def test_another_size_while_hidden_is_seen_when_it_comes_back(
    qtbot: QtBot, view: CountingView
) -> None:
    run_until_covered(qtbot, view)
    view.hide()
    view.resize(640, 420)
    view.show()
    assert picture(view) == still_picture(qtbot, view)


def test_the_ring_of_the_focus_is_seen_while_moments_follow_fast(
    qtbot: QtBot,
) -> None:
    window, view = QWidget(), NetworkView()
    view._exchange._calm.setInterval(LONG)
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(QLineEdit())  # has the focus first
    layout.addWidget(view)
    window.resize(700, 520)
    with qtbot.waitActive(window):
        window.show()
    run_until_covered(qtbot, view)
    without = picture(view)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.hasFocus()
    assert not is_covered(view)
    assert picture(view).pixelColor(1, 240) == QColor(view.theme.accent)
    # Nor does the next moment cover it.
    run_until_painted_elsewhere(qtbot, view)
    assert not is_covered(view)
    assert picture(view).pixelColor(1, 240) == QColor(view.theme.accent)
    view.clearFocus()
    assert is_covered(view)
    assert picture(view).pixelColor(1, 240) == without.pixelColor(1, 240)
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert is_covered(view)


def test_hands_reach_the_view_through_the_picture(
    qtbot: QtBot, view: CountingView
) -> None:
    qtbot.waitExposed(view)
    run_until_covered(qtbot, view)
    place = node_of(view)
    assert is_covered(view)
    # As what the person points at is found by Qt.
    assert QApplication.widgetAt(view.mapToGlobal(place)) is view
    window = view.windowHandle()
    hands.mouseMove(window, QPoint(10, 470))
    with qtbot.waitSignal(view.node_hovered) as hovered:
        hands.mouseMove(window, place)
    assert hovered.args == [1, 7]
    run_until_covered(qtbot, view)
    with qtbot.waitSignal(view.node_selected) as selected:
        hands.mouseClick(window, Qt.MouseButton.LeftButton, pos=place)
    assert selected.args == [1, 7]
    run_until_covered(qtbot, view)
    with qtbot.waitSignal(view.node_hovered) as hovered:
        hands.mouseMove(window, QPoint(10, 470))
    assert hovered.args == [-1, -1]


def test_pixels_live_as_long_as_they_are_shown(
    qtbot: QtBot, view: CountingView
) -> None:
    run_until_covered(qtbot, view)
    before = picture(cover_of(view))
    assert view._canvas._picture is not None
    pixels = weakref.ref(view._canvas._picture)
    # All that else knows of them lets go.
    view._exchange._live.stop()
    view._canvas._picture = None
    view._canvas._images = []
    gc.collect()
    assert pixels() is not None
    assert picture(cover_of(view)) == before
    cover_of(view).put_away()
    gc.collect()
    assert pixels() is None


@pytest.fixture
def covered(qtbot: QtBot) -> QWidget:
    """A widget, with a field on it, that is to be covered."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(40, 30)
    QSpinBox(widget).resize(20, 30)
    return widget


def image_of(color: int) -> tuple[np.ndarray[Any, np.dtype[np.uint32]], QImage]:
    pixels = np.full((30, 40), color, np.uint32)
    return pixels, as_image(pixels)


def test_what_lies_on_the_widget_stays_on_the_picture(
    qtbot: QtBot, covered: QWidget
) -> None:
    (field,) = covered.findChildren(QSpinBox)
    field.setAutoFillBackground(True)
    cover = FinishedPicture(covered)
    covered.show()
    alone = picture(covered).copy(field.geometry())
    cover.show_image(*image_of(RED))
    seen = picture(covered)
    assert seen.copy(field.geometry()) == alone
    assert seen.pixelColor(30, 15) == QColor("red")
    cover.show_image(*image_of(BLUE))
    assert picture(covered).pixelColor(30, 15) == QColor("blue")


def test_what_has_been_put_away_is_not_seen(qtbot: QtBot, covered: QWidget) -> None:
    cover = FinishedPicture(covered)
    covered.show()
    alone = picture(covered)
    cover.put_away()  # There is nothing yet.
    for color in (RED, BLUE):
        cover.show_image(*image_of(color))
        assert picture(covered) != alone
        cover.put_away()
        assert picture(covered) == alone
        assert cover.pixmap().isNull()


def test_another_ratio_of_pixels_takes_the_cover_away(
    qtbot: QtBot, view: CountingView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the window is moved to another screen while nothing goes on."""
    run_until_covered(qtbot, view)
    before = view.paints
    monkeypatch.setattr(view, "devicePixelRatioF", lambda: 1.25)
    QApplication.sendEvent(view, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert not is_covered(view)
    qtbot.waitUntil(lambda: view.paints > before)
    assert view.options.pixel_ratio == 1.25
    # A label would keep copies of such pictures, and show old ones.
    qtbot.waitUntil(lambda: not view._exchange.is_waiting, timeout=LONG)
    view.show_frame(frames()[0])
    qtbot.waitUntil(lambda: not view._exchange.is_waiting, timeout=LONG)
    assert not is_covered(view)


def test_a_pause_has_no_patience(qtbot: QtBot, view: CountingView) -> None:
    run_until_covered(qtbot, view)
    process = view._exchange._live._process
    view.show_frame(frames()[1])
    assert process._reading.interval() > 0
    view.stop_animation()
    assert process._reading.interval() == 0
