"""The two themes: every colour of the window that is not data.

The network is the hero and the window around it is quiet: greys without a hue, and
one accent, used for what is selected and for what the next key does. The accent is
teal because the data are drawn between blue and red. The canvas is the window's own
colour, close to the middle of the diverging scale, so that weights near zero sink
into it.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Theme:
    """Colours by what they are for, each as ``"#rrggbb"``.

    Every text colour reaches a WCAG contrast of 4.5 on every surface that it is
    written on, and every `series` colour 3 on `window`; a test holds them to it.
    """

    name: str
    is_dark: bool

    # Surfaces, from the one that most is drawn on to the smallest.
    window: str
    """Behind everything: the chrome, the network and the plots."""
    base: str
    """Inside fields, lists and tables."""
    alternate_base: str
    """Every second row of a table."""
    button: str
    hover: str
    """Under the pointer."""
    pressed: str
    tooltip: str

    text: str
    """Also: axes, icons and labels in pictures."""
    muted_text: str
    """Units, hints, axis labels: what is read second."""
    disabled_text: str

    border: str
    """Round controls: has to be seen to find them."""
    separator: str
    """Between panels: has only to be felt."""
    grid_line: str
    """In plots, under the curves."""

    accent: str
    """What is selected, the focus ring, what the next key does."""
    on_accent: str
    """Text on `accent`."""
    selection: str
    """Behind selected text, rows and menu entries; `text` is written on it."""

    error: str
    warning: str
    success: str

    earlier_run: str
    """Curves of runs that are over."""
    series: tuple[str, ...]
    """Curves and classes, in this order; distinct for the colour-blind too."""


LIGHT = Theme(
    name="light",
    is_dark=False,
    window="#f6f6f7",
    base="#ffffff",
    alternate_base="#f1f2f4",
    button="#fdfdfd",
    hover="#e8eaed",
    pressed="#dcdfe3",
    tooltip="#ffffff",
    text="#1f2328",
    muted_text="#5a626c",
    disabled_text="#949ba4",
    border="#aeb5be",
    separator="#dfe2e6",
    grid_line="#e3e5e9",
    accent="#0b746b",
    on_accent="#ffffff",
    selection="#c3e6e1",
    error="#b3261e",
    warning="#855300",
    success="#1d7435",
    earlier_run="#a3a9b1",
    series=("#0072b2", "#c4560b", "#8a4f9e", "#8f6a00", "#3f8f6b", "#a04468"),
)

DARK = Theme(
    name="dark",
    is_dark=True,
    window="#1c1d20",
    base="#141517",
    alternate_base="#1a1b1e",
    button="#2a2c30",
    hover="#2e3136",
    pressed="#383b41",
    tooltip="#2a2c30",
    text="#e4e6e9",
    muted_text="#a2a8b1",
    disabled_text="#70767f",
    border="#565c65",
    separator="#2d3035",
    grid_line="#2c2e33",
    accent="#2dd4bf",
    on_accent="#04211d",
    selection="#15504a",
    error="#ff8a80",
    warning="#f0b64d",
    success="#62cf86",
    earlier_run="#666c75",
    series=("#56b4e9", "#ff9a52", "#cf9be0", "#e3c443", "#7fd0a4", "#f08fb0"),
)
