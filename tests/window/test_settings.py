"""What is remembered, and that nonsense in the file is no reason not to start."""

from pathlib import Path

import pytest
from PyQt6.QtCore import QByteArray, QStandardPaths
from pytestqt.qtbot import QtBot

from bpviz.controls.pace import FIRST_PACE
from bpviz.look.theme_keeper import ThemeChoice
from bpviz.window.settings import Settings


def file() -> Path:
    place = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(place)) / "bpviz" / "bpviz.ini"


def test_at_first_nothing_is_remembered(qtbot: QtBot) -> None:
    settings = Settings()
    assert settings.theme is ThemeChoice.SYSTEM
    assert settings.language is None
    assert settings.pace == FIRST_PACE
    assert settings.digits == 4
    assert settings.reduced_motion is False
    assert settings.geometry is None
    assert settings.layout is None


def test_what_was_chosen_is_there_the_next_time(qtbot: QtBot) -> None:
    settings = Settings()
    settings.theme = ThemeChoice.DARK
    settings.language = "zh_CN"
    settings.pace = 3
    settings.digits = 6
    settings.reduced_motion = True
    settings.geometry = QByteArray(b"somewhere")
    settings.layout = QByteArray(b"arranged")
    settings.sync()
    assert file().is_file()
    again = Settings()
    assert again.theme is ThemeChoice.DARK
    assert again.language == "zh_CN"
    assert again.pace == 3
    assert again.digits == 6
    assert again.reduced_motion is True
    assert again.geometry == QByteArray(b"somewhere")
    assert again.layout == QByteArray(b"arranged")


@pytest.mark.parametrize(
    "text",
    [
        "[General]\ntheme=purple\nlanguage=tlh\npace=fast\ngeometry=1\nlayout=x",
        "pace=99\ndigits=1000\nreduced_motion=perhaps",
        "\x00\x01 no settings at all",
    ],
)
def test_nonsense_counts_as_nothing(qtbot: QtBot, text: str) -> None:
    file().parent.mkdir(parents=True)
    file().write_text(text, encoding="utf-8")
    test_at_first_nothing_is_remembered(qtbot)
