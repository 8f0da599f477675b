"""Labelled rows of a form that follow the language of the moment."""

from dataclasses import dataclass

from PyQt6.QtCore import QCoreApplication
from PyQt6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QWidget

from bpviz.look.type_scale import GRID

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Row:
    label: QLabel
    fields: tuple[QWidget, ...]
    text: str
    hint: str


class FormRows:
    """Adds rows to a form and keeps their texts.

    Parameters
    ----------
    form : QFormLayout
        Where the rows go.
    context : str
        The texts' context of translation.
    """

    def __init__(self, form: QFormLayout, context: str) -> None:
        self._form = form
        self._context = context
        self._rows: list[_Row] = []

    def add(self, text: str, hint: str, *fields: QWidget) -> None:
        """Add a row with one field, or with a few side by side.

        Parameters
        ----------
        text, hint : str
            The label and the tooltip, marked for translation.
        """
        label = QLabel()
        label.setBuddy(fields[0])
        self._rows.append(_Row(label, fields, text, hint))
        if len(fields) == 1:
            self._form.addRow(label, fields[0])
            return
        together = QHBoxLayout()
        together.setSpacing(GRID // 2)
        for field in fields:
            # A list of choices needs more room than a number.
            together.addWidget(field, 3 if isinstance(field, QComboBox) else 2)
        self._form.addRow(label, together)

    def set_visible(self, field: QWidget, visible: bool) -> None:
        """Show or hide the row that `field` is in."""
        for row in self._rows:
            if field in row.fields:
                number, _ = self._form.getWidgetPosition(row.label)
                self._form.setRowVisible(number, visible)

    def retranslate(self) -> None:
        """Put every text into the language of the moment."""
        for row in self._rows:
            text = translate(self._context, row.text)
            hint = translate(self._context, row.hint)
            row.label.setText(text)
            for field in row.fields:
                field.setAccessibleName(text)
                field.setToolTip(hint)
