from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PyQt6.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt6.QtGui import QColor, QEnterEvent, QImage, QWheelEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bpviz.look.theme import DARK, LIGHT, Theme
from bpviz.scene.camera import FITTED
from bpviz.scene.colors import canvas_color, signed_table
from bpviz.scene.network_scene import NetworkScene, build_network_scene
from bpviz.scene.numbers import format_number
from bpviz.scene.options import EdgeQuantity, ScaleMode
from bpviz.training.frame import Frame
from bpviz.training.steps import OperationKind
from bpviz.views import network_canvas
from bpviz.views.network_view import NetworkView
from tests.scene.frames import UPDATED, frame_of

# PyQt's stubs take its functions for methods (6.11).
hands: Any = QTest

SIZE = (900, 480)
FORWARD = (OperationKind.PRE_ACTIVATION, 1)


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    widget = NetworkView()
    qtbot.addWidget(widget)
    widget.set_theme(LIGHT)
    widget.resize(*SIZE)
    return widget


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Frame]:
    """The frames whose scenes have been worked out."""
    frames: list[Frame] = []

    def build(frame: Frame, *arguments: object, **keywords: object) -> NetworkScene:
        frames.append(frame)
        return build_network_scene(frame, *arguments, **keywords)  # type: ignore[arg-type]

    monkeypatch.setattr(network_canvas, "build_network_scene", build)
    return frames


def scene_of(view: NetworkView, frame: Frame) -> NetworkScene:
    options = replace(view.options, pixel_ratio=1.0)
    return build_network_scene(frame, options, *SIZE, view.theme.is_dark)


def picture(view: NetworkView) -> QImage:
    return view.grab().toImage()


def node_place(view: NetworkView, frame: Frame, layer: int, node: int) -> QPoint:
    layout = scene_of(view, frame).layers[layer].layout
    return QPoint(round(float(layout.x[node])), round(float(layout.y[node])))


def edge_place(
    view: NetworkView, frame: Frame, key: tuple[int, int, int], share: float = 0.6
) -> QPoint:
    layer, start, end = key
    before = node_place(view, frame, layer - 1, start)
    after = node_place(view, frame, layer, end)
    return before + QPoint(
        round(share * (after.x() - before.x())), round(share * (after.y() - before.y()))
    )


def color_at(image: QImage, place: QPoint) -> int:
    return image.pixel(place) & 0xFFFFFF


def is_blue(color: int) -> bool:
    return QColor(color).blue() > QColor(color).red() + 40


def is_red(color: int) -> bool:
    return QColor(color).red() > QColor(color).blue() + 40


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_zero_and_the_theme_have_the_same_colour(theme: Theme) -> None:
    assert QColor(theme.window).rgb() == canvas_color(theme.is_dark)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_have_the_colour_of_their_sign(view: NetworkView, theme: Theme) -> None:
    view.set_theme(theme)
    frame = frame_of(2, 3, 1, seed=3)
    view.show_frame(frame)
    image = picture(view)
    for layer, weights in enumerate(frame.parameters.weights, start=1):
        strong = abs(weights) > 0.5
        assert strong.any()
        for start, end in zip(*strong.nonzero(), strict=True):
            # A negative edge is dashed: look at a few places along it.
            colors = [
                color_at(image, edge_place(view, frame, (layer, start, end), share))
                for share in (0.58, 0.59, 0.6, 0.61, 0.62, 0.63)
            ]
            is_signed = is_red if weights[start, end] > 0 else is_blue
            assert any(is_signed(color) for color in colors)


def test_a_node_is_filled_with_its_activation(view: NetworkView) -> None:
    view.show_frame(frame_of(2, 3, 1))
    assert (
        color_at(picture(view), QPoint(5, 5)) == QColor(LIGHT.window).rgb() & 0xFFFFFF
    )
    frame = frame_of(2, 3, 1, done=UPDATED)
    view.show_frame(frame)
    image = picture(view)
    layer = scene_of(view, frame).layers[1]
    assert layer.fills is not None
    for node, place in enumerate(layer.fills.tolist()):
        beside_text = node_place(view, frame, 1, node) + QPoint(0, -14)
        expected = int(signed_table(False)[place]) & 0xFFFFFF
        assert color_at(image, beside_text) == expected


@pytest.mark.parametrize("nodes", [8, 9, 40])
def test_stamped_and_painted_nodes_have_the_same_colours(
    view: NetworkView, nodes: int
) -> None:
    frame = frame_of(2, nodes, 1, done=UPDATED, seed=4)
    view.show_frame(frame)
    image = picture(view)
    layer = scene_of(view, frame).layers[1]
    assert layer.fills is not None
    shown = [
        color_at(image, node_place(view, frame, 1, node) + QPoint(0, -2))
        for node in range(nodes)
    ]
    table = signed_table(False)
    assert shown == [int(table[place]) & 0xFFFFFF for place in layer.fills]


def test_a_small_node_that_is_not_computed_is_empty(view: NetworkView) -> None:
    frame = frame_of(2, 40, 1, done=(OperationKind.LOAD, 0))
    view.show_frame(frame)
    image = picture(view)
    canvas = QColor(LIGHT.window).rgb() & 0xFFFFFF
    places = [node_place(view, frame, 1, node) for node in range(40)]
    assert {color_at(image, place) for place in places} == {canvas}


def test_hidden_edges_are_not_painted(view: NetworkView) -> None:
    frame = frame_of(30, 30)
    view.show_frame(frame)
    view.set_edge_limit(0)
    image = picture(view)
    canvas = QColor(LIGHT.window).rgb() & 0xFFFFFF
    middle = [color_at(image, QPoint(450, y)) for y in range(60, 410)]
    assert set(middle) == {canvas}
    view.set_edge_limit(None)
    middle = [color_at(picture(view), QPoint(450, y)) for y in range(60, 410, 10)]
    assert len(set(middle)) > 5


def test_an_empty_view_says_what_to_do(view: NetworkView) -> None:
    canvas = QColor(LIGHT.window)
    image = picture(view)
    middle = [image.pixelColor(x, 240) for x in range(200, 700)]
    assert any(color != canvas for color in middle)


def test_of_two_frames_only_the_newer_is_worked_out(
    view: NetworkView, built: list[Frame]
) -> None:
    older, newer = frame_of(2, 3, 1, seed=1), frame_of(2, 3, 1, seed=2)
    view.show_frame(older)
    view.show_frame(newer)
    picture(view)
    picture(view)
    assert built == [newer]


def test_another_size_is_worked_out_again(
    view: NetworkView, built: list[Frame]
) -> None:
    view.show_frame(frame_of(2, 3, 1))
    picture(view)
    view.resize(700, 500)
    picture(view)
    assert len(built) == 2


def test_hovering_tells_which_node(qtbot: QtBot, view: NetworkView) -> None:
    frame = frame_of(2, 3, 1, done=UPDATED)
    view.show_frame(frame)
    view.show()
    with qtbot.waitSignal(view.node_hovered) as hovered:
        hands.mouseMove(view, node_place(view, frame, 1, 2))
    assert hovered.args == [1, 2]
    with qtbot.waitSignal(view.node_hovered) as left:
        hands.mouseMove(view, QPoint(10, 470))
    assert left.args == [-1, -1]


def test_what_is_shown_beside_the_pointer_stays_true(
    qtbot: QtBot, view: NetworkView
) -> None:
    frame = frame_of(2, 3, 1, done=UPDATED, seed=1)
    view.show_frame(frame)
    view.show()
    place = node_place(view, frame, 1, 1)
    hands.mouseMove(view, place)
    beside = picture(view).copy(place.x() + 16, place.y() + 16, 120, 90)
    other = frame_of(2, 3, 1, done=UPDATED, seed=9)
    view.show_frame(other)
    after = picture(view).copy(place.x() + 16, place.y() + 16, 120, 90)
    assert beside != after
    # And it is what hovering there afresh would show.
    hands.mouseMove(view, QPoint(10, 470))
    hands.mouseMove(view, place)
    afresh = picture(view).copy(place.x() + 16, place.y() + 16, 120, 90)
    assert after == afresh


def test_a_click_on_a_node_selects_it(qtbot: QtBot, view: NetworkView) -> None:
    frame = frame_of(2, 3, 1, done=UPDATED)
    view.show_frame(frame)
    with qtbot.waitSignal(view.node_selected) as selected:
        hands.mouseClick(
            view, Qt.MouseButton.LeftButton, pos=node_place(view, frame, 1, 2)
        )
    assert selected.args == [1, 2]
    assert view.options.selected_node == (1, 2)


def test_a_click_on_an_edge_selects_it(qtbot: QtBot, view: NetworkView) -> None:
    frame = frame_of(2, 3, 1, done=UPDATED)
    view.show_frame(frame)
    with qtbot.waitSignal(view.edge_selected) as selected:
        hands.mouseClick(
            view, Qt.MouseButton.LeftButton, pos=edge_place(view, frame, (1, 0, 2))
        )
    assert selected.args == [1, 0, 2]
    assert view.options.selected_edge == (1, 0, 2)


@pytest.mark.parametrize(
    "let_go",
    [
        lambda view: hands.keyClick(view, Qt.Key.Key_Escape),
        lambda view: hands.mouseClick(
            view, Qt.MouseButton.LeftButton, pos=QPoint(10, 470)
        ),
        lambda view: view.show_frame(frame_of(4, 5, 2)),
    ],
    ids=["Escape", "click beside", "another network"],
)
def test_a_selection_is_let_go(
    qtbot: QtBot, view: NetworkView, let_go: Callable[[NetworkView], None]
) -> None:
    view.show_frame(frame_of(2, 3, 1))
    view.select_node(1, 0)
    with qtbot.waitSignal(view.selection_cleared):
        let_go(view)
    assert view.options.selected_node is None


def test_without_a_selection_nothing_is_let_go(qtbot: QtBot, view: NetworkView) -> None:
    view.show_frame(frame_of(2, 3, 1))
    with qtbot.assertNotEmitted(view.selection_cleared):
        hands.keyClick(view, Qt.Key.Key_Escape)


def test_a_selected_node_quiets_the_others(view: NetworkView) -> None:
    frame = frame_of(2, 3, 3, 1, done=UPDATED)
    view.show_frame(frame)
    other = node_place(view, frame, 1, 0) + QPoint(0, -14)
    loud = color_at(picture(view), other)
    view.select_node(1, 2)
    quiet = color_at(picture(view), other)
    canvas = QColor(LIGHT.window)

    def distance(color: int) -> int:
        seen = QColor(color)
        return sum(
            abs(one - two)
            for one, two in zip(
                (seen.red(), seen.green(), seen.blue()),
                (canvas.red(), canvas.green(), canvas.blue()),
                strict=True,
            )
        )

    assert distance(quiet) < distance(loud) / 2


def test_shift_and_arrows_walk_from_node_to_node(
    qtbot: QtBot, view: NetworkView
) -> None:
    view.show_frame(frame_of(2, 3, 1))
    shift = Qt.KeyboardModifier.ShiftModifier
    for key, expected in [
        (Qt.Key.Key_Right, (1, 0)),
        (Qt.Key.Key_Down, (1, 1)),
        (Qt.Key.Key_Right, (2, 0)),
        (Qt.Key.Key_Right, (2, 0)),
        (Qt.Key.Key_Left, (1, 0)),
    ]:
        with qtbot.waitSignal(view.node_selected) as selected:
            hands.keyClick(view, key, shift)
        assert selected.args == list(expected)


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space])
def test_the_keys_that_step_are_left_alone(
    qtbot: QtBot, view: NetworkView, key: Qt.Key
) -> None:
    view.show_frame(frame_of(2, 3, 1))
    before = view.options
    with qtbot.assertNotEmitted(view.node_selected):
        hands.keyClick(view, key)
    assert view.options == before


def test_the_wheel_zooms_at_the_pointer(view: NetworkView) -> None:
    frame = frame_of(2, 3, 1)
    view.show_frame(frame)
    place = node_place(view, frame, 1, 2)
    event = QWheelEvent(
        QPointF(place),
        QPointF(place),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)
    assert view.options.camera.zoom > 1.5
    assert (node_place(view, frame, 1, 2) - place).manhattanLength() <= 1


def test_dragging_pans_and_selects_nothing(qtbot: QtBot, view: NetworkView) -> None:
    frame = frame_of(2, 3, 1)
    view.show_frame(frame)
    start = node_place(view, frame, 1, 1)
    with qtbot.assertNotEmitted(view.node_selected):
        hands.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
        hands.mouseMove(view, start + QPoint(60, 30))
        hands.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 30))
    assert node_place(view, frame, 1, 1) == start + QPoint(60, 30)


def test_a_double_click_beside_the_network_fits_it(
    qtbot: QtBot, view: NetworkView
) -> None:
    view.show_frame(frame_of(2, 3, 1))
    view.zoom(1.5)
    assert view.options.camera != FITTED
    hands.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(5, 475))
    assert view.options.camera == FITTED


def test_an_animation_ends_where_the_still_picture_is(
    qtbot: QtBot, view: NetworkView
) -> None:
    frame = frame_of(2, 3, 1, done=FORWARD)
    view.show_frame(frame)
    still = picture(view)
    view.show()
    with qtbot.waitSignal(view.animation_finished, timeout=5000):
        view.show_frame(frame, animate_ms=40)
        moving = picture(view)
    assert moving != still
    assert picture(view) == still


def test_stopping_stops_dead(qtbot: QtBot, view: NetworkView) -> None:
    frame = frame_of(2, 3, 1, done=FORWARD)
    view.show_frame(frame)
    still = picture(view)
    view.show_frame(frame, animate_ms=10_000)
    with qtbot.assertNotEmitted(view.animation_finished):
        view.stop_animation()
        assert picture(view) == still


def test_a_newer_frame_ends_an_animation(view: NetworkView) -> None:
    frame = frame_of(2, 3, 1, done=FORWARD)
    view.show_frame(frame)
    still = picture(view)
    view.show_frame(frame, animate_ms=10_000)
    view.show_frame(frame)
    assert picture(view) == still


def test_at_once_means_that_nothing_is_animated(
    qtbot: QtBot, view: NetworkView
) -> None:
    with qtbot.assertNotEmitted(view.animation_finished, wait=50):
        view.show_frame(frame_of(2, 3, 1, done=FORWARD), animate_ms=0)


def test_reduced_motion_shows_the_end_at_once(qtbot: QtBot, view: NetworkView) -> None:
    frame = frame_of(2, 3, 1, done=FORWARD)
    view.show_frame(frame)
    still = picture(view)
    view.reduced_motion = True
    with qtbot.waitSignal(view.animation_finished):
        view.show_frame(frame, animate_ms=10_000)
    assert picture(view) == still


@pytest.mark.parametrize("kind", list(OperationKind))
def test_every_operation_can_be_animated(
    qtbot: QtBot, view: NetworkView, kind: OperationKind
) -> None:
    layer = 0 if kind in ("load", "loss", "update") else 1
    frame = frame_of(2, 60, 1, done=(kind, layer))
    with qtbot.waitSignal(view.animation_finished, timeout=5000):
        view.show_frame(frame, animate_ms=30)
        picture(view)


def test_quantity_and_scale_can_be_chosen(view: NetworkView) -> None:
    frame = frame_of(2, 3, 1, done=UPDATED)
    view.show_frame(frame)
    plain = picture(view)
    view.set_quantity(EdgeQuantity.GRADIENT)
    assert picture(view) != plain
    view.set_quantity(EdgeQuantity.WEIGHT)
    view.set_scale_mode(ScaleMode.BY_LAYER)
    by_layer = [gap.scale for gap in scene_of(view, frame).gaps]
    view.set_scale_mode(ScaleMode.LOCKED)
    other = frame_of(2, 3, 1, done=UPDATED, seed=5)
    view.show_frame(other)
    assert [gap.scale for gap in scene_of(view, other).gaps] == by_layer


def test_all_edges_wait_until_there_is_time(
    qtbot: QtBot, view: NetworkView, built: list[Frame]
) -> None:
    view.set_edge_limit(None)
    view.show_frame(frame_of(2, 100, 100, 1, seed=1))
    everything = picture(view)
    view.show_frame(frame_of(2, 100, 100, 1, seed=2))
    view.show_frame(frame_of(2, 100, 100, 1, seed=1))
    assert picture(view) != everything
    qtbot.waitUntil(lambda: picture(view) == everything)


def test_all_edges_are_drawn_when_they_are_asked_for(
    qtbot: QtBot, view: NetworkView
) -> None:
    frame = frame_of(2, 100, 100, 1)
    view.show_frame(frame)
    view.show_frame(frame)
    usual = picture(view)
    view.set_edge_limit(None)
    qtbot.waitUntil(lambda: picture(view) != usual)


def test_it_says_in_words_what_it_shows(view: NetworkView) -> None:
    view.set_names(("x", "y"), ("p",))
    frame = frame_of(2, 3, 1, done=(OperationKind.LOSS, 0), update=1412)
    view.show_frame(frame)
    picture(view)
    words = view.accessibleDescription()
    assert view.accessibleName()
    assert "2-3-1" in words
    assert "1,412" in words
    assert frame.trace is not None
    assert f"p {format_number(frame.trace.activations[2][0, 0])}" in words
    assert format_number(frame.trace.loss) in words


def test_long_names_are_cut_and_have_room(view: NetworkView) -> None:
    frame = frame_of(2, 3, 1)
    view.set_names(("a" * 80, "b"), ("c" * 80,))
    view.show_frame(frame)
    picture(view)
    scene = scene_of(view, frame)
    assert scene.layers[0].layout.left < SIZE[0] / 3
    assert scene.layers[-1].layout.right > SIZE[0] / 2
    assert all(len(name) < 80 for name in view.options.input_names)


def test_focus_by_keyboard_can_be_seen(qtbot: QtBot) -> None:
    window, view = QWidget(), NetworkView()
    view.set_theme(LIGHT)
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    button = QPushButton()
    layout.addWidget(button)
    layout.addWidget(view)
    accent = QColor(LIGHT.accent)
    with qtbot.waitActive(window):
        window.show()
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert picture(view).pixelColor(1, 100) != accent
    button.setFocus()
    hands.keyClick(button, Qt.Key.Key_Tab)
    assert view.hasFocus()
    assert picture(view).pixelColor(1, 100) == accent


def test_leaving_the_view_ends_hovering(qtbot: QtBot, view: NetworkView) -> None:
    frame = frame_of(2, 3, 1)
    view.show_frame(frame)
    view.show()
    place = node_place(view, frame, 1, 1)
    QApplication.sendEvent(
        view, QEnterEvent(QPointF(place), QPointF(place), QPointF(place))
    )
    hands.mouseMove(view, place)
    with qtbot.waitSignal(view.node_hovered) as left:
        QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert left.args == [-1, -1]
