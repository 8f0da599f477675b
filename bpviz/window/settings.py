"""What the window remembers from one time to the next."""

from PyQt6.QtCore import QByteArray, QSettings, QStandardPaths

from bpviz.controls.pace import FIRST_PACE, PACES
from bpviz.controls.picture_options import DIGITS
from bpviz.look.theme_keeper import ThemeChoice
from bpviz.look.translation import LANGUAGES
from bpviz.scene.notation import Notation
from bpviz.scene.options import SceneOptions

_TRUE = (True, "true")
"""What is read back: the value set in this run, or its text in the file."""

LAYOUT_VERSION = 2
"""Raise it when panels come or go: a layout of another version is not restored."""


class Settings:
    """Geometry, layout, theme, language, pace and picture, in the person's own file.

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
    def digits(self) -> int:
        """Significant digits of numbers chosen last."""
        known = {str(digits): digits for digits in DIGITS}
        return known.get(str(self._store.value("digits")), SceneOptions().precision)

    @digits.setter
    def digits(self, digits: int) -> None:
        self._store.setValue("digits", digits)

    @property
    def reduced_motion(self) -> bool:
        """Whether numbers stand still; not until somebody says so."""
        return bool(self._store.value("reduced_motion") in _TRUE)

    @reduced_motion.setter
    def reduced_motion(self, is_reduced: bool) -> None:
        self._store.setValue("reduced_motion", is_reduced)

    @property
    def notation(self) -> Notation:
        """How products are written, as chosen last."""
        value = self._store.value("notation")
        known = {notation.value for notation in Notation}
        return Notation(value) if value in known else Notation.ROWS

    def set_notation(self, notation: Notation) -> None:
        """Remember how products are written."""
        self._store.setValue("notation", notation.value)

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
