"""What a network is: its layer sizes, activations and loss, checked once."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.activations import ACTIVATIONS
from bpviz.nn.losses import LOSSES


@dataclass(frozen=True, slots=True)
class Network:
    """A fully connected network, without its parameters.

    Attributes
    ----------
    layer_sizes : tuple of int
        Nodes of the input, then of every layer: (2, 100, 400, 1).
    activations : tuple of str
        One name from `ACTIVATIONS` for each layer.
    loss : str
        A name from `LOSSES`.

    Raises
    ------
    InputError
        If the parts do not make a network.
    """

    layer_sizes: tuple[int, ...]
    activations: tuple[str, ...]
    loss: str

    def __post_init__(self) -> None:
        for problem in self._problems():
            raise problem

    @property
    def depth(self) -> int:
        """Number of layers; the input is not one."""
        return len(self.layer_sizes) - 1

    @property
    def parameter_count(self) -> int:
        """Number of weights and biases together."""
        return sum((inputs + 1) * outputs for inputs, outputs in self.fans())

    def fans(self) -> Iterator[tuple[int, int]]:
        """Yield (fan_in, fan_out) of every layer."""
        return pairwise(self.layer_sizes)

    def _problems(self) -> Iterator[InputError]:
        if len(self.layer_sizes) < 2 or min(self.layer_sizes) < 1:
            yield InputError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "A network needs at least an input and an output size, each 1 or "
                    "more; got {sizes}.",
                ),
                sizes=",".join(map(str, self.layer_sizes)),
            )
        if len(self.activations) != self.depth:
            yield InputError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "{layers} layers need {layers} activations, one each; got {given}.",
                ),
                layers=self.depth,
                given=",".join(self.activations) or "0",
            )
        for number, name in enumerate(self.activations, start=1):
            if name not in ACTIVATIONS:
                yield InputError(
                    QT_TRANSLATE_NOOP(
                        "Errors", "Unknown activation {name}; choose from {known}."
                    ),
                    name=repr(name),
                    known=", ".join(ACTIVATIONS),
                )
            elif ACTIVATIONS[name].output_only and number < self.depth:
                yield InputError(
                    QT_TRANSLATE_NOOP(
                        "Errors",
                        "{name} belongs to the output layer; layer {layer} is hidden.",
                    ),
                    name=name,
                    layer=number,
                )
        if self.loss not in LOSSES:
            yield InputError(
                QT_TRANSLATE_NOOP(
                    "Errors", "Unknown loss {name}; choose from {known}."
                ),
                name=repr(self.loss),
                known=", ".join(LOSSES),
            )
        else:
            yield from self._output_problems()

    def _output_problems(self) -> Iterator[InputError]:
        output = self.activations[-1]
        partner = LOSSES[self.loss].partner
        if partner is not None and output != partner:
            yield InputError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "The loss {loss} needs {partner} as the output's activation, not "
                    "{output}.",
                ),
                loss=self.loss,
                partner=partner,
                output=output,
            )
        if output == "softmax" and self.layer_sizes[-1] == 1:
            yield InputError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "softmax with one output always answers 1: give it two outputs or "
                    "more, or use sigmoid.",
                )
            )
