"""The names of inputs and outputs, and what the outputs are and should be."""

from collections.abc import Iterator, Sequence

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.scene.labels import LINE, Label, LabelRole
from bpviz.scene.layer_layout import RADIUS_FOR_A_NUMBER
from bpviz.scene.layer_scene import LayerScene
from bpviz.scene.numbers import format_decimals, format_number, format_short

NAME_GAP = 16
"""Between a node and its name, in pixels."""


def input_labels(inputs: LayerScene, names: Sequence[str]) -> Iterator[Label]:
    """Yield the names left of the inputs."""
    layout = inputs.layout
    if layout.is_picture or layout.columns > 1 or layout.pitch < LINE:
        return
    x = layout.left - NAME_GAP
    for node, (name, y) in enumerate(zip(names, layout.y.tolist(), strict=False)):
        yield Label(LabelRole.INPUT_NAME, name, x, y, 0, node)


def output_labels(
    outputs: LayerScene,
    names: Sequence[str],
    targets: Array | None,
    margin: float,
    precision: int,
) -> Iterator[Label]:
    """Yield names, targets and, where the nodes have no room for them, answers.

    Parameters
    ----------
    targets : Array or None
        What the outputs should be, (outputs,).
    margin : float
        The room right of the outputs.
    """
    layout, layer, answers = outputs.layout, outputs.layer, outputs.values.activations
    pitch = layout.pitch
    if layout.columns > 1 or pitch < LINE:
        return
    shown = _targets_worth_saying(targets, pitch)
    # A name moves up for its target only if all do: the names should stand still.
    is_shifted = len(shown) == len(layout.x)
    up, down = (LINE / 2, LINE / 2) if is_shifted else (0, LINE - 2)
    are_shares = answers is not None and bool(np.all(np.abs(answers) <= 1))
    x = layout.right + NAME_GAP
    for node, (name, y) in enumerate(zip(names, layout.y.tolist(), strict=False)):
        yield Label(LabelRole.OUTPUT_NAME, name, x, y - up, layer, node)
        if answers is not None and layout.radius < RADIUS_FOR_A_NUMBER:
            text = _answer(float(answers[node]), are_shares)
            end = layout.right + margin - NAME_GAP
            yield Label(LabelRole.OUTPUT_VALUE, text, end, y - up, layer, node)
        if node in shown:
            text = format_number(shown[node], precision)
            yield Label(LabelRole.TARGET, text, x, y + down, layer, node)


def _answer(value: float, is_share: bool) -> str:
    return format_decimals(value) if is_share else format_short(value)


def _targets_worth_saying(targets: Array | None, pitch: float) -> dict[int, float]:
    """Return targets by node: all, or of one class in many only the 1."""
    if targets is None or pitch < 2 * LINE:
        return {}
    numbers = dict(enumerate(targets.tolist()))
    *others, highest = sorted(numbers.values())
    if len(others) > 1 and highest == 1 and not any(others):
        return {node: number for node, number in numbers.items() if number == 1}
    return numbers
