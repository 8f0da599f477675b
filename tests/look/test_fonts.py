"""Chinese is shown where no Chinese font is installed; Latin text stays as it was."""

import pytest
from PyQt6.QtGui import QFont, QFontInfo, QFontMetricsF, QRawFont, QTextLayout
from PyQt6.QtWidgets import QApplication

from bpviz.look.fonts import load_fonts
from bpviz.look.type_scale import FontSizes, font_sizes, tabular_font
from bpviz.resources import asset


def glyphs(text: str, font: QFont) -> list[int]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [index for run in layout.glyphRuns() for index in run.glyphIndexes()]


def test_chinese_is_shown_and_latin_keeps_its_font(app: QApplication) -> None:
    before = QFontInfo(app.font()).family()
    assert load_fonts() == "bpviz Sans SC"
    assert QFontInfo(app.font()).family() == before
    assert 0 not in glyphs("反向传播、梯度、权重、交叉熵", app.font())


def test_loading_twice_registers_once(app: QApplication) -> None:
    assert load_fonts() is load_fonts()


def test_the_font_has_latin_greek_and_the_signs_of_the_formulas() -> None:
    font = QRawFont(str(asset("fonts", "bpviz-sans-sc.ttf")), 16)
    assert font.isValid()
    wanted = "Aé0−×·σδ∂∇⊙∑√≈≤∞²。「」\N{FULLWIDTH COMMA}\N{FULLWIDTH LEFT PARENTHESIS}"
    missing = [
        character for character in wanted if not font.supportsCharacter(character)
    ]
    assert missing == []


def test_there_are_four_sizes_in_order() -> None:
    for body in (8.0, 9.0, 10.0, 13.0, 20.0):
        sizes = FontSizes.of(body)
        assert sizes.body == body
        assert 8 <= sizes.small <= sizes.body < sizes.heading < sizes.display


def test_the_sizes_follow_the_applications_font(app: QApplication) -> None:
    font = QFont(app.font())
    font.setPointSizeF(14)
    app.setFont(font)
    assert font_sizes().body == pytest.approx(14, abs=0.4)


@pytest.mark.parametrize("family", ["DejaVu Sans", "bpviz Sans SC", "no such font"])
def test_figures_stand_in_columns(app: QApplication, family: str) -> None:
    load_fonts()
    app.setFont(QFont(family, 10))
    font = tabular_font(font_sizes().small)
    metrics = QFontMetricsF(font)
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1
    assert font.pointSizeF() == font_sizes().small


def test_proportional_figures_give_way_to_a_font_of_one_width(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "bpviz.look.type_scale._has_figures_of_one_width", lambda font: False
    )
    assert QFontInfo(tabular_font(10)).fixedPitch()


def test_chinese_does_not_make_lines_higher() -> None:
    font = QRawFont(str(asset("fonts", "bpviz-sans-sc.ttf")), 100)
    assert font.ascent() + font.descent() == pytest.approx(117, abs=2)
