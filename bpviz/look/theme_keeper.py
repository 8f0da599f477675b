"""Keeps the theme that the user chose on the application."""

from enum import StrEnum

from PyQt6.QtCore import QObject, Qt, pyqtSignal
from PyQt6.QtGui import QStyleHints
from PyQt6.QtWidgets import QApplication

from bpviz.look.palette import apply_theme
from bpviz.look.theme import DARK, LIGHT, Theme


class ThemeChoice(StrEnum):
    """What a user can choose; the values are those of ``--theme`` and the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES = {
    ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
    ThemeChoice.LIGHT: Qt.ColorScheme.Light,
    ThemeChoice.DARK: Qt.ColorScheme.Dark,
}


class ThemeKeeper(QObject):
    """Applies a choice of theme and follows the system's when that is the choice.

    Parameters
    ----------
    app : QApplication
        What is themed; also the parent.

    Signals
    -------
    theme_about_to_change()
        The application is about to wear another one.
    theme_changed(Theme)
        The application wears another theme now. Canvases that do not paint from the
        palette redraw with it.
    """

    theme_about_to_change = pyqtSignal()
    theme_changed = pyqtSignal(object)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice = ThemeChoice.SYSTEM
        self._theme: Theme | None = None
        hints = _style_hints(app)
        hints.colorSchemeChanged.connect(self._on_system_scheme_changed)

    @property
    def choice(self) -> ThemeChoice:
        """What was chosen last."""
        return self._choice

    def choose(self, choice: ThemeChoice) -> Theme:
        """Put the chosen theme on the application and return it."""
        self._choice = choice
        self._tell_system(choice)
        theme = theme_for(choice, _style_hints(self._app).colorScheme())
        if theme != self._theme:
            self._theme = theme
            self.theme_about_to_change.emit()
            apply_theme(self._app, theme)
            self.theme_changed.emit(theme)
        return theme

    def _tell_system(self, choice: ThemeChoice) -> None:
        """Ask for window frames and system dialogs of the same kind."""
        hints = _style_hints(self._app)
        if hasattr(hints, "setColorScheme"):  # Qt 6.8
            hints.setColorScheme(_SCHEMES[choice])

    def _on_system_scheme_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self.choose(ThemeChoice.SYSTEM)


def theme_for(choice: ThemeChoice, system: Qt.ColorScheme) -> Theme:
    """Return the theme for a choice; `system` counts for ``SYSTEM``, else light."""
    if choice is ThemeChoice.SYSTEM:
        return DARK if system is Qt.ColorScheme.Dark else LIGHT
    return DARK if choice is ThemeChoice.DARK else LIGHT


def _style_hints(app: QApplication) -> QStyleHints:
    hints = app.styleHints()
    assert hints is not None  # An application always has them.
    return hints
