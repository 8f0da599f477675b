"""A field to type a number in."""

from PyQt6.QtWidgets import QLineEdit, QWidget

from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.scene.numbers import MINUS


class NumberField(QLineEdit):
    """Takes any text and says when it is not a number.

    Nothing is refused while it is typed: what is wrong is said in a sentence, where
    a validator would swallow keys without a word.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Narrow enough for two in a row.
        self.setMinimumWidth(48)

    def set_value(self, value: float) -> None:
        """Show `value`, in full."""
        self.setText(str(value).removesuffix(".0"))

    def number(self) -> float:
        """Return the number typed.

        Raises
        ------
        InputError
            If it is none.
        """
        try:
            return float(self._typed())
        except ValueError:
            raise InputError(
                QT_TRANSLATE_NOOP("Errors", "{name}: {text} is not a number."),
                name=self.accessibleName(),
                text=repr(self.text()),
            ) from None

    def whole_number(self) -> int:
        """Return the whole number typed.

        Raises
        ------
        InputError
            If it is none.
        """
        try:
            return int(self._typed())
        except ValueError:
            raise InputError(
                QT_TRANSLATE_NOOP("Errors", "{name}: {text} is not a whole number."),
                name=self.accessibleName(),
                text=repr(self.text()),
            ) from None

    def _typed(self) -> str:
        return self.text().replace(MINUS, "-")
