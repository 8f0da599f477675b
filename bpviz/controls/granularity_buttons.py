"""The buttons that choose how far a step goes: an operation, an update, an epoch."""

from PyQt6.QtCore import QCoreApplication, QObject
from PyQt6.QtWidgets import QButtonGroup, QToolButton

from bpviz.controls.transport_words import GRANULARITIES
from bpviz.training.steps import Granularity

translate = QCoreApplication.translate


class GranularityButtons(QButtonGroup):
    """One button for each granularity, one of which is down.

    Parameters
    ----------
    parent : QObject
        Qt parent; it lays `buttons` out.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._buttons = {granularity: QToolButton() for granularity in GRANULARITIES}
        for number, (granularity, button) in enumerate(self._buttons.items()):
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setChecked(granularity is Granularity.UPDATE)
            self.addButton(button, number)

    @property
    def granularity(self) -> Granularity:
        """The one that is chosen."""
        return list(self._buttons)[self.checkedId()]

    def retranslate(self) -> None:
        """Put every text into the language of the moment."""
        for granularity, button in self._buttons.items():
            button.setText(translate("TransportBar", GRANULARITIES[granularity]))
            button.setToolTip(translate("TransportBar", "How far the step buttons go"))
