"""How the network is drawn: a sheet of choices that a button opens."""

from PyQt6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, pyqtSignal
from PyQt6.QtWidgets import QCheckBox, QFormLayout, QFrame, QSpinBox, QWidget
from typing_extensions import override

from bpviz.controls.choice_box import ChoiceBox
from bpviz.controls.form_rows import FormRows
from bpviz.look.type_scale import GRID
from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.scene.numbers import format_count
from bpviz.scene.options import EdgeQuantity, ScaleMode, SceneOptions

translate = QCoreApplication.translate

_CONTEXT = "PictureOptions"
_BY_SIZE, _ALL = "by_size", "all"

QUANTITIES = {
    EdgeQuantity.WEIGHT.value: QT_TRANSLATE_NOOP("PictureOptions", "weights"),
    EdgeQuantity.GRADIENT.value: QT_TRANSLATE_NOOP("PictureOptions", "gradients"),
    EdgeQuantity.LAST_UPDATE.value: QT_TRANSLATE_NOOP("PictureOptions", "last update"),
    EdgeQuantity.CONTRIBUTION.value: QT_TRANSLATE_NOOP(
        "PictureOptions", "contributions a · w"
    ),
}
SCALES = {
    _BY_SIZE: QT_TRANSLATE_NOOP("PictureOptions", "automatic"),
    ScaleMode.BY_LAYER.value: QT_TRANSLATE_NOOP("PictureOptions", "by layer"),
    ScaleMode.BY_NETWORK.value: QT_TRANSLATE_NOOP("PictureOptions", "by network"),
    ScaleMode.LOCKED.value: QT_TRANSLATE_NOOP("PictureOptions", "locked as it is now"),
}
LIMITS = {
    "1000": QT_TRANSLATE_NOOP("PictureOptions", "the strongest 1,000"),
    "2000": QT_TRANSLATE_NOOP("PictureOptions", "the strongest 2,000"),
    "4000": QT_TRANSLATE_NOOP("PictureOptions", "the strongest 4,000"),
    "16000": QT_TRANSLATE_NOOP("PictureOptions", "the strongest 16,000"),
    _ALL: QT_TRANSLATE_NOOP("PictureOptions", "all"),
}
DIGITS = range(2, 11)
"""Significant digits that can be chosen."""


class PictureOptions(QFrame):
    """Offers what edges show, how colours are scaled, how much is drawn.

    It is a popup: a click elsewhere or Escape closes it, and every choice is seen at
    once in the picture beside it.

    Parameters
    ----------
    parent : QWidget
        What it is opened from.

    Signals
    -------
    quantity_chosen(EdgeQuantity)
        What edges show.
    scale_chosen(ScaleMode or None)
        Which numbers share a scale; None for what suits the network.
    limit_chosen(int or None)
        How many edges between two layers are drawn; None for all.
    row_chosen(int)
        Which sample of the batch, from 0.
    digits_chosen(int)
        Significant digits.
    motion_reduced(bool)
        Whether numbers stand still.
    """

    quantity_chosen = pyqtSignal(object)
    scale_chosen = pyqtSignal(object)
    limit_chosen = pyqtSignal(object)
    row_chosen = pyqtSignal(int)
    digits_chosen = pyqtSignal(int)
    motion_reduced = pyqtSignal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._quantity = ChoiceBox(_CONTEXT, QUANTITIES)
        self._scale = ChoiceBox(_CONTEXT, SCALES)
        self._limit = ChoiceBox(_CONTEXT, LIMITS)
        self._row = QSpinBox()
        self._digits = QSpinBox()
        self._digits.setRange(DIGITS[0], DIGITS[-1])
        self._still = QCheckBox()
        form = QFormLayout(self)
        form.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        form.setSpacing(GRID)
        self._rows = FormRows(form, _CONTEXT)
        self._add_rows()
        form.addRow("", self._still)
        self._connect()
        self._retranslate()

    def show_options(self, options: SceneOptions, rows: int, *, is_still: bool) -> None:
        """Show how the network is drawn now.

        Parameters
        ----------
        rows : int
            Samples in the batch.
        is_still : bool
            Whether motion is reduced.
        """
        limit, mode = options.edge_limit, options.scale_mode
        fields = (self._quantity, self._scale, self._limit, self._row, self._digits)
        for field in (*fields, self._still):
            field.blockSignals(True)
        self._quantity.set_value(options.quantity.value)
        self._scale.set_value(_BY_SIZE if mode is None else mode.value)
        self._limit.set_value(_ALL if limit is None else str(limit))
        self._row.setRange(1, max(rows, 1))
        self._row.setValue(options.row + 1)
        self._row.setSuffix(_of_words(rows))
        self._rows.set_visible(self._row, rows > 1)
        self._digits.setValue(options.precision)
        self._still.setChecked(is_still)
        for field in (*fields, self._still):
            field.blockSignals(False)

    def open_beside(self, button: QRect, picture: QRect) -> None:
        """Open next to a picture, so as not to cover what changes in it.

        Parameters
        ----------
        button : QRect
            What opens it; where there is no room beside the picture it opens above.
        picture : QRect
            Both in pixels of the screen.
        """
        self.adjustSize()
        screen = self.screen()
        room = picture if screen is None else screen.availableGeometry()
        place = QPoint(picture.right() + GRID, button.bottom() - self.height())
        if place.x() + self.width() > room.right():
            over = QPoint(self.width(), self.height() + GRID // 2)
            place = button.topRight() - over
        self.move(place.x(), max(place.y(), room.top()))
        self.show()
        self._quantity.setFocus(Qt.FocusReason.PopupFocusReason)

    def _add_rows(self) -> None:
        add = self._rows.add
        add(
            QT_TRANSLATE_NOOP("PictureOptions", "Edges show"),
            QT_TRANSLATE_NOOP(
                "PictureOptions", "The number that an edge's colour stands for"
            ),
            self._quantity,
        )
        add(
            QT_TRANSLATE_NOOP("PictureOptions", "Colour scale"),
            QT_TRANSLATE_NOOP(
                "PictureOptions",
                "Which numbers share a scale of colours. A locked scale stays, so "
                "that colours can be compared over time",
            ),
            self._scale,
        )
        add(
            QT_TRANSLATE_NOOP("PictureOptions", "Edges drawn"),
            QT_TRANSLATE_NOOP(
                "PictureOptions", "How many edges between two layers, at most"
            ),
            self._limit,
        )
        add(
            QT_TRANSLATE_NOOP("PictureOptions", "Sample"),
            QT_TRANSLATE_NOOP(
                "PictureOptions", "Whose numbers are shown, of those in the batch"
            ),
            self._row,
        )
        add(
            QT_TRANSLATE_NOOP("PictureOptions", "Digits"),
            QT_TRANSLATE_NOOP(
                "PictureOptions", "How many significant digits numbers have"
            ),
            self._digits,
        )

    def _connect(self) -> None:
        self._quantity.currentIndexChanged.connect(
            lambda: self.quantity_chosen.emit(
                EdgeQuantity(self._quantity.currentData())
            )
        )
        self._scale.currentIndexChanged.connect(
            lambda: self.scale_chosen.emit(_mode_of(self._scale.value()))
        )
        self._limit.currentIndexChanged.connect(
            lambda: self.limit_chosen.emit(_limit_of(self._limit.value()))
        )
        self._row.valueChanged.connect(lambda row: self.row_chosen.emit(row - 1))
        self._digits.valueChanged.connect(self.digits_chosen)
        self._still.toggled.connect(self.motion_reduced)

    def _retranslate(self) -> None:
        self.setWindowTitle(translate("PictureOptions", "Picture"))
        self._rows.retranslate()
        self._still.setText(translate("PictureOptions", "Numbers do not move"))
        self._still.setToolTip(
            translate("PictureOptions", "Shows the result of every operation at once")
        )
        # The choices are as wide as their longest name needs.
        for box in (self._quantity, self._scale, self._limit):
            box.setMinimumWidth(box.sizeHint().width())

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _mode_of(value: str | None) -> ScaleMode | None:
    return None if value is None or value == _BY_SIZE else ScaleMode(value)


def _limit_of(value: str | None) -> int | None:
    return None if value is None or value == _ALL else int(value)


def _of_words(rows: int) -> str:
    return translate("PictureOptions", " of {count}").format(count=format_count(rows))
