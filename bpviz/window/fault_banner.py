"""A banner that nobody overlooks for as long as a fault is on."""

from PyQt6.QtCore import QCoreApplication, QEvent, pyqtSignal
from PyQt6.QtGui import QColor, QPalette
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from bpviz.look.icons import icon
from bpviz.look.palette import current_theme
from bpviz.look.type_scale import GRID
from bpviz.look.words import fault_words
from bpviz.training.changes import RunSettings

translate = QCoreApplication.translate

_ICON_SIZE = 20


class FaultBanner(QWidget):
    """Says over the network that its numbers are wrong on purpose; cannot be closed.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.

    Signals
    -------
    switch_off_requested()
        The person wants to go on without the fault.
    """

    switch_off_requested = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = RunSettings()
        self._sign = QLabel()
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._switch_off = QPushButton()
        self._switch_off.clicked.connect(self.switch_off_requested)
        line = QHBoxLayout(self)
        line.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        line.setSpacing(GRID)
        line.addWidget(self._sign)
        line.addWidget(self._sentence, 1)
        line.addWidget(self._switch_off)
        self.setAutoFillBackground(True)
        self._wear_colors()
        self._show()

    def show_settings(self, settings: RunSettings) -> None:
        """Be there while a fault is on, and only then."""
        if settings != self._settings:
            self._settings = settings
            self._show()

    def _show(self) -> None:
        self.setVisible(self._settings.fault is not None)
        self._sentence.setText(
            translate(
                "BugLab", "A fault is on in this run, on purpose: {fault}."
            ).format(fault=fault_words(self._settings))
        )
        self._switch_off.setText(translate("BugLab", "Switch off"))

    def _wear_colors(self) -> None:
        theme = current_theme()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.error))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.window))
        if palette != self.palette():
            self.setPalette(palette)
        self._sentence.setPalette(palette)
        sign = icon("triangle-alert", QPalette.ColorRole.Window).pixmap(_ICON_SIZE)
        self._sign.setPixmap(sign)

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is None:
            return
        if a0.type() == QEvent.Type.LanguageChange:
            self._show()
        elif a0.type() == QEvent.Type.ApplicationPaletteChange:
            self._wear_colors()
