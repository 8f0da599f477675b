"""The form for a number to be watched."""

from PyQt6.QtCore import QCoreApplication, pyqtSignal
from PyQt6.QtWidgets import QVBoxLayout, QWidget

from bpviz.controls.choice_box import ChoiceBox
from bpviz.controls.place_fields import PlaceFields
from bpviz.look.type_scale import GRID
from bpviz.look.watch_words import NORMS, OF_EDGES, QUANTITIES
from bpviz.training.messages import Opened
from bpviz.training.watches import Watch, WatchQuantity

translate = QCoreApplication.translate


class WatchForm(QWidget):
    """Asks what is to be watched, and where.

    Signals
    -------
    confirmed()
        Enter was pressed in a field.
    """

    confirmed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._quantity = ChoiceBox("Watches", QUANTITIES)
        self._place = PlaceFields()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._quantity)
        column.addWidget(self._place)
        self._quantity.currentIndexChanged.connect(self._show_what_applies)
        self._place.confirmed.connect(self.confirmed)
        self.retranslate()

    def show_session(self, opened: Opened) -> None:
        """Offer what this network has."""
        self._place.show_network(opened.experiment.layer_sizes)

    def watch(self) -> Watch:
        """Return what is described."""
        quantity = self._quantity.value() or WatchQuantity.WEIGHT
        place = self._place
        if quantity in NORMS:
            return Watch(quantity, place.layer)
        start = place.start if quantity in OF_EDGES else None
        return Watch(quantity, place.layer, place.node, start or 0)

    def retranslate(self) -> None:
        """Put every text into the language of the moment."""
        self._quantity.setAccessibleName(translate("Watches", "Watch"))
        self._quantity.setToolTip(
            translate("Watches", "What is drawn against the updates")
        )
        self._place.retranslate()
        self._show_what_applies()

    def _show_what_applies(self) -> None:
        quantity = self._quantity.value() or WatchQuantity.WEIGHT
        zero = ""
        if quantity in NORMS:
            zero = translate("Watches", "all layers")
        elif quantity is WatchQuantity.ACTIVATION:
            zero = translate("Watches", "input")
        is_norm = quantity in NORMS
        self._place.ask(node=not is_norm, start=quantity in OF_EDGES, zero=zero)
