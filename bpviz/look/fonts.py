"""The font that the program brings with it, for Chinese where none is installed."""

from functools import lru_cache

from PyQt6.QtGui import QFontDatabase

from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.resources import asset


@lru_cache
def load_fonts() -> str:
    """Register the shipped font, once, and return the name of its family.

    That alone is enough: Qt falls back to it for characters which the application's
    font lacks, Latin text keeps the font it had, and where no font is installed at
    all it becomes the font.

    Raises
    ------
    InputError
        When the file is missing or not a font.
    """
    path = asset("fonts", "bpviz-sans-sc.ttf")
    number = QFontDatabase.addApplicationFont(str(path))
    if number < 0:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors", "The font {path} cannot be read. Please install bpviz again."
            ),
            path=path,
        )
    return QFontDatabase.applicationFontFamilies(number)[0]
