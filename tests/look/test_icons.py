"""Icons take the colour of the theme and the resolution of the screen."""

from pathlib import Path

import pytest
from PyQt6.QtCore import QSize
from PyQt6.QtGui import QColor, QIcon, QImage, QPalette
from PyQt6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from bpviz.look.icons import icon
from bpviz.look.palette import apply_theme
from bpviz.look.theme import DARK, LIGHT
from bpviz.messages import InputError
from bpviz.resources import asset

FILES = sorted(asset("icons").glob("*.svg"))


def strongest(image: QImage) -> QColor:
    """The colour of the least transparent pixel."""
    pixels = (
        image.pixelColor(x, y)
        for y in range(image.height())
        for x in range(image.width())
    )
    return max(pixels, key=QColor.alpha)


def drawn(picture: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> str:
    return strongest(picture.pixmap(QSize(32, 32), 1.0, mode).toImage()).name()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_icon_draws_in_the_colour_of_the_text(
    app: QApplication, path: Path
) -> None:
    apply_theme(app, LIGHT)
    if path.stem == "bpviz":
        assert "currentColor" not in path.read_text()
        assert icon("bpviz").pixmap(16).toImage().pixelColor(8, 12).alpha() > 200
    else:
        assert drawn(icon(path.stem)) == LIGHT.text


def test_an_icon_follows_the_theme_by_itself(app: QApplication) -> None:
    play = icon("play")
    apply_theme(app, LIGHT)
    assert drawn(play) == LIGHT.text
    assert drawn(play, QIcon.Mode.Disabled) == LIGHT.disabled_text
    apply_theme(app, DARK)
    assert drawn(play) == DARK.text
    assert drawn(play, QIcon.Mode.Disabled) == DARK.disabled_text
    assert drawn(play, QIcon.Mode.Active) == DARK.text


def test_an_icon_can_be_of_the_accent(app: QApplication) -> None:
    apply_theme(app, LIGHT)
    assert drawn(icon("play", QPalette.ColorRole.Accent)) == LIGHT.accent


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_icons_are_drawn_in_the_pixels_of_the_screen(
    app: QApplication, ratio: float
) -> None:
    pixmap = icon("table").pixmap(QSize(20, 20), ratio)
    assert pixmap.size() == QSize(20, 20) * ratio
    assert pixmap.devicePixelRatio() == ratio


def test_an_icon_on_a_button_is_the_same_picture(
    app: QApplication, qtbot: QtBot
) -> None:
    apply_theme(app, DARK)
    button = QToolButton()
    qtbot.addWidget(button)
    button.setIcon(icon("table"))
    button.setIconSize(QSize(32, 32))
    button.resize(40, 40)
    picture = button.grab().toImage()
    wanted = button.icon().pixmap(QSize(32, 32), button.devicePixelRatioF()).toImage()
    corner = (picture.width() - wanted.width()) // 2
    for x, y in ((3, 16), (16, 16), (12, 9)):
        if wanted.pixelColor(x, y).alpha() == 255:
            assert picture.pixelColor(corner + x, corner + y) == wanted.pixelColor(x, y)
    assert strongest(wanted).name() == DARK.text


def test_a_missing_icon_says_so_at_once() -> None:
    with pytest.raises(InputError, match=r"no-such-icon\.svg"):
        icon("no-such-icon")
