"""A note that cannot be missed: the run has a fault on."""

from PyQt6.QtCore import QCoreApplication
from PyQt6.QtWidgets import QLabel

from bpviz.look.labels import color_text
from bpviz.look.theme import Theme
from bpviz.look.type_scale import font_sizes
from bpviz.look.words import fault_words
from bpviz.training.changes import RunSettings

translate = QCoreApplication.translate


class FaultNote(QLabel):
    """Names the fault that is on, in the colour of warnings; else it is not there."""

    def __init__(self) -> None:
        super().__init__()
        self._settings = RunSettings()
        self.hide()

    @property
    def is_on(self) -> bool:
        """Whether there is a fault to be named."""
        return self._settings.fault is not None

    def show_settings(self, settings: RunSettings) -> None:
        """Name the fault that is on with these settings, if any."""
        if settings != self._settings:
            self._settings = settings
            self.retranslate()
            self.setVisible(settings.fault is not None)

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        color_text(self, theme.warning)
        font = self.font()
        font.setPointSizeF(font_sizes().small)
        font.setBold(True)
        self.setFont(font)

    def retranslate(self) -> None:
        """Write it in the language of the moment."""
        title = fault_words(self._settings)
        if not title:
            self.clear()
            return
        self.setText(translate("Curves", "Fault on: {title}").format(title=title))
