"""What the graph says in words: where it stands, what a node is."""

from PyQt6.QtCore import QCoreApplication

from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.graph.graph import CONSTANT, VARIABLE
from bpviz.scene.graph_explanation import ComputedLine, called, explained, step_line
from bpviz.scene.graph_folding import FOLDED, LOSS_TEXT
from bpviz.scene.graph_formulas import FORMULAS
from bpviz.scene.graph_numbers import exact, full_digits, shape_text
from bpviz.scene.graph_passes import Direction, GraphMoment, GraphStep

translate = QCoreApplication.translate

_PASSES = {
    Direction.FORWARD: QT_TRANSLATE_NOOP(
        "GraphView", "forward {number} of {count}: {what}"
    ),
    Direction.BACKWARD: QT_TRANSLATE_NOOP(
        "GraphView", "backward {number} of {count}: {what}"
    ),
}


def place_words(moment: GraphMoment) -> str:
    """Say where the passes stand: "forward 1 of 2: apple × apple_n = 200"."""
    step = moment.step
    if step is None:
        return translate("GraphView", "the beginning: only what is given is known")
    line = step_line(moment)
    what = _went_back(moment, step) if line is None else computed_words(line)
    return translate("GraphView", _PASSES[step.direction]).format(
        number=step.number, count=step.count, what=what
    )


def computed_words(line: ComputedLine) -> str:
    """Return a computation in one line: ``z = x × y = 2 × 3 = 6``."""
    parts = [line.text, line.numbers]
    if line.value is not None:
        is_number = not line.value.shape
        if not is_number:
            return f"{line.text}: {shape_text(line.value)}"
        parts.append(full_digits(float(line.value)))
    return " = ".join(dict.fromkeys(part for part in parts if part))


def _went_back(moment: GraphMoment, step: GraphStep) -> str:
    if step.is_seed:
        return "∂L/∂L = 1"
    explanation = explained(moment, step.node)
    parts = []
    for handed in explanation.handed_on:
        if handed.product is None:
            continue
        is_number = not handed.product.shape
        if is_number and handed.total is not None:
            # Where several come together, their sum is the derivative.
            parts.append(f"∂L/∂{handed.operand} += {exact(handed.product)}")
        elif is_number:
            parts.append(f"∂L/∂{handed.operand} = {exact(handed.product)}")
        else:
            parts.append(f"∂L/∂{handed.operand}: {shape_text(handed.product)}")
    if explanation.node.operation == FOLDED or len(parts) > _MOST_PARTS:
        template = translate("GraphView", "through {name}")
        return template.format(name=called(explanation.node))
    return ", ".join(parts)


_MOST_PARTS = 3


def operation_title(operation: str, text: str) -> str:
    """Return what people call the operation of a node."""
    if operation == VARIABLE:
        return translate("GraphView", "A variable")
    if operation == CONSTANT:
        return translate("GraphView", "A number that stays as it is")
    if operation == FOLDED:
        if text == LOSS_TEXT:
            return translate("GraphView", "The loss, folded")
        return translate("GraphView", "A neuron, folded")
    return translate("GraphFormulas", FORMULAS[operation].title)
