"""Style options arrive as the class that Qt made them, however sip wraps them."""

from typing import Any

import pytest
from PyQt6 import sip
from PyQt6.QtWidgets import (
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionDockWidget,
    QStyleOptionSlider,
    QStyleOptionTab,
)
from pytestqt.qtbot import QtBot

from bpviz.look.style.options import as_made


@pytest.mark.parametrize("stale_kind", [QStyleOption, QStyleOptionButton])
@pytest.mark.parametrize(
    "kind", [QStyleOptionDockWidget, QStyleOptionSlider, QStyleOptionTab]
)
def test_a_stale_wrapper_is_seen_through(
    qtbot: QtBot, kind: type[QStyleOption], stale_kind: type[QStyleOption]
) -> None:
    option = kind()
    cast: Any = sip.cast
    stale = cast(cast(option, QStyleOption), stale_kind)
    assert not isinstance(stale, kind)
    made = as_made(stale)
    assert isinstance(made, kind)
    assert made.type == option.type


def test_what_is_right_already_stays(qtbot: QtBot) -> None:
    option = QStyleOptionTab()
    assert as_made(option) is option
    plain = QStyleOption()
    assert as_made(plain) is plain
