"""Text can be read and curves can be seen in both themes."""

import re
from dataclasses import fields

import pytest

from bpviz.look.theme import DARK, LIGHT, Theme

both_themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def colours_of(theme: Theme) -> dict[str, str]:
    named = {f.name: getattr(theme, f.name) for f in fields(theme)}
    series = named.pop("series")
    del named["name"], named["is_dark"]
    return named | {f"series {i}": colour for i, colour in enumerate(series)}


def test_the_measure_of_contrast_knows_its_extremes() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


@both_themes
def test_every_colour_is_written_in_full(theme: Theme) -> None:
    for name, colour in colours_of(theme).items():
        assert re.fullmatch("#[0-9a-f]{6}", colour), name


@both_themes
@pytest.mark.parametrize("surface", ["window", "base", "alternate_base", "button"])
@pytest.mark.parametrize(
    "text", ["text", "muted_text", "accent", "error", "warning", "success"]
)
def test_text_can_be_read(theme: Theme, text: str, surface: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, surface)) >= 4.5


@both_themes
def test_text_can_be_read_where_only_plain_text_stands(theme: Theme) -> None:
    for surface in (theme.tooltip, theme.selection, theme.hover, theme.pressed):
        assert contrast(theme.text, surface) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@both_themes
def test_curves_stand_out_from_the_canvas(theme: Theme) -> None:
    assert min(contrast(colour, theme.window) for colour in theme.series) >= 3
    assert 1.8 <= contrast(theme.earlier_run, theme.window) < 4.5


@both_themes
def test_quiet_things_are_quiet_and_still_there(theme: Theme) -> None:
    assert 1.1 <= contrast(theme.grid_line, theme.window) <= 1.5
    assert 1.1 <= contrast(theme.separator, theme.window) <= 1.5
    assert contrast(theme.border, theme.window) >= 1.8
    assert 2.2 <= contrast(theme.disabled_text, theme.window) < 4.5


@both_themes
def test_the_accent_is_not_a_colour_of_the_data(theme: Theme) -> None:
    # The diverging scales run from blue to red; between them lies no green.
    red, green, blue = (int(theme.accent[i : i + 2], 16) for i in (1, 3, 5))
    assert green > blue > red


def test_the_themes_are_what_they_are_called() -> None:
    assert not LIGHT.is_dark
    assert DARK.is_dark
    assert luminance(LIGHT.window) > 0.5 > luminance(DARK.window)
    assert len(LIGHT.series) == len(DARK.series)
