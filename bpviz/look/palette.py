"""A theme as Qt's palette, put on the whole application."""

from PyQt6.QtGui import QColor, QPalette
from PyQt6.QtWidgets import QApplication, QToolTip

from bpviz.look.style.quiet import QuietStyle
from bpviz.look.style.strokes import BORDER, HOVER, ON_ACCENT, PRESSED, SEPARATOR
from bpviz.look.theme import DARK, LIGHT, Theme

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the application `theme`: our style and a palette with its colours.

    Own palettes, because on a Linux without a desktop portal Qt's own switch between
    light and dark changes nothing.
    """
    if not isinstance(app.style(), QuietStyle):
        app.setStyle(QuietStyle())
    palette = palette_for(theme)
    app.setPalette(palette)
    QToolTip.setPalette(palette)


def current_theme() -> Theme:
    """Return the theme that the application wears.

    It is read from the palette, which is the one place where it is kept. Whoever
    draws asks again on ``QEvent.Type.PaletteChange``.
    """
    is_dark = QApplication.palette().color(_Role.Window).lightnessF() < 0.5
    return DARK if is_dark else LIGHT


def palette_for(theme: Theme) -> QPalette:
    """Fill every role of every group of Qt's palette from the colours of `theme`."""
    palette = QPalette()
    for role, colour in _roles(theme).items():
        palette.setColor(_Group.All, role, QColor(colour))
    for role in (
        _Role.WindowText,
        _Role.Text,
        _Role.ButtonText,
        _Role.HighlightedText,
        _Role.PlaceholderText,
        _Role.Link,
        _Role.LinkVisited,
    ):
        palette.setColor(_Group.Disabled, role, QColor(theme.disabled_text))
    palette.setColor(_Group.Disabled, _Role.Base, QColor(theme.window))
    palette.setColor(_Group.Disabled, _Role.Button, QColor(theme.window))
    palette.setColor(_Group.Disabled, _Role.Highlight, QColor(theme.pressed))
    palette.setColor(_Group.Disabled, _Role.Accent, QColor(theme.disabled_text))
    palette.setColor(_Group.Disabled, BORDER, QColor(theme.separator))
    return palette


def _roles(theme: Theme) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: theme.window,
        _Role.WindowText: theme.text,
        _Role.Base: theme.base,
        _Role.AlternateBase: theme.alternate_base,
        _Role.Text: theme.text,
        _Role.PlaceholderText: theme.muted_text,
        _Role.Button: theme.button,
        _Role.ButtonText: theme.text,
        _Role.ToolTipBase: theme.tooltip,
        _Role.ToolTipText: theme.text,
        _Role.Highlight: theme.selection,
        _Role.HighlightedText: theme.text,
        _Role.Accent: theme.accent,
        _Role.Link: theme.accent,
        _Role.LinkVisited: theme.accent,
        # Roles that our style gives a meaning of its own.
        BORDER: theme.border,
        SEPARATOR: theme.separator,
        HOVER: theme.hover,
        PRESSED: theme.pressed,
        ON_ACCENT: theme.on_accent,
        _Role.Shadow: theme.border,
    }
