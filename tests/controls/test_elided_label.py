"""A line that is too long ends in an ellipsis and is told whole in its tooltip."""

from pytestqt.qtbot import QtBot

from bpviz.controls.elided_label import ElidedLabel

LONG = "backward 12 of 14: ∂L/∂(a + b) = 10.504282283994652, ∂L/∂(c + d) = 10.5"


def test_what_is_cut_off_is_in_the_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.resize(200, 20)
    label.show()
    label.show_text(LONG)
    assert label.text().endswith("…")
    assert LONG.startswith(label.text()[:-1])
    assert label.fontMetrics().horizontalAdvance(label.text()) <= 200
    assert label.whole == label.toolTip() == LONG
    label.resize(2000, 20)
    assert label.text() == LONG
    assert label.toolTip() == ""


def test_it_never_makes_the_window_wide(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.show_text(LONG * 20)
    assert label.minimumSizeHint().width() == 0


def test_what_somebody_typed_is_no_markup(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.resize(400, 20)
    label.show_text("<b>x</b>\ncannot stand here")
    assert label.text() == "<b>x</b> cannot stand here"
