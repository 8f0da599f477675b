"""What the window remembers from one time to the next."""

from PyQt6.QtCore import QByteArray, QSettings, QStandardPaths

from bpviz.controls.pace import FIRST_PACE, PACES
from bpviz.look.theme_keeper import ThemeChoice
from bpviz.look.translation import LANGUAGES

LAYOUT_VERSION = 1
"""Raise it when panels come or go: a layout of another version is not restored."""


class Settings:
    """Geometry, layout, theme, language and pace, in one file of the person's.

    A value that cannot be used counts as none: settings are never a reason not to
    start.
    """

    def __init__(self) -> None:
        folder = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.GenericConfigLocation
        )
        self._store = QSettings(f"{folder}/bpviz/bpviz.ini", QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        """The theme chosen last."""
        value = self._store.value("theme")
        known = {choice.value for choice in ThemeChoice}
        return ThemeChoice(value) if value in known else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._store.setValue("theme", choice.value)

    @property
    def language(self) -> str | None:
        """The language chosen last; None for the system's."""
        value = self._store.value("language")
        return value if value in LANGUAGES else None

    @language.setter
    def language(self, language: str) -> None:
        self._store.setValue("language", language)

    @property
    def pace(self) -> int:
        """Which of `PACES` was chosen last."""
        value = self._store.value("pace")
        indices = {str(index): index for index in range(len(PACES))}
        return indices.get(str(value), FIRST_PACE)

    @pace.setter
    def pace(self, index: int) -> None:
        self._store.setValue("pace", index)

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window was and how large."""
        return self._bytes("geometry")

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("geometry", geometry)

    @property
    def layout(self) -> QByteArray | None:
        """Where the panels were."""
        return self._bytes("layout")

    @layout.setter
    def layout(self, layout: QByteArray) -> None:
        self._store.setValue("layout", layout)

    def sync(self) -> None:
        """Write what is remembered to the file now."""
        self._store.sync()

    def _bytes(self, key: str) -> QByteArray | None:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else None
