"""Which one of a network's parameters is meant."""

from dataclasses import dataclass

from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.network import Network


@dataclass(frozen=True, slots=True)
class ParameterKey:
    """One weight or one bias.

    Attributes
    ----------
    layer : int
        The layer it belongs to, counted from 1.
    end : int
        The node of that layer that the weight leads to, or whose bias it is; from 0.
    start : int or None
        The node of the layer before that the weight comes from; None for a bias.
    """

    layer: int
    end: int
    start: int | None = None

    def position(self, network: Network) -> int:
        """Return its place in the flat vector of all parameters.

        Raises
        ------
        InputError
            If the network has no such parameter.
        """
        fans = tuple(network.fans())
        if 1 <= self.layer <= len(fans):
            fan_in, fan_out = fans[self.layer - 1]
            column = fan_in if self.start is None else self.start
            is_inside = self.start is None or 0 <= self.start < fan_in
            if is_inside and 0 <= self.end < fan_out:
                before = sum(out * (into + 1) for into, out in fans[: self.layer - 1])
                return before + self.end * (fan_in + 1) + column
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The network has no parameter {place}; open the network that it "
                "belongs to.",
            ),
            place=(self.layer, self.start, self.end),
        )
