"""The choices of an export: of what, as what, how large, on which background."""

from PyQt6.QtCore import QSize, pyqtSignal
from PyQt6.QtWidgets import QFormLayout, QSpinBox, QWidget

from bpviz.controls.choice_box import ChoiceBox
from bpviz.controls.form_rows import FormRows
from bpviz.look.type_scale import GRID
from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.window.export_choice import Background, ExportChoice, Subject

LEAST, MOST = 64, 8192
"""Pixels of a side."""


SUBJECTS = {
    Subject.NETWORK.value: QT_TRANSLATE_NOOP("ExportForm", "the network"),
    Subject.WINDOW.value: QT_TRANSLATE_NOOP("ExportForm", "the whole window"),
}
FORMATS = {
    ".png": QT_TRANSLATE_NOOP("ExportForm", "PNG, pixels"),
    ".svg": QT_TRANSLATE_NOOP("ExportForm", "SVG, lines and text"),
}
SCALES = {
    "1": QT_TRANSLATE_NOOP("ExportForm", "as on the screen"),
    "2": QT_TRANSLATE_NOOP("ExportForm", "twice as large"),
    "3": QT_TRANSLATE_NOOP("ExportForm", "three times as large"),
    "4": QT_TRANSLATE_NOOP("ExportForm", "four times as large"),
}
BACKGROUNDS = {
    Background.PRESENT.value: QT_TRANSLATE_NOOP("ExportForm", "as on the screen"),
    Background.LIGHT.value: QT_TRANSLATE_NOOP("ExportForm", "light"),
    Background.DARK.value: QT_TRANSLATE_NOOP("ExportForm", "dark"),
    Background.TRANSPARENT.value: QT_TRANSLATE_NOOP("ExportForm", "transparent"),
}


class ExportForm(QWidget):
    """Asks for the choices of an export.

    Parameters
    ----------
    network, window : QSize
        How large they are on the screen.
    has_network : bool
        Whether there is a network to export.
    parent : QWidget, optional
        Qt parent.

    Signals
    -------
    changed()
        Another choice is made.
    """

    changed = pyqtSignal()

    def __init__(
        self,
        network: QSize,
        window: QSize,
        *,
        has_network: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sizes = {Subject.NETWORK: network, Subject.WINDOW: window}
        self._subject = ChoiceBox("ExportForm", SUBJECTS)
        self._ending = ChoiceBox("ExportForm", FORMATS)
        self._scale = ChoiceBox("ExportForm", SCALES)
        self._width, self._height = _pixels(), _pixels()
        self._background = ChoiceBox("ExportForm", BACKGROUNDS)
        if not has_network:
            self._subject.set_value(Subject.WINDOW.value)
            self._subject.setEnabled(False)
        self._scale.set_value("2")
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GRID)
        self._rows = FormRows(form, "ExportForm")
        self._add_rows()
        self._rows.retranslate()
        for box in (self._subject, self._ending, self._scale, self._background):
            box.setMinimumWidth(box.sizeHint().width())
            box.currentIndexChanged.connect(self._adapt)
        self._scale.currentIndexChanged.connect(self._fit_size)
        self._subject.currentIndexChanged.connect(self._fit_size)
        self._fit_size()
        self._adapt()

    @property
    def choice(self) -> ExportChoice:
        """What is chosen now."""
        is_window = self._subject.value() == Subject.WINDOW.value
        return ExportChoice(
            Subject(self._subject.currentData()),
            ".png" if is_window else str(self._ending.value()),
            self._width.value(),
            self._height.value(),
            int(self._scale.value() or 1),
            Background.PRESENT
            if is_window
            else Background(self._background.currentData()),
        )

    def choose(self, choice: ExportChoice) -> None:
        """Make a choice."""
        self._subject.set_value(choice.subject.value)
        self._ending.set_value(choice.ending)
        self._scale.set_value(str(choice.scale))
        self._background.set_value(choice.background.value)
        self._width.setValue(choice.width)
        self._height.setValue(choice.height)

    def _fit_size(self) -> None:
        """Offer the size at which the picture is laid out as on the screen."""
        size = self._sizes[Subject(self._subject.currentData())] * int(
            self._scale.value() or 1
        )
        self._width.setValue(size.width())
        self._height.setValue(size.height())

    def _adapt(self) -> None:
        """Offer only what there is for the subject."""
        is_network = self._subject.value() == Subject.NETWORK.value
        # A window cannot be laid out anew, and its widgets are pixels.
        for field in (self._ending, self._width, self._height, self._background):
            field.setEnabled(is_network)
        if not is_network:
            self._ending.set_value(".png")
            self._background.set_value(Background.PRESENT.value)
        self.changed.emit()

    def _add_rows(self) -> None:
        add = self._rows.add
        add(
            QT_TRANSLATE_NOOP("ExportForm", "Picture of"),
            QT_TRANSLATE_NOOP("ExportForm", "What is to be seen on the picture"),
            self._subject,
        )
        add(
            QT_TRANSLATE_NOOP("ExportForm", "Format"),
            QT_TRANSLATE_NOOP(
                "ExportForm", "SVG stays sharp at any size and can be edited"
            ),
            self._ending,
        )
        add(
            QT_TRANSLATE_NOOP("ExportForm", "Text and lines"),
            QT_TRANSLATE_NOOP("ExportForm", "Scale of the drawing"),
            self._scale,
        )
        add(
            QT_TRANSLATE_NOOP("ExportForm", "Width and height"),
            QT_TRANSLATE_NOOP("ExportForm", "Of the picture, in pixels"),
            self._width,
            self._height,
        )
        add(
            QT_TRANSLATE_NOOP("ExportForm", "Background"),
            QT_TRANSLATE_NOOP("ExportForm", "What is behind the network"),
            self._background,
        )


def _pixels() -> QSpinBox:
    field = QSpinBox()
    field.setRange(LEAST, MOST)
    field.setSingleStep(10)
    return field
