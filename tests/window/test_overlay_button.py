"""A button on a picture looks as any other, and is painted by its style but once."""

from collections.abc import Iterator

import numpy as np
import pytest
from PyQt6.QtCore import QPointF, Qt
from PyQt6.QtGui import QEnterEvent, QImage, QPalette
from PyQt6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from bpviz.look.icons import icon
from bpviz.look.palette import apply_theme
from bpviz.look.style.quiet import QuietStyle
from bpviz.look.theme import DARK, LIGHT, Theme
from bpviz.window.overlay_button import OverlayButton

SIDE = 28


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    palette, style = QPalette(qapp.palette()), qapp.style()
    name = "Fusion" if style is None else style.objectName()
    apply_theme(qapp, request.param)
    yield request.param
    qapp.setStyle(name or "Fusion")
    qapp.setPalette(palette)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    QHBoxLayout(widget).addWidget(QLineEdit())  # has the focus first
    return widget


@pytest.fixture
def buttons(qtbot: QtBot, window: QWidget) -> tuple[QToolButton, QToolButton]:
    """One that keeps its picture, and one that does not."""
    pair = OverlayButton(), QToolButton()
    layout = window.layout()
    assert layout is not None
    for button in pair:
        button.setIcon(icon("sliders-horizontal"))
        button.setAutoRaise(True)
        button.setFixedSize(SIDE, SIDE)
        layout.addWidget(button)
    with qtbot.waitActive(window):
        window.show()
    return pair


def picture(button: QToolButton) -> QImage:
    """Return how it looks on its window."""
    window = button.window()
    assert window is not None
    return window.grab().toImage().copy(button.geometry())


def pixels(image: QImage) -> "np.ndarray[tuple[int, ...], np.dtype[np.int64]]":
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    bits = image.constBits()
    assert bits is not None
    colors = np.frombuffer(bits.asstring(image.sizeInBytes()), np.uint8)
    return colors.astype(np.int64)


def assert_alike(buttons: tuple[QToolButton, QToolButton]) -> None:
    one, other = (pixels(picture(button)) for button in buttons)
    # What is smooth is rounded twice.
    assert np.abs(one - other).max() <= 2


def enter(button: QToolButton) -> None:
    place = QPointF(SIDE / 2, SIDE / 2)
    QApplication.sendEvent(button, QEnterEvent(place, place, place))


def test_it_looks_as_any_other(buttons: tuple[QToolButton, QToolButton]) -> None:
    assert_alike(buttons)
    plain = picture(buttons[0])
    for change in (
        enter,
        lambda button: button.setDown(True),
        lambda button: button.setDown(False),
        lambda button: button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False),
    ):
        for button in buttons:
            change(button)
        assert_alike(buttons)
    assert picture(buttons[0]) == plain
    for button in buttons:
        button.setEnabled(False)
    assert_alike(buttons)
    assert picture(buttons[0]) != plain


def test_the_focus_is_seen(buttons: tuple[QToolButton, QToolButton]) -> None:
    plain = picture(buttons[0])
    focused = []
    for button in buttons:
        button.setFocus(Qt.FocusReason.TabFocusReason)
        assert button.hasFocus()
        focused.append(pixels(picture(button)))
    assert np.abs(focused[0] - focused[1]).max() <= 2
    assert np.abs(focused[0] - pixels(plain)).max() > 20


def test_it_takes_up_another_theme(
    qapp: QApplication, theme: Theme, buttons: tuple[QToolButton, QToolButton]
) -> None:
    before = picture(buttons[0])
    apply_theme(qapp, LIGHT if theme is DARK else DARK)
    qapp.processEvents()
    assert_alike(buttons)
    assert picture(buttons[0]) != before


def test_its_style_paints_it_once(
    buttons: tuple[QToolButton, QToolButton], monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = []
    draw = QuietStyle.drawComplexControl

    def count(self: QuietStyle, control, option, painter, widget=None) -> None:  # type: ignore[no-untyped-def]
        painted.append(widget)
        draw(self, control, option, painter, widget)

    monkeypatch.setattr(QuietStyle, "drawComplexControl", count)
    for _ in range(3):
        picture(buttons[0])
    assert painted.count(buttons[1]) == 3
    assert painted.count(buttons[0]) <= 1
