"""The button on the network's picture that opens its options, and what they do."""

from PyQt6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    pyqtSignal,
)
from PyQt6.QtGui import QPalette
from PyQt6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from bpviz.controls.picture_options import PictureOptions
from bpviz.look.icons import icon
from bpviz.look.type_scale import GRID
from bpviz.scene.options import EdgeQuantity
from bpviz.views.network_view import NetworkView
from bpviz.window.settings import Settings

translate = QCoreApplication.translate

_SIDE = 28
_ICON = QSize(16, 16)


class PictureChoices(QObject):
    """Connects the options of the picture to the network, and remembers some.

    Parameters
    ----------
    network : NetworkView
        Whose picture it is; the button sits in its lower right corner, by the
        legends, and is part of it.
    settings : Settings
        Remembers digits and whether motion is reduced.

    Signals
    -------
    quantity_chosen(EdgeQuantity)
        Edges show something else now.
    row_chosen(int)
        Another sample of the batch is shown, from 0.
    digits_chosen(int)
        Numbers are written with so many significant digits.
    motion_reduced(bool)
        Whether numbers are in their places at once.
    """

    quantity_chosen = pyqtSignal(object)
    row_chosen = pyqtSignal(int)
    digits_chosen = pyqtSignal(int)
    motion_reduced = pyqtSignal(bool)

    def __init__(self, network: NetworkView, settings: Settings) -> None:
        super().__init__(network)
        self._network = network
        self._settings = settings
        network.reduced_motion = settings.reduced_motion
        network.set_precision(settings.digits)
        self.button = QToolButton(network)
        # Nothing is seen through it, so it need not be painted whenever the picture is.
        self.button.setBackgroundRole(QPalette.ColorRole.Window)
        self.button.setAutoFillBackground(True)
        self.button.setIcon(icon("sliders-horizontal"))
        self.button.setIconSize(_ICON)
        self.button.setAutoRaise(True)
        # A click leaves the keys that step to the network.
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.resize(_SIDE, _SIDE)
        self.options = PictureOptions(self.button)
        self._connect()
        self._retranslate()
        self._place()
        network.installEventFilter(self)

    def _connect(self) -> None:
        self.button.clicked.connect(self._open)
        options, network = self.options, self._network
        options.quantity_chosen.connect(self._choose_quantity)
        options.scale_chosen.connect(network.set_scale_mode)
        options.limit_chosen.connect(network.set_edge_limit)
        options.row_chosen.connect(network.set_row)
        options.row_chosen.connect(self.row_chosen)
        options.digits_chosen.connect(self._choose_digits)
        options.motion_reduced.connect(self._reduce_motion)

    def _open(self) -> None:
        frame = self._network.frame
        rows = 0 if frame is None or frame.trace is None else len(frame.trace.losses)
        self.options.show_options(
            self._network.options, rows, is_still=self._network.reduced_motion
        )
        self.options.open_beside(_on_screen(self.button), _on_screen(self._network))

    def _choose_quantity(self, quantity: EdgeQuantity) -> None:
        self._network.set_quantity(quantity)
        self.quantity_chosen.emit(quantity)

    def _choose_digits(self, digits: int) -> None:
        self._settings.digits = digits
        self._network.set_precision(digits)
        self.digits_chosen.emit(digits)

    def _reduce_motion(self, is_reduced: bool) -> None:
        self._settings.reduced_motion = is_reduced
        self._network.reduced_motion = is_reduced
        self.motion_reduced.emit(is_reduced)
        if is_reduced:
            self._network.stop_animation()

    def _place(self) -> None:
        network = self._network
        right, bottom = network.width() - GRID, network.height() - GRID
        self.button.move(right - _SIDE, bottom - _SIDE)

    def _retranslate(self) -> None:
        text = translate("PictureChoices", "How the network is drawn")
        self.button.setToolTip(text)
        self.button.setAccessibleName(text)

    @override
    def eventFilter(self, a0: QObject | None, a1: QEvent | None) -> bool:
        if a1 is not None and a1.type() == QEvent.Type.Resize:
            self._place()
        elif a1 is not None and a1.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        return super().eventFilter(a0, a1)


def _on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint()), widget.size())
