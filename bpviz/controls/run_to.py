"""Where to run to: an update, an epoch, a sample, the next wrong answer."""

from collections.abc import Callable

from PyQt6.QtCore import QCoreApplication, QEvent, QPoint, Qt, pyqtSignal
from PyQt6.QtGui import QShowEvent
from PyQt6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from bpviz.controls.place_fields import CountBox
from bpviz.data.dataset import Task
from bpviz.look.type_scale import GRID
from bpviz.training.conditions import SampleComes, WrongAnswer
from bpviz.training.frame import Frame
from bpviz.training.messages import Opened

translate = QCoreApplication.translate

_FARTHEST = 2_000_000_000


class RunTo(QFrame):
    """Pops up, asks where to go, and says so; Esc or a click elsewhere closes it.

    Parameters
    ----------
    parent : QWidget, optional
        Over which it pops up.

    Signals
    -------
    seek_requested(int)
        Go to the moment after so many updates.
    run_to_requested(Condition)
        Run until this happens.
    """

    seek_requested = pyqtSignal(int)
    run_to_requested = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._updates_per_epoch = 1
        self._update, self._epoch, self._sample = CountBox(), CountBox(), CountBox()
        self._update.setRange(0, _FARTHEST)
        self._epoch.setRange(1, _FARTHEST)
        self._sample.setRange(1, 1)
        self._wrong = QLabel()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(GRID, GRID, GRID, GRID)
        self._grid.setSpacing(GRID // 2)
        self._buttons = [
            self._add(self._update, self._go_to_update),
            self._add(self._epoch, self._go_to_epoch),
            self._add(self._sample, self._run_to_sample),
            self._add(self._wrong, self._run_to_wrong_answer),
        ]
        self._retranslate()

    def show_session(self, opened: Opened) -> None:
        """Offer what these data have."""
        self._updates_per_epoch = opened.updates_per_epoch
        self._sample.setRange(1, len(opened.dataset.train))
        is_classified = opened.dataset.task is Task.CLASSIFICATION
        for widget in (self._wrong, self._buttons[-1]):
            widget.setVisible(is_classified)

    def show_place(self, frame: Frame) -> None:
        """Begin with where the run stands, unless somebody is choosing."""
        if not self.isVisible():
            moment = frame.moment
            self._update.setValue(moment.update + (moment.operation > 0))
            self._epoch.setValue(frame.epoch + 1)

    def open_at(self, corner: QPoint) -> None:
        """Pop up with the top left corner at a point of the screen."""
        self.adjustSize()
        self.move(corner)
        self.show()

    def _add(self, field: QWidget, go: Callable[[], None]) -> QPushButton:
        row = self._grid.rowCount()
        button = QPushButton()
        button.setAutoDefault(True)  # Enter presses it, too.
        button.clicked.connect(go)
        if isinstance(field, CountBox):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            field.setMinimumWidth(20 * GRID)
            field.confirmed.connect(go)
        self._grid.addWidget(field, row, 0)
        self._grid.addWidget(button, row, 1)
        return button

    def _go_to_update(self) -> None:
        self.close()
        self.seek_requested.emit(self._update.value())

    def _go_to_epoch(self) -> None:
        self.close()
        epoch = self._epoch.value()
        self.seek_requested.emit((epoch - 1) * self._updates_per_epoch)

    def _run_to_sample(self) -> None:
        self.close()
        self.run_to_requested.emit(SampleComes(self._sample.value() - 1))

    def _run_to_wrong_answer(self) -> None:
        self.close()
        self.run_to_requested.emit(WrongAnswer())

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("RunTo", "Run to"))
        self._update.set_name(
            translate("RunTo", "update"),
            translate("RunTo", "The moment after so many updates"),
        )
        self._epoch.set_name(
            translate("RunTo", "epoch"), translate("RunTo", "Where an epoch begins")
        )
        self._sample.set_name(
            translate("RunTo", "sample"),
            translate("RunTo", "The next time that this training sample comes"),
        )
        self._wrong.setText(translate("RunTo", "the next wrong answer"))
        for button, words in zip(
            self._buttons,
            (
                translate("RunTo", "Go to the update"),
                translate("RunTo", "Go to the epoch"),
                translate("RunTo", "Run to the sample"),
                translate("RunTo", "Run to the next wrong answer"),
            ),
            strict=True,
        ):
            button.setText(translate("RunTo", "Go"))
            button.setAccessibleName(words)
            button.setToolTip(words)

    @override
    def showEvent(self, a0: QShowEvent | None) -> None:
        super().showEvent(a0)
        self._update.setFocus(Qt.FocusReason.PopupFocusReason)
        self._update.selectAll()

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
