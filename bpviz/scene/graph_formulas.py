"""What each operation of a graph computes, and its local derivatives, as formulas.

Rich text with ``<sup>`` and ``<sub>``. What has words in it is marked for translation
in the context ``GraphFormulas``.
"""

from dataclasses import dataclass

from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.graph.local_derivative import Rule

_ONE_IF_POSITIVE = QT_TRANSLATE_NOOP("GraphFormulas", "1 where x &gt; 0, else 0")


@dataclass(frozen=True, slots=True)
class OperationFormulas:
    """How an operation is written.

    Attributes
    ----------
    title : str
        What people call it.
    value : str
        The formula of its value.
    result : str
        The letter that the formula has for the value.
    operands : tuple of str
        The letters for its operands; the last stands for all that follow as well.
    local : tuple of str
        The derivative by each operand; the last is that by all that follow as well.
    passes_on : str
        What the operation does with a gradient, as a sentence.
    """

    title: str
    value: str
    result: str
    operands: tuple[str, ...]
    local: tuple[str, ...]
    passes_on: str

    def operand(self, place: int) -> str:
        """Return the letter for an operand."""
        return self.operands[min(place, len(self.operands) - 1)]

    def local_derivative(self, place: int) -> str:
        """Return the formula of the derivative by an operand."""
        return self.local[min(place, len(self.local) - 1)]


FORMULAS: dict[str, OperationFormulas] = {
    "add": OperationFormulas(
        QT_TRANSLATE_NOOP("GraphFormulas", "Addition"),
        "z = x + y",
        "z",
        ("x", "y"),
        ("1",),
        QT_TRANSLATE_NOOP(
            "GraphFormulas", "It hands its gradient on to every operand as it is."
        ),
    ),
    "subtract": OperationFormulas(
        QT_TRANSLATE_NOOP("GraphFormulas", "Subtraction"),
        "z = x − y",
        "z",
        ("x", "y"),
        ("1", "−1"),
        QT_TRANSLATE_NOOP(
            "GraphFormulas",
            "It hands its gradient on: as it is to the first operand, with the other "
            "sign to the second.",
        ),
    ),
    "multiply": OperationFormulas(
        QT_TRANSLATE_NOOP("GraphFormulas", "Multiplication"),
        "z = x × y",
        "z",
        ("x", "y"),
        ("y", "x"),
        QT_TRANSLATE_NOOP(
            "GraphFormulas", "Each operand gets the gradient times the other operand."
        ),
    ),
    "divide": OperationFormulas(
        QT_TRANSLATE_NOOP("GraphFormulas", "Division"),
        "z = x / y",
        "z",
        ("x", "y"),
        ("1 / y", "−z / y = −x / y<sup>2</sup>"),
        QT_TRANSLATE_NOOP(
            "GraphFormulas",
            "The dividend gets the gradient divided by the divisor; the divisor gets "
            "it times −z / y.",
        ),
    ),
    "power": OperationFormulas(
        QT_TRANSLATE_NOOP("GraphFormulas", "Power"),
        "z = x<sup>y</sup>",
        "z",
        ("x", "y"),
        ("y x<sup>y−1</sup>", "z ln x"),
        QT_TRANSLATE_NOOP(
            "GraphFormulas",
            "The exponent comes down as a factor and becomes one less: x² has the "
            "slope 2x.",
        ),
    ),
    "negate": OperationFormulas(
        QT_TRANSLATE_NOOP("GraphFormulas", "Change of sign"),
        "z = −x",
        "z",
        ("x",),
        ("−1",),
        QT_TRANSLATE_NOOP("GraphFormulas", "It changes the gradient's sign, too."),
    ),
    "exp": OperationFormulas(
        QT_TRANSLATE_NOOP("GraphFormulas", "Exponential"),
        "y = e<sup>x</sup>",
        "y",
        ("x",),
        ("e<sup>x</sup> = y",),
        QT_TRANSLATE_NOOP("GraphFormulas", "Its value is its own derivative."),
    ),
    "log": OperationFormulas(
        QT_TRANSLATE_NOOP("GraphFormulas", "Natural logarithm"),
        "y = ln x",
        "y",
        ("x",),
        ("1 / x",),
        QT_TRANSLATE_NOOP("GraphFormulas", "It divides the gradient by its operand."),
    ),
    "identity": OperationFormulas(
        QT_TRANSLATE_NOOP("GraphFormulas", "Identity"),
        "y = x",
        "y",
        ("x",),
        ("1",),
        QT_TRANSLATE_NOOP("GraphFormulas", "It changes nothing, forward or backward."),
    ),
    "sigmoid": OperationFormulas(
        QT_TRANSLATE_NOOP("GraphFormulas", "Sigmoid"),
        "y = 1 / (1 + e<sup>−x</sup>)",
        "y",
        ("x",),
        ("y (1 − y)",),
        QT_TRANSLATE_NOOP(
            "GraphFormulas",
            "Its derivative needs nothing but its value y; it is largest, ¼, at x = 0.",
        ),
    ),
    "tanh": OperationFormulas(
        QT_TRANSLATE_NOOP("GraphFormulas", "Hyperbolic tangent"),
        "y = tanh x",
        "y",
        ("x",),
        ("1 − y<sup>2</sup>",),
        QT_TRANSLATE_NOOP(
            "GraphFormulas",
            "Its derivative needs nothing but its value y; it is largest, 1, at x = 0.",
        ),
    ),
    "relu": OperationFormulas(
        "ReLU",
        QT_TRANSLATE_NOOP("GraphFormulas", "y = x where x &gt; 0, else 0"),
        "y",
        ("x",),
        (_ONE_IF_POSITIVE,),
        QT_TRANSLATE_NOOP(
            "GraphFormulas",
            "Where a number came through, its gradient goes back; elsewhere 0 does.",
        ),
    ),
    "leaky_relu": OperationFormulas(
        QT_TRANSLATE_NOOP("GraphFormulas", "Leaky ReLU"),
        QT_TRANSLATE_NOOP("GraphFormulas", "y = x where x &gt; 0, else 0.01 x"),
        "y",
        ("x",),
        (QT_TRANSLATE_NOOP("GraphFormulas", "1 where x &gt; 0, else 0.01"),),
        QT_TRANSLATE_NOOP(
            "GraphFormulas",
            "Where x is negative, a hundredth of the gradient still goes back.",
        ),
    ),
    "softplus": OperationFormulas(
        QT_TRANSLATE_NOOP("GraphFormulas", "Softplus"),
        "y = ln(1 + e<sup>x</sup>)",
        "y",
        ("x",),
        ("1 / (1 + e<sup>−x</sup>)",),
        QT_TRANSLATE_NOOP("GraphFormulas", "Its derivative is the sigmoid of x."),
    ),
    "max": OperationFormulas(
        QT_TRANSLATE_NOOP("GraphFormulas", "Maximum"),
        "z = max(x, y)",
        "z",
        ("x", "y"),
        (
            QT_TRANSLATE_NOOP("GraphFormulas", "1 where x is the larger, else 0"),
            QT_TRANSLATE_NOOP("GraphFormulas", "1 where y is the larger, else 0"),
        ),
        QT_TRANSLATE_NOOP(
            "GraphFormulas",
            "The larger operand gets the gradient; equal ones get half of it each.",
        ),
    ),
    "sum": OperationFormulas(
        QT_TRANSLATE_NOOP("GraphFormulas", "Sum"),
        "z = Σ x<sub>i</sub>",
        "z",
        ("x",),
        ("1",),
        QT_TRANSLATE_NOOP("GraphFormulas", "Every entry gets the gradient as it is."),
    ),
    "affine": OperationFormulas(
        QT_TRANSLATE_NOOP("GraphFormulas", "Affine: matrix product with bias"),
        "Z = X W + b",
        "Z",
        ("X", "W", "b"),
        ("Wᵀ", "Xᵀ", "1"),
        QT_TRANSLATE_NOOP(
            "GraphFormulas",
            "Every derivative has the shape of what it is the derivative by; the bias "
            "was added to every row, so it gets the sum of the rows.",
        ),
    ),
    "softmax_with_loss": OperationFormulas(
        QT_TRANSLATE_NOOP("GraphFormulas", "Softmax with loss"),
        "y = softmax(x)<br>L = −(Σ t ln y) / n",
        "L",
        ("x", "t"),
        ("(y − t) / n", "−ln y / n"),
        QT_TRANSLATE_NOOP(
            "GraphFormulas",
            "Softmax and cross-entropy were made for each other: what goes back is the "
            "answer minus the target, y − t, divided by the number of rows n.",
        ),
    ),
}
"""By the operation's name."""

PRODUCTS: dict[Rule, str] = {
    Rule.TIMES: "{g} × {d}",
    Rule.SUM_OF_PRODUCTS: "Σ {g} × {d}",
    Rule.TIMES_TRANSPOSED: "{g} {d}",
    Rule.TRANSPOSED_TIMES: "{d} {g}",
    Rule.SUM_OF_ROWS: QT_TRANSLATE_NOOP("GraphFormulas", "sum of the rows of {g}"),
}
"""How a gradient g and a local derivative d are multiplied."""


def by(result: str, operand: str) -> str:
    """Return a derivative as it is written: ``∂z/∂x``."""
    return f"∂{result}/∂{operand}"
