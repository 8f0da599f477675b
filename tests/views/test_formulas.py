"""Formulas are typeset beside the window's own thread, and are text until then."""

import sys
from collections.abc import Iterator
from typing import Any

import pytest
from PyQt6.QtCore import QByteArray, Qt
from PyQt6.QtGui import QGuiApplication, QImage
from PyQt6.QtSvg import QSvgRenderer
from PyQt6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bpviz.look.palette import palette_for
from bpviz.look.theme import DARK
from bpviz.views import formula_renderer as module
from bpviz.views.formula_label import FormulaLabel
from bpviz.views.formula_renderer import FormulaKey, FormulaRenderer, svg_of
from tests.scene.test_formulas import every_line

# PyQt's stubs take its functions for methods (6.11).
_hands: Any = QTest

_SUM = r"z^{(1)} = a^{(0)} W^{(1)} + b^{(1)}"
_LONG = r"z = 0.111 \times 0.222 + 0.333 \times 0.444 + 0.555 \times 0.666 = 0.5910"


@pytest.fixture
def renderer(qapp: object) -> Iterator[FormulaRenderer]:
    renderer = FormulaRenderer()
    yield renderer
    renderer.stop()


@pytest.fixture
def label(qtbot: QtBot) -> FormulaLabel:
    label = FormulaLabel()
    qtbot.addWidget(label)
    label.resize(260, 40)
    label.show()
    qtbot.waitExposed(label)
    return label


def key(latex: str, color: str = "#1f2328", ratio: float = 1.0) -> FormulaKey:
    return FormulaKey(latex, 15, color, ratio)


def test_every_formula_can_be_typeset() -> None:
    for line in every_line():
        svg = QSvgRenderer(QByteArray(svg_of(line, 15, "#102030").encode()))
        assert svg.isValid()
        assert 5 < svg.viewBoxF().height() < 60, line


def test_a_picture_comes_when_it_is_wanted(
    qtbot: QtBot, renderer: FormulaRenderer
) -> None:
    assert renderer.picture(key(_SUM)) is None
    with qtbot.waitSignal(renderer.made):
        renderer.want(key(_SUM))
    picture = renderer.picture(key(_SUM))
    assert picture is not None
    renderer.want(key(_SUM, ratio=2.0))
    renderer.finish()
    larger = renderer.picture(key(_SUM, ratio=2.0))
    assert larger is not None
    assert larger.width() == pytest.approx(2 * picture.width(), abs=3)
    assert larger.deviceIndependentSize().width() == pytest.approx(
        picture.width(), abs=2
    )


def test_a_picture_has_its_colour(renderer: FormulaRenderer) -> None:
    renderer.want(key("W", color="#ff0000"))
    renderer.finish()
    picture = renderer.picture(key("W", color="#ff0000"))
    assert picture is not None
    pixels = [
        picture.pixelColor(x, y)
        for x in range(picture.width())
        for y in range(picture.height())
    ]
    inked = [pixel for pixel in pixels if pixel.alpha() > 200]
    assert inked
    assert all(pixel.red() > 250 and pixel.blue() < 5 for pixel in inked)


def test_what_cannot_be_typeset_is_not_tried_again(
    qtbot: QtBot, renderer: FormulaRenderer
) -> None:
    renderer.want(key(r"\frac{"))
    renderer.finish()
    assert renderer.picture(key(r"\frac{")) is None
    renderer.want(key(r"\frac{"))
    with qtbot.assertNotEmitted(renderer.made):
        renderer.finish()


def test_neither_pictures_nor_wishes_pile_up(
    renderer: FormulaRenderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOST_KEPT", 3)
    monkeypatch.setattr(module, "_MOST_WANTED", 4)
    wanted = [key(f"x_{{{number}}}") for number in range(9)]
    for one in wanted:
        renderer.want(one)
    renderer.finish()
    kept = [one for one in wanted if renderer.picture(one) is not None]
    assert len(kept) == 3
    assert wanted[1] not in kept  # The first was under way, the next were forgotten.


@pytest.fixture
def usual_interval() -> Iterator[float]:
    """How long a thread may keep the lock, as this program wants it."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.004)
    yield sys.getswitchinterval()
    sys.setswitchinterval(before)


@pytest.mark.parametrize("is_drawable", [True, False], ids=["drawn", "in vain"])
def test_the_lock_is_handed_over_sooner_only_while_a_formula_is_drawn(
    usual_interval: float,
    qapp: object,
    monkeypatch: pytest.MonkeyPatch,
    is_drawable: bool,
) -> None:
    meanwhile: list[float] = []

    def drawn(key: FormulaKey) -> QImage:
        meanwhile.append(sys.getswitchinterval())
        if not is_drawable:
            raise ValueError(key.latex)
        return QImage(4, 4, QImage.Format.Format_ARGB32_Premultiplied)

    monkeypatch.setattr(module, "_drawn", drawn)
    renderer = FormulaRenderer()
    assert sys.getswitchinterval() == usual_interval
    every = [key(f"x_{number}") for number in range(6)]
    for wanted in (every[:3], every[3:]):
        for one in wanted:
            renderer.want(one)
        renderer.finish()
        assert sys.getswitchinterval() == usual_interval
        assert all((renderer.picture(one) is not None) is is_drawable for one in wanted)
    assert len(meanwhile) == 6
    assert all(0 < interval < usual_interval / 5 for interval in meanwhile)
    # What is there, or was tried in vain, is not drawn again.
    renderer.want(every[0])
    assert sys.getswitchinterval() == usual_interval


def test_the_text_stands_until_the_picture_is_there(
    qtbot: QtBot, label: FormulaLabel
) -> None:
    latex = r"q^{(1)} = a^{(0)} W^{(1)} + b^{(1)}"
    label.show_formula([latex])
    assert label.text() == "q(1) = a(0) W(1) + b(1)"
    assert label.accessibleName() == label.text()
    assert not label.is_typeset()
    height, plain = label.height(), label.grab().toImage()
    assert plain != _blank(label)
    qtbot.waitUntil(label.is_typeset)
    assert label.height() == height
    assert label.grab().toImage() != plain


def test_a_long_formula_is_broken_and_a_narrow_one_more_often(
    qtbot: QtBot, label: FormulaLabel
) -> None:
    label.show_formula([_LONG])
    wide = label.height()
    label.resize(170, label.height())
    qtbot.waitUntil(lambda: label.height() > wide)
    assert label.text().count("\n") == 0


def test_numbers_in_a_hurry_stay_text(qtbot: QtBot, label: FormulaLabel) -> None:
    label.show_formula([r"h_{1} = 0.25"], is_typeset=False)
    label.grab()
    module.formula_renderer().finish()
    assert not label.is_typeset()
    label.show_formula([r"h_{1} = 0.25"])
    qtbot.waitUntil(label.is_typeset)


def test_another_theme_typesets_anew(qtbot: QtBot, label: FormulaLabel) -> None:
    label.show_formula([r"s + t_{3}"])  # which no other window has shown
    qtbot.waitUntil(label.is_typeset)
    label.setPalette(palette_for(DARK))
    assert not label.is_typeset()
    qtbot.waitUntil(label.is_typeset)


def test_a_formula_is_copied_as_text_and_as_latex(
    qtbot: QtBot, label: FormulaLabel
) -> None:
    label.show_formula([_SUM])
    label.setFocus()
    qtbot.waitUntil(label.hasFocus)
    _hands.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    assert clipboard.text() == "z(1) = a(0) W(1) + b(1)"
    label.actions()[1].trigger()
    assert clipboard.text() == _SUM


def _blank(label: FormulaLabel) -> object:
    other = FormulaLabel()
    other.resize(label.size())
    other.setFixedHeight(label.height())
    try:
        return other.grab().toImage()
    finally:
        other.deleteLater()
