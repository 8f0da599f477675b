import numpy as np
import pytest

from bpviz.scene.colors import (
    ZERO_INDEX,
    canvas_color,
    ink_colors,
    legend_colors,
    signed_colors,
    signed_indices,
    signed_table,
)

Color = tuple[float, float, float]

# Machado, Oliveira and Fernandes 2009, severity 1; applied to linear RGB.
SEEN_BY = {
    "protanopes": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopes": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopes": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


def linear(color: int) -> np.ndarray:
    channels = np.array([color >> 16 & 255, color >> 8 & 255, color & 255]) / 255
    return np.where(
        channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4
    )


def luminance(color: int) -> float:
    return float(linear(color) @ [0.2126, 0.7152, 0.0722])


def contrast(one: int, other: int) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(rgb: np.ndarray) -> np.ndarray:
    to_xyz = [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
    xyz = np.array(to_xyz) @ np.clip(rgb, 0, 1) / [0.95047, 1, 1.08883]
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("dark", [False, True])
def test_zero_is_the_canvas(dark: bool) -> None:
    assert signed_table(dark)[ZERO_INDEX] == canvas_color(dark)
    assert signed_colors(np.zeros(3), 2.0, dark).tolist() == [canvas_color(dark)] * 3


@pytest.mark.parametrize("dark", [False, True])
def test_contrast_with_the_canvas_grows_alike_on_both_sides(dark: bool) -> None:
    table = signed_table(dark).tolist()
    below, above = (
        [
            contrast(table[ZERO_INDEX + sign * step], canvas_color(dark))
            for step in range(0, 128, 8)
        ]
        for sign in (-1, 1)
    )
    assert below == sorted(below)
    assert above == sorted(above)
    np.testing.assert_allclose(below, above, rtol=0.1)
    assert min(contrast(table[1], table[128]), contrast(table[255], table[128])) > 6


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("share", "least"), [(1.0, 70), (0.5, 60), (0.25, 30)])
def test_the_colour_blind_tell_the_signs_apart(
    dark: bool, share: float, least: float
) -> None:
    table = signed_table(dark).tolist()
    step = round(127 * share)
    blue, red = linear(table[ZERO_INDEX - step]), linear(table[ZERO_INDEX + step])
    for matrix in SEEN_BY.values():
        seen = [lab(np.array(matrix) @ color) for color in (blue, red)]
        assert np.linalg.norm(seen[0] - seen[1]) > least


def test_places_are_symmetric_about_zero() -> None:
    values = np.random.default_rng(0).standard_normal(1000)
    above = signed_indices(values, 2.0).astype(int) - ZERO_INDEX
    below = signed_indices(-values, 2.0).astype(int) - ZERO_INDEX
    assert (above == -below).all()


def test_values_beyond_the_scale_have_its_end_and_nan_that_of_zero() -> None:
    values = np.array([-9.0, -np.inf, 9.0, np.inf, np.nan])
    assert signed_indices(values, 1.0).tolist() == [1, 1, 255, 255, ZERO_INDEX]


def test_a_power_lets_only_strong_values_stand_out() -> None:
    plain = signed_indices(np.array([-0.5, 0.5, 1.0]), 1.0)
    steep = signed_indices(np.array([-0.5, 0.5, 1.0]), 1.0, power=2.0)
    assert plain.tolist() == [128 - 64, 128 + 64, 255]
    assert steep.tolist() == [128 - 32, 128 + 32, 255]


def test_a_legend_has_the_colours_of_its_values() -> None:
    bar = legend_colors(False, -1, 101, power=2.5)
    values = np.linspace(-3, 3, 101)
    assert (bar == signed_colors(values, 3.0, False, power=2.5)).all()


@pytest.mark.parametrize("dark", [False, True])
def test_ink_goes_from_the_canvas_to_print(dark: bool) -> None:
    none, full = ink_colors(np.array([0.0, 1.0]), 1.0, dark).tolist()
    assert none == canvas_color(dark)
    assert contrast(none, full) > 10


def test_ink_beyond_its_scale_is_that_of_the_end_and_nan_leaves_the_canvas() -> None:
    values = np.array([-9.0, -np.inf, np.nan, 9.0, np.inf])
    expected = ink_colors(np.array([0.0, 0.0, 0.0, 1.0, 1.0]), 1.0, True)
    np.testing.assert_array_equal(ink_colors(values, 1.0, True), expected)


def test_the_tables_are_read_only() -> None:
    with pytest.raises(ValueError, match="read-only"):
        signed_table(True)[0] = 0
