"""A drop-down list whose entries have a value and a name for people."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from PyQt6.QtCore import QCoreApplication, QEvent, Qt
from PyQt6.QtGui import QWheelEvent
from PyQt6.QtWidgets import QComboBox, QSizePolicy, QWidget
from typing_extensions import override

translate = QCoreApplication.translate

V = TypeVar("V", bound=str)


class ChoiceBox(QComboBox, Generic[V]):
    """Offers the keys of a table under their names, in the language of the moment.

    Parameters
    ----------
    context : str
        The names' context of translation.
    names : mapping
        From every value to its name, marked for translation.
    parent : QWidget, optional
        Qt parent.
    """

    def __init__(
        self, context: str, names: Mapping[V, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._names = names
        for value, name in names.items():
            self.addItem(translate(context, name), value)
        # Long names are cut off with dots rather than making the whole panel wide.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def value(self) -> V | None:
        """Return the value chosen; None while there is none."""
        value: V | None = self.currentData()
        return value

    def set_value(self, value: V) -> None:
        """Choose `value`; nothing is chosen if it is not offered."""
        self.setCurrentIndex(self.findData(value))

    @override
    def changeEvent(self, e: QEvent | None) -> None:
        super().changeEvent(e)
        if e is not None and e.type() == QEvent.Type.LanguageChange:
            for index, name in enumerate(self._names.values()):
                self.setItemText(index, translate(self._context, name))

    @override
    def wheelEvent(self, e: QWheelEvent | None) -> None:
        # Scrolling the panel must not change what happens to lie under the pointer.
        if e is not None and not self.hasFocus():
            e.ignore()
        else:
            super().wheelEvent(e)
