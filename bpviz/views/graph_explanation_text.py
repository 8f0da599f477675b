"""The explanation of a node as rich text: each line of the chain rule with numbers."""

from html import escape

import numpy as np
from PyQt6.QtCore import QCoreApplication

from bpviz.look.theme import Theme
from bpviz.nn.arrays import Array
from bpviz.nn.graph.graph import CONSTANT, VARIABLE
from bpviz.nn.graph.local_derivative import Rule
from bpviz.scene.graph_explanation import (
    ComputedLine,
    HandedOn,
    NodeExplanation,
    called,
)
from bpviz.scene.graph_folding import FOLDED
from bpviz.scene.graph_formulas import FORMULAS, PRODUCTS, by
from bpviz.scene.graph_numbers import full_digits, is_too_large, number_grid, shape_text
from bpviz.scene.graph_roles import BatchMean
from bpviz.views.graph_network_words import mean_words

translate = QCoreApplication.translate

_DERIVATIVE = 2
_CHARACTERS = 8
_TRANSPOSED = (Rule.TIMES_TRANSPOSED, Rule.TRANSPOSED_TIMES)


class ExplanationText:
    """Writes in the colours of a theme.

    Parameters
    ----------
    theme : Theme
        Whose colours are used.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._derivative = theme.series[_DERIVATIVE]

    def formulas(self, operation: str) -> str:
        """Return what an operation computes and its local derivatives."""
        if operation in (VARIABLE, CONSTANT, FOLDED):
            return ""
        formulas = FORMULAS[operation]
        return translate("GraphFormulas", formulas.value)

    def sentence(self, explanation: NodeExplanation) -> str:
        """Return what a node does with gradients."""
        operation = explanation.node.operation
        if operation in FORMULAS:
            return translate("GraphFormulas", FORMULAS[operation].passes_on)
        if operation == FOLDED:
            return translate(
                "GraphView",
                "Several nodes drawn as one. A double click on it unfolds it.",
            )
        if operation == CONSTANT:
            return translate("GraphView", "No derivative is asked for.")
        return translate(
            "GraphView", "Its derivative says how much L changes when it changes."
        )

    def forward(self, explanation: NodeExplanation) -> str:
        """Return what the node has computed."""
        node = explanation.node
        if not explanation.computed:
            return self._equation(escape(node.text), node.value)
        return "".join(
            f"<p>{self._computed(line)}</p>" for line in explanation.computed
        )

    def backward(self, explanation: NodeExplanation) -> str:
        """Return what has come back, and the sum where it is more than one thing."""
        if explanation.node.is_constant or not explanation.arrivals:
            return ""
        formulas = FORMULAS.get(explanation.node.operation)
        letter = "z" if formulas is None else formulas.result
        own_name = called(explanation.node) if explanation.node.name else ""
        name = self._by(own_name or letter)
        last = explanation.arrivals[-1]
        if len(explanation.arrivals) == 1:
            text = self._colored(name, last.product)
            if not last.user:
                words = translate("GraphView", "the output by itself")
                text += f" <span style='color:{self._theme.muted_text}'>{words}</span>"
            return text
        through = translate("GraphView", "through {name}")
        lines = [
            self._colored(through.format(name=escape(arrival.user)), arrival.product)
            for arrival in explanation.arrivals
        ]
        sum_ = translate("GraphView", "{name}, the sum").format(name=name)
        if not explanation.is_complete:
            sum_ = translate("GraphView", "{name}, so far").format(name=name)
        lines.append(f"<b>{self._colored(sum_, last.total)}</b>")
        return "<br>".join(lines)

    def mean(self, mean: BatchMean) -> str:
        """Return the network's own gradient, which is not that of the sample alone."""
        number = self._in_color(full_digits(mean.gradient))
        words = (
            f"<span style='color:{self._theme.muted_text}'>{mean_words(mean)}</span>"
        )
        return f"{number}<br>{words}"

    def handed_on(self, handed: HandedOn) -> str:
        """Return upstream × local = result for one operand."""
        formulas = FORMULAS[handed.operation]
        letter = formulas.operand(handed.place)
        local = translate("GraphFormulas", formulas.local_derivative(handed.place))
        factor = handed.local.factor
        if handed.local.rule in _TRANSPOSED:
            factor = np.atleast_2d(factor).T
        lines = [f"<b>{self._by(handed.operand)}</b>"]
        if handed.local.rule is Rule.SUM_OF_ROWS:
            lines.append(self._local(by(formulas.result, letter), local, None))
        else:
            lines.append(self._local(by(formulas.result, letter), local, factor))
        if handed.gradient is not None and handed.product is not None:
            lines += self._product(handed)
        if handed.total is not None:
            total = translate("GraphView", "{name}, with all that has come back")
            name = total.format(name=self._by(handed.operand))
            lines.append(self._colored(name, handed.total))
        return "<br>".join(lines)

    def _product(self, handed: HandedOn) -> list[str]:
        rule = translate("GraphFormulas", PRODUCTS[handed.local.rule])
        formulas = FORMULAS[handed.operation]
        gradient, product = handed.gradient, handed.product
        assert gradient is not None
        assert product is not None
        if gradient.shape or product.shape:
            upstream = f"∂L/∂{formulas.result}" if gradient.shape else _number(gradient)
            letters = formulas.local_derivative(handed.place)
            is_matrix = handed.local.rule in _TRANSPOSED
            d = (
                letters
                if is_matrix
                else by(formulas.result, formulas.operand(handed.place))
            )
            return [
                f"= {rule.format(g=upstream, d=d)} =",
                self._in_color(_matrix(product)),
            ]
        factor = _in_brackets(_number(handed.local.factor))
        text = rule.format(g=_in_brackets(_number(gradient)), d=factor)
        return [f"= {text}", self._in_color(f"= {_number(product)}")]

    def _local(self, name: str, formula: str, factor: Array | None) -> str:
        muted = self._theme.muted_text
        words = translate("GraphView", "local")
        text = f"<span style='color:{muted}'>{words}</span> {name} = {formula}"
        if factor is None:
            return text
        if factor.shape:
            return f"{text} =<br>{_matrix(factor)}"
        number = _number(factor)
        return text if formula in (number, f"{number}") else f"{text} = {number}"

    def _computed(self, line: ComputedLine) -> str:
        text = escape(line.text)
        if line.numbers:
            text += f"<br>= {escape(line.numbers)}"
        if line.value is None:
            return f"{text}<br><span style='color:{self._theme.muted_text}'>" + (
                translate("GraphView", "not computed yet") + "</span>"
            )
        if line.value.shape:
            return f"{text} =<br>{_matrix(line.value)}"
        return f"{text}<br>= <b>{_number(line.value)}</b>"

    def _equation(self, name: str, value: Array) -> str:
        if value.shape:
            return f"{name} =<br>{_matrix(value)}"
        return name if name == str(value) else f"{name} = <b>{_number(value)}</b>"

    def _by(self, name: str) -> str:
        return f"∂L/∂{escape(name)}"

    def _colored(self, name: str, value: Array) -> str:
        if value.shape:
            return f"{name} =<br>{self._in_color(_matrix(value))}"
        return f"{name} = {self._in_color(_number(value))}"

    def _in_color(self, text: str) -> str:
        return f"<span style='color:{self._derivative}'>{text}</span>"


def _number(value: Array) -> str:
    return full_digits(float(value))


def _in_brackets(number: str) -> str:
    return f"({number})" if number.startswith("−") else number


def _matrix(value: Array) -> str:
    """Return rows of numbers between brackets, in letters of one width."""
    if not value.shape:
        return f"<b>{_number(value)}</b>"
    if is_too_large(value):
        return shape_text(value)
    grid = number_grid(value, _CHARACTERS)
    widths = [max(map(len, column)) for column in zip(*grid, strict=True)]
    rows = []
    for number, texts in enumerate(grid):
        left, right = _brackets(number, len(grid))
        cells = (
            text.rjust(width).replace(" ", "&nbsp;")
            for text, width in zip(texts, widths, strict=True)
        )
        rows.append(f"{left}{'&nbsp;&nbsp;'.join(cells)}{right}")
    return f"<span style='font-family:monospace'>{'<br>'.join(rows)}</span>"


def _brackets(row: int, rows: int) -> tuple[str, str]:
    if rows == 1:
        return "[", "]"
    if row == 0:
        return "⎡", "⎤"
    return ("⎣", "⎦") if row == rows - 1 else ("⎢", "⎥")
