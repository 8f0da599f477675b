"""Every operation has its formula, in both notations, and it says the right thing."""

from itertools import product

import pytest

from bpviz.nn.network import Network
from bpviz.nn.optimizers import Hyperparameters, OptimizerName
from bpviz.scene.formulas import formula_of
from bpviz.scene.latex_text import length_of, plain_text, rich_text, wrapped
from bpviz.scene.notation import Notation
from bpviz.training.steps import Operation, OperationKind, operations_for
from tests.nn.problems import HIDDEN, OPTIMIZERS, OUTPUTS


def every_line() -> set[str]:
    """Every line of LaTeX that a network with one hidden layer can show."""
    lines: set[str] = set()
    for hidden, (output, loss), optimizer, notation in product(
        HIDDEN, OUTPUTS, OPTIMIZERS, Notation
    ):
        network = Network((2, 3, 2), (hidden, output), loss)
        settings = Hyperparameters(optimizer=optimizer, l2=0.1)
        for operation in operations_for(2):
            formula = formula_of(operation, network, settings, notation)
            assert formula.lines
            lines |= set(formula.lines)
    return lines


def text_of(
    kind: OperationKind,
    layer: int,
    notation: Notation = Notation.ROWS,
    *,
    activations: tuple[str, ...] = ("sigmoid", "identity"),
    loss: str = "squared_error",
    optimizer: OptimizerName = "sgd",
) -> list[str]:
    network = Network((2, 3, 2), activations, loss)
    settings = Hyperparameters(optimizer=optimizer)
    formula = formula_of(Operation(kind, layer), network, settings, notation)
    return [plain_text(line) for line in formula.lines]


def test_every_formula_can_be_read_without_typesetting() -> None:
    for line in every_line():
        plain, rich = plain_text(line), rich_text(line)
        assert plain
        assert not set("\\{}") & set(plain + rich), line
        assert rich.count("<su") == rich.count("</su")


@pytest.mark.parametrize(
    ("notation", "z", "delta", "gradient"),
    [
        (
            Notation.ROWS,
            "z(1) = a(0) W(1) + b(1)",
            "δ(1) = (δ(2) W(2)T) ⊙ σ′(z(1))",
            "∂L/∂W(1) = 1/n a(0)T δ(1)",
        ),
        (
            Notation.COLUMNS,
            "z(1) = W(1) a(0) + b(1)",
            "δ(1) = (W(2)T δ(2)) ⊙ σ′(z(1))",
            "∂L/∂W(1) = 1/n δ(1) a(0)T",
        ),
    ],
)
def test_products_are_written_in_the_notation(
    notation: Notation, z: str, delta: str, gradient: str
) -> None:
    assert text_of(OperationKind.PRE_ACTIVATION, 1, notation) == [z]
    assert text_of(OperationKind.DELTA, 1, notation)[0] == delta
    assert text_of(OperationKind.GRADIENT, 1, notation)[0] == gradient


@pytest.mark.parametrize(
    ("activations", "loss", "line"),
    [
        (("relu", "softmax"), "softmax_cross_entropy", "δ(2) = a(2) − y"),
        (("relu", "sigmoid"), "binary_cross_entropy", "δ(2) = a(2) − y"),
        (("relu", "identity"), "squared_error", "δ(2) = 2 (a(2) − y)"),
        (("relu", "tanh"), "squared_error", "δ(2) = 2 (a(2) − y) ⊙ tanh′(z(2))"),
    ],
)
def test_the_first_delta_is_that_of_the_loss(
    activations: tuple[str, ...], loss: str, line: str
) -> None:
    found = text_of(OperationKind.DELTA, 2, activations=activations, loss=loss)
    assert found[0] == line


@pytest.mark.parametrize(
    ("optimizer", "last"),
    [
        ("sgd", "b ← b − η ∂L/∂b"),
        ("momentum", "W ← W − η v"),
        ("rmsprop", "W ← W − η g / (√(s) + ε)"),
        ("adam", "W ← W − η (m / (1 − β1^t)) / (√(s / (1 − β2^t)) + ε)"),
    ],
)
def test_every_optimizer_has_its_update(optimizer: OptimizerName, last: str) -> None:
    assert text_of(OperationKind.UPDATE, 0, optimizer=optimizer)[-1] == last


def test_what_is_not_ours_names_its_source() -> None:
    network = Network((2, 3, 2), ("sigmoid", "identity"), "squared_error")
    settings = Hyperparameters(optimizer="adam")
    for operation in operations_for(2):
        if operation.kind in (OperationKind.DELTA, OperationKind.UPDATE):
            assert formula_of(operation, network, settings, Notation.ROWS).source


def test_a_formula_is_broken_before_its_operators() -> None:
    line = r"z = 0.11 \times 0.22 + 0.33 \times ({-}0.44) + 0.5 = 0.3790"
    assert [plain_text(part) for part in wrapped(line, 22)] == [
        "z = 0.11 × 0.22",
        "+ 0.33 × (−0.44) + 0.5",
        "= 0.3790",
    ]
    assert wrapped(line, 100) == (line,)


def test_brackets_are_broken_only_where_they_are_too_long() -> None:
    line = r"d = (0.11 \times 0.22 + 0.33 \times 0.44) \times 0.5"
    assert len(wrapped(line, 60)) == 1
    assert [plain_text(part) for part in wrapped(line, 24)] == [
        "d = (0.11 × 0.22",
        "+ 0.33 × 0.44) × 0.5",
    ]


def test_a_matrix_is_as_wide_as_its_columns() -> None:
    matrix = r"\begin{bmatrix} 1 & 22 \\ 333 & 4 \end{bmatrix}"
    assert plain_text(matrix) == "[1 22; 333 4]"
    assert length_of(matrix) == len("[333 22]")
