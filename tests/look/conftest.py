"""What the tests of looks and languages share."""

from collections.abc import Iterator

import pytest
from PyQt6.QtCore import QLocale
from PyQt6.QtGui import QPalette
from PyQt6.QtWidgets import QApplication

from bpviz.look.translation import install_language


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, put back to its looks and language after the test."""
    palette, font, locale = QPalette(qapp.palette()), qapp.font(), QLocale()
    style = qapp.style()
    name = "Fusion" if style is None else style.objectName()
    yield qapp
    install_language(qapp, "en")
    QLocale.setDefault(locale)
    qapp.setFont(font)
    qapp.setStyle(name or "Fusion")
    qapp.setPalette(palette)
