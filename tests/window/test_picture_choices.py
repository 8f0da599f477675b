"""The button on the picture opens its options, which act on it and are remembered."""

from typing import Any

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QImage
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bpviz.look.palette import apply_theme
from bpviz.look.theme import DARK, LIGHT, Theme
from bpviz.scene.options import EdgeQuantity, ScaleMode
from bpviz.views.finished_picture import FinishedPicture
from bpviz.views.network_view import NetworkView
from bpviz.window.picture_choices import PictureChoices
from bpviz.window.settings import Settings
from tests.painting_counter import PaintingCounter
from tests.scene.frames import UPDATED, frame_of
from tests.views.test_live_picture import (
    LONG,
    frames,
    run_until_painted_elsewhere,
    still_picture,
)

# PyQt's stubs take its functions for methods (6.11).
hands: Any = QTest


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(900, 480)
    view.show_frame(frame_of(2, 3, 1, done=UPDATED, rows=4))
    return view


@pytest.fixture
def choices(view: NetworkView) -> PictureChoices:
    return PictureChoices(view, Settings())


def test_choices_change_the_picture(view: NetworkView, choices: PictureChoices) -> None:
    before = view.grab().toImage()
    choices.options.quantity_chosen.emit(EdgeQuantity.GRADIENT)
    choices.options.scale_chosen.emit(ScaleMode.BY_LAYER)
    choices.options.limit_chosen.emit(None)
    choices.options.row_chosen.emit(2)
    choices.options.digits_chosen.emit(6)
    options = view.options
    assert options.quantity is EdgeQuantity.GRADIENT
    assert options.scale_mode is ScaleMode.BY_LAYER
    assert options.edge_limit is None
    assert (options.row, options.precision) == (2, 6)
    assert view.grab().toImage() != before


def test_locking_holds_the_scales_on_the_screen(
    view: NetworkView, choices: PictureChoices
) -> None:
    view.grab()
    choices.options.scale_chosen.emit(ScaleMode.LOCKED)
    held = view.options.locked_scales
    assert len(held) == 2
    assert None not in held
    view.show_frame(frame_of(2, 3, 1, done=UPDATED, rows=4, seed=9))
    view.grab()
    assert view.options.locked_scales == held


def test_another_quantity_locks_its_own_scales(
    view: NetworkView, choices: PictureChoices
) -> None:
    choices.options.scale_chosen.emit(ScaleMode.LOCKED)
    of_weights = view.options.locked_scales
    choices.options.quantity_chosen.emit(EdgeQuantity.LAST_UPDATE)
    view.grab()
    assert view.options.scale_mode is ScaleMode.LOCKED
    assert view.options.locked_scales != of_weights
    assert None not in view.options.locked_scales


def test_the_window_hears_of_what_concerns_its_other_parts(
    qtbot: QtBot, choices: PictureChoices
) -> None:
    with qtbot.waitSignal(choices.quantity_chosen) as told:
        choices.options.quantity_chosen.emit(EdgeQuantity.GRADIENT)
    assert told.args == [EdgeQuantity.GRADIENT]
    with qtbot.waitSignal(choices.row_chosen) as told:
        choices.options.row_chosen.emit(1)
    assert told.args == [1]


def test_digits_and_stillness_are_remembered(
    qtbot: QtBot, view: NetworkView, choices: PictureChoices
) -> None:
    choices.options.digits_chosen.emit(8)
    choices.options.motion_reduced.emit(True)
    assert view.reduced_motion
    other = NetworkView()
    qtbot.addWidget(other)
    PictureChoices(other, Settings())
    assert other.reduced_motion
    assert other.options.precision == 8


def test_the_button_stays_in_its_corner(
    view: NetworkView, choices: PictureChoices
) -> None:
    view.show()
    for size in ((900, 480), (500, 400)):
        view.resize(*size)
        place = choices.button.geometry()
        assert (view.width() - place.right(), view.height() - place.bottom()) == (9, 9)


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard")
def test_the_button_opens_what_is_shown_now(
    qtbot: QtBot, view: NetworkView, choices: PictureChoices
) -> None:
    view.show()
    view.set_precision(9)
    QTest.mouseClick(choices.button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]
    assert choices.options.isVisible()
    QTest.keyClick(choices.options, Qt.Key.Key_Escape)  # type: ignore[call-overload]
    assert not choices.options.isVisible()


def test_the_button_has_a_name(choices: PictureChoices) -> None:
    assert choices.button.accessibleName() == "How the network is drawn"
    assert choices.button.toolTip()


def run_until_covered(qtbot: QtBot, view: NetworkView) -> FinishedPicture:
    """Show moments until a picture from elsewhere covers the view, and return that."""
    view._exchange._calm.setInterval(LONG)
    view.show()
    run_until_painted_elsewhere(qtbot, view)
    qtbot.waitUntil(lambda: not view._exchange.is_waiting, timeout=LONG)
    (cover,) = view.findChildren(FinishedPicture)
    assert cover.isVisible()
    return cover


def button_picture(choices: PictureChoices) -> QImage:
    """Return how the button looks on the view."""
    view = choices.parent()
    assert isinstance(view, NetworkView)
    return view.grab().toImage().copy(choices.button.geometry())


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: str(theme.name))
def test_the_button_looks_the_same_on_a_finished_picture(
    app: QApplication,
    qtbot: QtBot,
    view: NetworkView,
    choices: PictureChoices,
    theme: Theme,
) -> None:
    apply_theme(app, theme)
    with qtbot.waitActive(view):
        view.show()
    qtbot.waitUntil(lambda: view.theme is theme and view.palette() == app.palette())
    before = button_picture(choices)
    run_until_covered(qtbot, view)
    assert choices.button.isVisible()
    assert button_picture(choices) == before
    # Nothing but its icon stands out from the picture.
    alone = still_picture(qtbot, view).copy(choices.button.geometry())
    right, bottom = before.width() - 1, before.height() - 1
    for x, y in ((0, 0), (right, 0), (0, bottom), (right, bottom)):
        assert before.pixelColor(x, y) == alone.pixelColor(x, y)
    assert before != alone


def test_the_button_is_not_painted_again_when_the_picture_changes(
    qtbot: QtBot, view: NetworkView, choices: PictureChoices
) -> None:
    cover = run_until_covered(qtbot, view)
    on_picture, on_button = PaintingCounter(cover), PaintingCounter(choices.button)
    view.show_frame(frames()[0])
    qtbot.waitUntil(lambda: on_picture.count > 0, timeout=LONG)
    shown, on_button.count = on_picture.count, 0
    every = frames()

    def are_five_more_shown() -> bool:
        view.show_frame(every[on_picture.count % 3])
        return on_picture.count >= shown + 5

    qtbot.waitUntil(are_five_more_shown, timeout=LONG)
    assert on_button.count == 0
    choices.button.update()
    qtbot.waitUntil(lambda: on_button.count > 0)


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard")
def test_the_button_is_clicked_on_a_finished_picture(
    qtbot: QtBot, view: NetworkView, choices: PictureChoices
) -> None:
    cover = run_until_covered(qtbot, view)
    place = choices.button.geometry().center()
    assert view.childAt(place) is choices.button
    assert cover.isVisible()
    # As a person clicks: Qt finds what is there.
    hands.mouseClick(view.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert choices.options.isVisible()
    hands.keyClick(choices.options, Qt.Key.Key_Escape)
    assert not choices.options.isVisible()
