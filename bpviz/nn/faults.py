"""Mistakes that people make when they program backpropagation, one at a time.

Each is wrong in exactly one place, so that what it does to the training and to the
gradient check can be seen and looked for. `faulty_backprop` computes them.
"""

from dataclasses import dataclass
from enum import StrEnum

from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.network import Network


class Fault(StrEnum):
    """A mistake in the backward pass or in what is made of its deltas."""

    FORGOTTEN_ACTIVATION_DERIVATIVE = "forgotten_activation_derivative"
    TRANSPOSED_WEIGHTS = "transposed_weights"
    SUM_FOR_MEAN = "sum_for_mean"
    FORGOTTEN_BIAS_GRADIENT = "forgotten_bias_gradient"
    LEAKING_GRADIENTS = "leaking_gradients"
    BIAS_UPDATED_PER_WEIGHT = "bias_updated_per_weight"


@dataclass(frozen=True, slots=True)
class Description:
    """A fault in words, each marked for translation in the context ``Faults``.

    Attributes
    ----------
    title : str
        What it is called.
    mistake : str
        What the programmer did wrong.
    hint : str
        What the gradient check shows of it.
    """

    title: str
    mistake: str
    hint: str


DESCRIPTIONS: dict[Fault, Description] = {
    Fault.FORGOTTEN_ACTIVATION_DERIVATIVE: Description(
        QT_TRANSLATE_NOOP("Faults", "Forgotten derivative"),
        QT_TRANSLATE_NOOP(
            "Faults",
            "The deltas that come back to a hidden layer are not multiplied by the "
            "derivative f'(z) of its activation.",
        ),
        QT_TRANSLATE_NOOP(
            "Faults",
            "The last layer is right. Every layer before it is wrong, weights and "
            "biases, and the farther from the output the more.",
        ),
    ),
    Fault.TRANSPOSED_WEIGHTS: Description(
        QT_TRANSLATE_NOOP("Faults", "Weights not transposed"),
        QT_TRANSLATE_NOOP(
            "Faults",
            "Deltas go back through W.reshape(W.shape[::-1]) where W.T is meant: the "
            "shape fits, but the numbers stand in other places.",
        ),
        QT_TRANSLATE_NOOP(
            "Faults",
            "The last layer is right. A layer whose deltas came through a matrix with "
            "several rows and columns is wrong, and so are all before it; signs differ "
            "as well as sizes.",
        ),
    ),
    Fault.SUM_FOR_MEAN: Description(
        QT_TRANSLATE_NOOP("Faults", "Sum instead of mean"),
        QT_TRANSLATE_NOOP(
            "Faults",
            "The samples' gradients are added up and never divided by their number.",
        ),
        QT_TRANSLATE_NOOP(
            "Faults",
            "Every derivative is too large by the same factor, the number of samples "
            "in the batch.",
        ),
    ),
    Fault.FORGOTTEN_BIAS_GRADIENT: Description(
        QT_TRANSLATE_NOOP("Faults", "Biases that never learn"),
        QT_TRANSLATE_NOOP(
            "Faults", "Only the weights are given a gradient; that of the biases is 0."
        ),
        QT_TRANSLATE_NOOP(
            "Faults",
            "All weights are right. All biases are wrong: 0 where numerical "
            "differentiation finds a slope.",
        ),
    ),
    Fault.LEAKING_GRADIENTS: Description(
        QT_TRANSLATE_NOOP("Faults", "Gradients that leak"),
        QT_TRANSLATE_NOOP(
            "Faults",
            "Gradients are added to those of the batch before, which nobody has set "
            "back to zero.",
        ),
        QT_TRANSLATE_NOOP(
            "Faults",
            "The first batch is right in everything. From the second on every array "
            "is wrong, by what the earlier batches have left.",
        ),
    ),
    Fault.BIAS_UPDATED_PER_WEIGHT: Description(
        QT_TRANSLATE_NOOP("Faults", "Bias inside the inner loop"),
        QT_TRANSLATE_NOOP(
            "Faults",
            "A node's bias is updated in the loop over its weights: once for every "
            "incoming weight instead of once.",
        ),
        QT_TRANSLATE_NOOP(
            "Faults",
            "All weights are right. Biases are too large by the number of inputs of "
            "their layer.",
        ),
    ),
}


def applicable(network: Network, rows: int) -> tuple[Fault, ...]:
    """Return the faults that make a difference to `network` in batches of `rows`."""
    hidden = network.activations[:-1]
    wide = [min(fans) > 1 for fans in network.fans()]
    makes_a_difference = {
        Fault.FORGOTTEN_ACTIVATION_DERIVATIVE: any(f != "identity" for f in hidden),
        Fault.TRANSPOSED_WEIGHTS: any(wide[1:]),  # none goes back through the first
        Fault.SUM_FOR_MEAN: rows > 1,
        Fault.BIAS_UPDATED_PER_WEIGHT: max(network.layer_sizes[:-1]) > 1,
    }
    return tuple(fault for fault in Fault if makes_a_difference.get(fault, True))


def extra_memories(fault: Fault | None) -> int:
    """Return how many vectors as long as the parameters a fault remembers."""
    return int(fault is Fault.LEAKING_GRADIENTS)
