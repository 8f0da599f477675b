"""The sheet of choices shows how the network is drawn, and says what is chosen."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PyQt6.QtCore import QRect
from PyQt6.QtWidgets import QCheckBox, QComboBox, QLabel, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from bpviz.controls.picture_options import PictureOptions
from bpviz.scene.options import EdgeQuantity, ScaleMode, SceneOptions

OTHER = SceneOptions(
    quantity=EdgeQuantity.GRADIENT,
    scale_mode=ScaleMode.BY_NETWORK,
    edge_limit=None,
    row=6,
    precision=7,
)


@pytest.fixture
def sheet(qtbot: QtBot) -> Iterator[PictureOptions]:
    behind = QWidget()
    qtbot.addWidget(behind)
    sheet = PictureOptions(behind)
    sheet.show_options(SceneOptions(), 10, is_still=False)
    yield sheet
    behind.close()


def field(sheet: PictureOptions, name: str, kind: type[Any]) -> Any:
    (found,) = (w for w in sheet.findChildren(kind) if w.accessibleName() == name)
    return found


def choose(sheet: PictureOptions, name: str, text: str) -> None:
    box = field(sheet, name, QComboBox)
    assert box.findText(text) >= 0
    box.setCurrentIndex(box.findText(text))


def test_it_shows_how_the_network_is_drawn(sheet: PictureOptions) -> None:
    sheet.show_options(OTHER, 100, is_still=True)
    assert field(sheet, "Edges show", QComboBox).currentText() == "gradients"
    assert field(sheet, "Colour scale", QComboBox).currentText() == "by network"
    assert field(sheet, "Edges drawn", QComboBox).currentText() == "all"
    assert field(sheet, "Sample", QSpinBox).text() == "7 of 100"
    assert field(sheet, "Digits", QSpinBox).value() == 7
    assert sheet.findChildren(QCheckBox)[0].isChecked()


def test_showing_is_not_choosing(qtbot: QtBot, sheet: PictureOptions) -> None:
    signals = [
        *(sheet.quantity_chosen, sheet.scale_chosen, sheet.limit_chosen),
        *(sheet.row_chosen, sheet.digits_chosen, sheet.motion_reduced),
    ]
    heard: list[object] = []
    for signal in signals:
        signal.connect(heard.append)
    sheet.show_options(OTHER, 100, is_still=True)
    assert heard == []


@pytest.mark.parametrize(
    ("signal", "act", "expected"),
    [
        (
            "quantity_chosen",
            lambda s: choose(s, "Edges show", "contributions a · w"),
            EdgeQuantity.CONTRIBUTION,
        ),
        (
            "scale_chosen",
            lambda s: choose(s, "Colour scale", "locked as it is now"),
            ScaleMode.LOCKED,
        ),
        ("limit_chosen", lambda s: choose(s, "Edges drawn", "all"), None),
        (
            "limit_chosen",
            lambda s: choose(s, "Edges drawn", "the strongest 1,000"),
            1000,
        ),
        ("row_chosen", lambda s: field(s, "Sample", QSpinBox).setValue(4), 3),
        ("digits_chosen", lambda s: field(s, "Digits", QSpinBox).setValue(6), 6),
        ("motion_reduced", lambda s: s.findChildren(QCheckBox)[0].click(), True),
    ],
)
def test_every_choice_is_told(
    qtbot: QtBot,
    sheet: PictureOptions,
    signal: str,
    act: Callable[[PictureOptions], None],
    expected: object,
) -> None:
    with qtbot.waitSignal(getattr(sheet, signal)) as told:
        act(sheet)
    assert told.args == [expected]


def test_the_automatic_scale_is_none(qtbot: QtBot, sheet: PictureOptions) -> None:
    sheet.show_options(OTHER, 1, is_still=False)
    with qtbot.waitSignal(sheet.scale_chosen) as told:
        choose(sheet, "Colour scale", "automatic")
    assert told.args == [None]


def test_a_single_sample_is_no_choice(sheet: PictureOptions) -> None:
    def is_offered() -> bool:
        return any(
            label.text() == "Sample" and not label.isHidden()
            for label in sheet.findChildren(QLabel)
        )

    assert is_offered()
    sheet.show_options(SceneOptions(), 1, is_still=False)
    assert not is_offered()


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard")
def test_it_opens_beside_the_picture_where_there_is_room(
    sheet: PictureOptions,
) -> None:
    screen = sheet.screen()
    assert screen is not None
    room = screen.availableGeometry()
    narrow = QRect(room.left(), room.top(), 300, 400)
    button = QRect(narrow.right() - 30, narrow.bottom() - 30, 28, 28)
    sheet.open_beside(button, narrow)
    assert sheet.x() > narrow.right()
    wide = QRect(room.left(), room.top(), room.width(), 400)
    button.moveRight(wide.right() - 8)
    sheet.open_beside(button, wide)
    assert sheet.x() + sheet.width() <= room.right() + 1
    assert sheet.y() + sheet.height() <= button.top()
    sheet.close()
