"""Each classic mistake is made in a plain backward pass, and called by its name."""

from collections.abc import Callable, Iterator
from math import inf

import numpy as np
import pytest

from bpviz.nn.arrays import Array
from bpviz.nn.diagnosis import ArrayDiagnosis, diagnose
from bpviz.nn.gradient_case import GradientCase
from bpviz.nn.mistakes import Cause, Form, Layout, Mistake, causes_of
from bpviz.nn.network import Network

ROWS = 5
SIZES = (3, 4, 4, 2)
NETWORKS = {
    "squared_error": Network(SIZES, ("sigmoid", "tanh", "sigmoid"), "squared_error"),
    "binary_cross_entropy": Network(
        SIZES, ("tanh", "softplus", "sigmoid"), "binary_cross_entropy"
    ),
    "softmax_cross_entropy": Network(
        SIZES, ("relu", "sigmoid", "softmax"), "softmax_cross_entropy"
    ),
}


def case_of(loss: str, *, l2: float = 0.0, rows: int = ROWS) -> GradientCase:
    network = NETWORKS[loss]
    rng = np.random.default_rng(3)
    targets = np.eye(2)[rng.integers(0, 2, rows)]
    return GradientCase(
        network,
        rng.normal(size=network.parameter_count),
        rng.normal(size=(rows, 3)),
        targets,
        l2,
    )


@pytest.fixture(params=NETWORKS)
def case(request: pytest.FixtureRequest) -> GradientCase:
    return case_of(request.param)


def slope(name: str, z: Array) -> Array:
    """Return f'(z), written anew."""
    sigmoid = 1 / (1 + np.exp(-z))
    slopes = {
        "sigmoid": sigmoid * (1 - sigmoid),
        "tanh": 1 - np.tanh(z) ** 2,
        "softplus": sigmoid,
        "relu": (z > 0) * 1.0,
    }
    return np.asarray(slopes[name])


class Student:
    """A backward pass as a student writes it, in which single lines can be changed.

    Each attribute is one line: a function that may be replaced by a wrong one.
    """

    def __init__(self, case: GradientCase) -> None:
        self.case = case
        self.loss_delta: Callable[[], Array] = self._loss_delta
        self.before: Callable[[int, Array], Array] = self._before
        self.weights: Callable[[int, Array], Array] = self._weights
        self.biases: Callable[[int, Array], Array] = self._biases

    def gradients(self) -> dict[str, Array]:
        found = {}
        deltas = self.loss_delta()
        for layer in range(self.case.network.depth, 0, -1):
            found[f"weights_{layer}"] = self.weights(layer, deltas)
            found[f"biases_{layer}"] = self.biases(layer, deltas)
            if layer > 1:
                deltas = self.before(layer - 1, deltas)
        return found

    def slope(self, layer: int) -> Array:
        network = self.case.network
        name = network.activations[layer - 1]
        return slope(name, self.case.pre_activations[layer - 1])

    def back(self, layer: int, deltas: Array) -> Array:
        return deltas @ self.case.parameters.weights[layer].T

    def _loss_delta(self) -> Array:
        difference = self.case.activations[-1] - self.case.targets
        if self.case.network.loss == "squared_error":
            return 2 * difference * self.slope(self.case.network.depth)
        return np.asarray(difference)

    def _before(self, layer: int, deltas: Array) -> Array:
        return self.back(layer, deltas) * self.slope(layer)

    def _weights(self, layer: int, deltas: Array) -> Array:
        inputs, w = self.case.activations[layer - 1], self.case.parameters.weights
        penalty = self.case.l2 * w[layer - 1]
        return np.asarray(inputs.T @ deltas / len(deltas) + penalty)

    def _biases(self, _layer: int, deltas: Array) -> Array:
        return np.asarray(deltas.mean(axis=0))


def found(case: GradientCase, given: dict[str, Array]) -> list[ArrayDiagnosis]:
    return [d for d in diagnose(case, given) if d.mistake is not None]


def first(case: GradientCase, given: dict[str, Array]) -> tuple[str, Mistake]:
    wrong = found(case, given)[0]
    assert wrong.mistake is not None
    return wrong.name, wrong.mistake


def changed(
    case: GradientCase, name: str, change: Callable[[Array], Array]
) -> dict[str, Array]:
    """Return right gradients but for one."""
    given = Student(case).gradients()
    return {**given, name: change(given[name])}


def test_right_gradients_in_the_order_of_the_backward_pass(case: GradientCase) -> None:
    diagnoses = diagnose(case, Student(case).gradients())
    assert [d.name for d in diagnoses] == [
        *("weights_3", "biases_3", "weights_2", "biases_2", "weights_1", "biases_1"),
    ]
    for diagnosis in diagnoses:
        assert diagnosis.mistake is None
        assert diagnosis.max_relative_error is not None
        assert diagnosis.max_relative_error < 1e-12
        assert diagnosis.given_shape == diagnosis.shape


@pytest.mark.parametrize(("error", "is_right"), [(1e-6, True), (1e-4, False)])
def test_what_numerical_gradients_leave_is_right(
    case: GradientCase, error: float, is_right: bool
) -> None:
    rng = np.random.default_rng(0)
    given = {
        name: array * (1 + error * rng.choice((-1, 1), array.shape))
        for name, array in Student(case).gradients().items()
    }
    assert [bool(found(case, {**case.gradients, n: a})) for n, a in given.items()] == [
        not is_right
    ] * 6


@pytest.mark.parametrize(
    ("factor", "causes"),
    [
        (-1, (Cause.SIGN,)),
        (ROWS, (Cause.SUM_FOR_MEAN,)),
        (1 / ROWS, (Cause.AVERAGED_TWICE,)),
        (-ROWS, (Cause.SIGN, Cause.SUM_FOR_MEAN)),
        (2, (Cause.DOUBLED,)),
        (2 * ROWS, (Cause.SUM_FOR_MEAN, Cause.DOUBLED)),
    ],
)
def test_factors(case: GradientCase, factor: float, causes: tuple[Cause, ...]) -> None:
    given = {n: factor * array for n, array in Student(case).gradients().items()}
    wrong = found(case, given)
    assert len(wrong) == 6
    for diagnosis in wrong:
        mistake = diagnosis.mistake
        assert mistake is not None
        assert (mistake.form, mistake.layout) == (Form.GRADIENT, Layout.AS_ASKED)
        assert mistake.factor == pytest.approx(factor)
        assert causes in mistake.causes
        assert mistake.is_like(wrong[0].mistake)


def test_a_half_may_be_a_mean_over_two_outputs() -> None:
    case = case_of("squared_error")
    given = changed(case, "weights_2", lambda array: array / 2)
    name, mistake = first(case, given)
    assert name == "weights_2"
    assert mistake.causes == ((Cause.MEAN_OVER_OUTPUTS,), (Cause.HALVED,))


def test_a_factor_that_nothing_explains(case: GradientCase) -> None:
    name, mistake = first(case, changed(case, "biases_2", lambda array: 3.7 * array))
    assert name == "biases_2"
    assert mistake.form is Form.GRADIENT
    assert mistake.factor == pytest.approx(3.7)
    assert mistake.causes == ()


@pytest.mark.parametrize("name", ["weights_3", "weights_2", "weights_1"])
def test_transposed(case: GradientCase, name: str) -> None:
    """Also where the matrix is square, so that its shape says nothing."""
    found_name, mistake = first(case, changed(case, name, np.transpose))
    assert found_name == name
    assert mistake == Mistake(Form.GRADIENT, Layout.TRANSPOSED)
    both = changed(case, name, lambda array: -array.T)
    assert first(case, both)[1].causes == ((Cause.SIGN,),)
    assert first(case, both)[1].layout is Layout.TRANSPOSED


def test_kept_dimensions(case: GradientCase) -> None:
    given = changed(case, "biases_3", lambda array: array[np.newaxis])
    assert first(case, given) == ("biases_3", Mistake(Form.GRADIENT, Layout.RESHAPED))
    assert found(case, given)[0].given_shape == (1, 2)
    assert found(case, given)[0].max_relative_error is None


@pytest.mark.parametrize("layer", [1, 2])
def test_missing_derivative(case: GradientCase, layer: int) -> None:
    student = Student(case)
    student.before = lambda at, deltas: (
        student.back(at, deltas) * (1 if at == layer else student.slope(at))
    )
    name, mistake = first(case, student.gradients())
    assert (name, mistake.form) == (f"weights_{layer}", Form.DERIVATIVE_MISSING)
    assert mistake.factor == 1


def test_missing_derivative_of_the_output() -> None:
    case = case_of("squared_error")
    student = Student(case)
    student.loss_delta = lambda: 2 * (case.activations[-1] - case.targets)
    assert first(case, student.gradients())[1].form is Form.DERIVATIVE_MISSING
    student.loss_delta = lambda: case.activations[-1] - case.targets
    mistake = first(case, student.gradients())[1]
    assert mistake.form is Form.DERIVATIVE_MISSING
    assert (Cause.HALVED,) in mistake.causes


def test_derivative_that_a_cross_entropy_contains_already() -> None:
    case = case_of("binary_cross_entropy")
    student = Student(case)
    right = student.loss_delta
    student.loss_delta = lambda: right() * student.slope(3)
    name, mistake = first(case, student.gradients())
    assert (name, mistake.form) == ("weights_3", Form.DERIVATIVE_TWICE)


@pytest.mark.parametrize("loss", ["squared_error", "binary_cross_entropy"])
def test_derivative_at_a(loss: str) -> None:
    case = case_of(loss)
    student = Student(case)
    names = case.network.activations
    student.before = lambda at, deltas: (
        student.back(at, deltas) * slope(names[at - 1], case.activations[at])
    )
    name, mistake = first(case, student.gradients())
    assert (name, mistake.form) == ("weights_2", Form.DERIVATIVE_OF_ACTIVATION)


def test_weights_not_transposed_on_the_way_back(case: GradientCase) -> None:
    student = Student(case)
    weights = case.parameters.weights
    student.before = lambda at, deltas: (
        (deltas @ weights[1] if at == 1 else student.back(at, deltas))
        * student.slope(at)
    )
    name, mistake = first(case, student.gradients())
    assert (name, mistake.form) == ("weights_1", Form.WEIGHTS_TRANSPOSED)


def test_z_for_a(case: GradientCase) -> None:
    student = Student(case)
    right = student.weights
    student.weights = lambda at, deltas: (
        right(at, deltas)
        if at == 1
        else case.pre_activations[at - 2].T @ deltas / len(deltas)
    )
    name, mistake = first(case, student.gradients())
    assert (name, mistake.form) == ("weights_3", Form.PRE_ACTIVATION_AS_INPUT)


@pytest.mark.parametrize(
    ("row", "form"), [(0, Form.FIRST_SAMPLE), (-1, Form.LAST_SAMPLE)]
)
def test_one_sample_alone(case: GradientCase, row: int, form: Form) -> None:
    student = Student(case)
    student.biases = lambda _, deltas: deltas[row]
    assert first(case, student.gradients()) == ("biases_3", Mistake(form))
    student.biases = lambda _, deltas: deltas[row] / ROWS
    mistake = first(case, student.gradients())[1]
    assert mistake.form is form
    assert mistake.causes == ((Cause.AVERAGED_TWICE,),)


def test_nobody_added_the_samples_up(case: GradientCase) -> None:
    student = Student(case)
    student.biases = lambda _, deltas: deltas
    name, mistake = first(case, student.gradients())
    assert (name, mistake.form) == ("biases_3", Form.PER_SAMPLE)


def test_another_array_and_the_parameter_itself(case: GradientCase) -> None:
    given = Student(case).gradients()
    swapped = {**given, "biases_2": given["biases_1"], "biases_1": given["biases_2"]}
    name, mistake = first(case, swapped)
    assert (name, mistake.form, mistake.other) == (
        *("biases_2", Form.OTHER_ARRAY, "biases_1"),
    )
    itself = {**given, "weights_1": case.parameter("weights_1")}
    assert first(case, itself) == ("weights_1", Mistake(Form.PARAMETER))


def test_zeros_and_no_numbers(case: GradientCase) -> None:
    zeros = changed(case, "weights_2", np.zeros_like)
    assert first(case, zeros) == ("weights_2", Mistake(Form.ZERO))
    given = Student(case).gradients()
    given["weights_2"][1, 3] = np.nan
    given["weights_1"][0, 0] = np.inf
    assert first(case, given) == ("weights_2", Mistake(Form.NOT_FINITE))
    wrong = found(case, given)
    assert [(d.max_relative_error, d.worst) for d in wrong] == [
        (inf, (1, 3)),
        (inf, (0, 0)),
    ]


def test_shapes_that_say_nothing(case: GradientCase) -> None:
    given = changed(case, "weights_1", lambda _: np.ones((7, 2, 1)))
    assert first(case, given) == ("weights_1", Mistake(Form.SHAPE))
    given = changed(case, "weights_1", lambda array: np.ones(array.shape[::-1]))
    assert first(case, given) == ("weights_1", Mistake(Form.SHAPE))


def test_one_wrong_entry_is_found(case: GradientCase) -> None:
    given = Student(case).gradients()
    given["weights_2"][2, 1] *= 1.01
    (wrong,) = found(case, given)
    assert wrong.mistake == Mistake(Form.UNKNOWN)
    assert wrong.worst == (2, 1)
    assert wrong.max_relative_error == pytest.approx(0.01 / 1.01)


def penalties() -> Iterator[tuple[str, Form, Callable[[GradientCase, Array], Array]]]:
    w = "weights_2"
    yield w, Form.PENALTY_MISSING, lambda case, g: g - case.penalty(w)
    yield w, Form.PENALTY_TWICE, lambda case, g: g + case.penalty(w)
    yield w, Form.PENALTY_AVERAGED, lambda case, g: g - case.penalty(w) * (1 - 1 / ROWS)
    b = "biases_1"
    yield b, Form.PENALTY_ON_BIASES, lambda case, g: g + case.l2 * case.parameter(b)


@pytest.mark.parametrize(("name", "form", "change"), list(penalties()))
@pytest.mark.parametrize("loss", NETWORKS)
def test_the_penalty(
    loss: str, name: str, form: Form, change: Callable[[GradientCase, Array], Array]
) -> None:
    case = case_of(loss, l2=0.3)
    assert not found(case, Student(case).gradients())
    given = changed(case, name, lambda array: change(case, array))
    assert first(case, given) == (name, Mistake(form))


def test_the_penalty_beside_another_mistake() -> None:
    """The data's share is summed, the penalty's is right."""
    case = case_of("squared_error", l2=0.3)
    student = Student(case)
    student.weights = lambda at, deltas: (
        case.activations[at - 1].T @ deltas + 0.3 * case.parameters.weights[at - 1]
    )
    mistake = first(case, student.gradients())[1]
    assert (mistake.form, mistake.causes) == (Form.GRADIENT, ((Cause.SUM_FOR_MEAN,),))


def test_a_gradient_of_zeros() -> None:
    """Dead ReLUs: nothing is right but zeros, and nothing explains anything else."""
    network = Network((2, 3, 1), ("relu", "identity"), "squared_error")
    flat = np.array([0, 0, -1.0] * 3 + [1, 1, 1, 0.0])
    case = GradientCase(network, flat, np.ones((4, 2)), np.ones((4, 1)))
    right = dict(case.gradients)
    assert not right["weights_1"].any()
    assert not found(case, right)
    wrong = {**right, "weights_1": np.array([[1.0, 2, 3], [4, 5, 7]])}
    assert first(case, wrong) == ("weights_1", Mistake(Form.UNKNOWN))


def test_one_sample_has_no_sum_and_no_mean() -> None:
    case = case_of("squared_error", rows=1)
    assert not found(case, Student(case).gradients())
    assert causes_of(1.0, 1, 1, 1e-5) == ()
    assert causes_of(-1.0, 1, 1, 1e-5) == ((Cause.SIGN,),)


def test_the_case_is_that_of_the_gradient_check() -> None:
    case = case_of("squared_error", l2=0.2)
    assert case.names == (
        *("weights_1", "biases_1", "weights_2", "biases_2", "weights_3", "biases_3"),
    )
    assert case.is_finite
    step = 1e-6
    flat = case.parameters.flat

    def loss(at: Array) -> float:
        a = case.activations[0]
        moved = GradientCase(case.network, at, a, case.targets)
        squares = sum(float((w**2).sum()) for w in moved.parameters.weights)
        errors = (moved.activations[-1] - case.targets) ** 2
        return float(errors.sum(axis=1).mean()) + 0.1 * squares

    for position, name, place in ((1, "weights_1", (1, 0)), (3, "biases_1", (0,))):
        h = np.zeros_like(flat)
        h[position] = step
        slope_there = (loss(flat + h) - loss(flat - h)) / (2 * step)
        assert case.gradients[name][place] == pytest.approx(slope_there, rel=1e-6)
