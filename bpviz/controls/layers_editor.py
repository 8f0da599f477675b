"""The network's layers: their sizes in one line, an activation for each."""

from PyQt6.QtCore import QCoreApplication, QObject, pyqtSignal
from PyQt6.QtWidgets import QFormLayout, QLabel, QLineEdit

from bpviz.controls.choice_box import ChoiceBox
from bpviz.controls.choices import CONTEXT
from bpviz.look.words import ACTIVATIONS
from bpviz.messages import QT_TRANSLATE_NOOP, InputError

translate = QCoreApplication.translate

MOST_LAYERS = 12
"""More activations than this are not offered one by one."""


class LayersEditor(QObject):
    """Edits the sizes and activations of all layers, in rows of somebody's form.

    There are as many activations to choose as the sizes make layers; the last one
    stays with the output when layers are put in or taken out before it.

    Parameters
    ----------
    form : QFormLayout
        Where its rows are put, so that they line up with what else is there.
    parent : QObject, optional
        Qt parent.

    Signals
    -------
    edited()
        The person changed something.
    """

    edited = pyqtSignal()

    def __init__(self, form: QFormLayout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._sizes = QLineEdit()
        self._sizes_label = QLabel()
        self._sizes_label.setBuddy(self._sizes)
        self._boxes: list[ChoiceBox[str]] = []
        # Of hidden layers, also of those that are gone while sizes are being typed.
        self._hidden: list[str] = []
        self._labels: list[QLabel] = []
        form.addRow(self._sizes_label, self._sizes)
        self._first_row = form.rowCount()
        self._sizes.textEdited.connect(self._on_sizes_edited)
        self.retranslate()

    @property
    def sizes_field(self) -> QLineEdit:
        """Where the sizes are typed."""
        return self._sizes

    def show_layers(self, sizes: tuple[int, ...], activations: tuple[str, ...]) -> None:
        """Show these layers in place of the former."""
        self._sizes.setText(", ".join(map(str, sizes)))
        self._hidden = list(activations[:-1])
        self._show_activations(list(activations))

    def sizes(self) -> tuple[int, ...]:
        """Return the sizes typed: input, then every layer.

        Raises
        ------
        InputError
            If they are not whole numbers with commas between them.
        """
        try:
            return tuple(int(part) for part in self._sizes.text().split(","))
        except ValueError:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "Layers are whole numbers with commas between them, such as "
                    "784, 50, 10; got {text}.",
                ),
                text=repr(self._sizes.text()),
            ) from None

    def activations(self) -> tuple[str, ...]:
        """Return the activations chosen, one a layer."""
        return tuple(box.value() or "" for box in self._boxes)

    def retranslate(self) -> None:
        """Put every text into the language of the moment."""
        self._sizes_label.setText(translate("ExperimentForm", "Layers"))
        self._sizes.setAccessibleName(translate("ExperimentForm", "Layers"))
        self._sizes.setToolTip(
            translate(
                "ExperimentForm", "Nodes of the input, then of every layer, with commas"
            )
        )
        for number, (label, box) in enumerate(
            zip(self._labels, self._boxes, strict=True), start=1
        ):
            text = translate("ExperimentForm", "Layer {number}").format(number=number)
            label.setText(text)
            box.setAccessibleName(text)
            box.setToolTip(
                translate("ExperimentForm", "Activation of layer {number}").format(
                    number=number
                )
            )

    def _on_sizes_edited(self) -> None:
        try:
            depth = len(self.sizes()) - 1
        except InputError:
            pass  # It is said when the experiment is put together.
        else:
            if self._boxes and 1 <= depth <= MOST_LAYERS:
                *shown, output = self.activations()
                hidden = self._hidden
                hidden[: len(shown)] = shown
                last_hidden = hidden[-1] if hidden else _hidden_like(output)
                hidden += [last_hidden] * (depth - 1 - len(hidden))
                self._show_activations([*hidden[: depth - 1], output])
        self.edited.emit()

    def _show_activations(self, activations: list[str]) -> None:
        while len(self._boxes) > len(activations):
            self._form.removeRow(self._boxes.pop())
            self._labels.pop()
        while len(self._boxes) < len(activations):
            box = ChoiceBox(CONTEXT, ACTIVATIONS)
            box.activated.connect(self.edited)
            label = QLabel()
            label.setBuddy(box)
            self._form.insertRow(self._first_row + len(self._boxes), label, box)
            self._boxes.append(box)
            self._labels.append(label)
        for box, activation in zip(self._boxes, activations, strict=True):
            box.set_value(activation)
        self.retranslate()


def _hidden_like(output: str) -> str:
    """Choose for the first hidden layer of a network that had none."""
    return output if output not in ("softmax", "identity") else "sigmoid"
