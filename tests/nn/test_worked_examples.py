"""Networks small enough to be worked by hand, number by number."""

import numpy as np
import pytest

from bpviz.data.catalog import load_dataset
from bpviz.data.order import BatchOrder
from bpviz.nn.initialisation import Initialisation
from bpviz.nn.optimizers import Hyperparameters
from bpviz.nn.trace import BackpropTrace
from bpviz.training.engine import Engine
from bpviz.training.experiment import DataChoice, Experiment
from bpviz.training.presets import preset
from tests.nn.problems import Problem


def first_update(
    activations: tuple[str, str],
    loss: str,
    parameters: list[float],
    inputs: list[list[float]],
    targets: list[list[float]],
    l2: float = 0.0,
) -> BackpropTrace:
    """Return the first update of a 3-2-1 network with a learning rate of 0.1."""
    experiment = Experiment(
        preset="by hand",
        data=DataChoice(key="by hand"),
        layer_sizes=(3, 2, 1),
        activations=activations,
        loss=loss,
        hyperparameters=Hyperparameters(learning_rate=0.1, l2=l2),
        batch_size=len(inputs),
        batch_order=BatchOrder.IN_ORDER,
        initialisation=Initialisation("given", values=tuple(parameters)),
    )
    problem = Problem(experiment, np.array(inputs), np.array(targets))
    return Engine(experiment, problem.dataset).trace()


def close(*rows: list[float]) -> object:
    return pytest.approx(np.array(rows), abs=5e-10)


def test_one_sample_with_sigmoid_and_cross_entropy() -> None:
    # x = (0.6, 0.8, 0.7), y = 0
    #        0.1 0.2                     0.1
    # W1 = ( 0.3 0.1 )  b1 = (0.1 0.1)  W2 = ( 0.2 )  b2 = (1)
    #        0.5 0.0
    trace = first_update(
        ("sigmoid", "sigmoid"),
        "binary_cross_entropy",
        [0.1, 0.2, 0.3, 0.1, 0.5, 0.0, 0.1, 0.1, 0.1, 0.2, 1.0],
        [[0.6, 0.8, 0.7]],
        [[0.0]],
    )
    # Forward.
    # z1_1 = 0.6 * 0.1 + 0.8 * 0.3 + 0.7 * 0.5 + 0.1 = 0.06 + 0.24 + 0.35 + 0.1 = 0.75
    # z1_2 = 0.6 * 0.2 + 0.8 * 0.1 + 0.7 * 0.0 + 0.1 = 0.12 + 0.08 + 0.00 + 0.1 = 0.3
    assert trace.activations[0] == close([0.6, 0.8, 0.7])
    assert trace.pre_activations[0] == close([0.75, 0.3])
    # a1_1 = 1 / (1 + exp(-0.75)) = 0.6791786992
    # a1_2 = 1 / (1 + exp(-0.3))  = 0.5744425168
    assert trace.activations[1] == close([0.6791786992, 0.5744425168])
    # z2 = 0.6791786992 * 0.1 + 0.5744425168 * 0.2 + 1
    #    = 0.0679178699 + 0.1148885034 + 1 = 1.1828063733
    assert trace.pre_activations[1] == close([1.1828063733])
    # a2 = 1 / (1 + exp(-1.1828063733)) = 0.7654520219
    assert trace.activations[2] == close([0.7654520219])
    # L = -ln(1 - 0.7654520219) = -ln(0.2345479781) = 1.4500951146
    assert trace.losses == pytest.approx([1.4500951146], abs=5e-10)
    # Backward.
    # delta2 = a2 - y = 0.7654520219
    assert trace.deltas[1] == close([0.7654520219])
    # delta1_1 = 0.7654520219 * 0.1 * 0.6791786992 * (1 - 0.6791786992)
    #          = 0.0765452022 * 0.2178949938 = 0.0166788164
    # delta1_2 = 0.7654520219 * 0.2 * 0.5744425168 * (1 - 0.5744425168)
    #          = 0.1530904044 * 0.2444583117 = 0.0374242218
    assert trace.deltas[0] == close([0.0166788164, 0.0374242218])
    # dL/dW2 = a1 delta2 = (0.6791786992 * 0.7654520219, 0.5744425168 * 0.7654520219)
    assert trace.weight_gradients(1) == close([0.5198787085], [0.4397081860])
    assert trace.bias_gradients(1) == pytest.approx([0.7654520219])
    # dL/dW1_ij = x_i delta1_j
    #   0.6 * 0.0166788164 = 0.0100072898    0.6 * 0.0374242218 = 0.0224545331
    #   0.8 * 0.0166788164 = 0.0133430531    0.8 * 0.0374242218 = 0.0299393774
    #   0.7 * 0.0166788164 = 0.0116751714    0.7 * 0.0374242218 = 0.0261969553
    assert trace.weight_gradients(0) == close(
        [0.0100072898, 0.0224545331],
        [0.0133430531, 0.0299393774],
        [0.0116751714, 0.0261969553],
    )
    assert trace.bias_gradients(0) == pytest.approx([0.0166788164, 0.0374242218])
    # Update: w - 0.1 dL/dw.
    #   0.1 - 0.00100072898 = 0.0989992710    0.2 - 0.00224545331 = 0.1977545467
    #   0.3 - 0.00133430531 = 0.2986656947    0.1 - 0.00299393774 = 0.0970060623
    #   0.5 - 0.00116751714 = 0.4988324829    0.0 - 0.00261969553 = -0.0026196955
    after = trace.parameters_after
    assert after.weights[0] == close(
        [0.0989992710, 0.1977545467],
        [0.2986656947, 0.0970060623],
        [0.4988324829, -0.0026196955],
    )
    # 0.1 - 0.00166788164 = 0.0983321184    0.1 - 0.00374242218 = 0.0962575778
    assert after.biases[0] == pytest.approx([0.0983321184, 0.0962575778])
    # 0.1 - 0.05198787085 = 0.0480121291    0.2 - 0.04397081860 = 0.1560291814
    assert after.weights[1] == close([0.0480121291], [0.1560291814])
    # 1 - 0.07654520219 = 0.9234547978
    assert after.biases[1] == pytest.approx([0.9234547978])


RELU_PARAMETERS = [0.5, -1.0, 0.25, 0.5, -0.5, 1.0, 0.1, 0.2, 2.0, -1.0, 0.3]
RELU_INPUTS = [[1.0, 2.0, -1.0], [0.0, 1.0, 2.0]]
RELU_TARGETS = [[3.0], [-1.0]]


def test_two_samples_with_relu_and_squared_error() -> None:
    # Short decimals, so that every number here is exact.
    #        0.5  -1.0                        2
    # W1 = ( 0.25  0.5 )  b1 = (0.1 0.2)  W2 = ( -1 )  b2 = (0.3)
    #       -0.5   1.0
    # x = (1 2 -1), y = 3    and    x = (0 1 2), y = -1
    trace = first_update(
        ("relu", "identity"),
        "squared_error",
        RELU_PARAMETERS,
        RELU_INPUTS,
        RELU_TARGETS,
    )
    # z1 = (0.5 + 0.5 + 0.5 + 0.1, -1 + 1 - 1 + 0.2) = (1.6, -0.8)
    # z1 = (0 + 0.25 - 1 + 0.1, 0 + 0.5 + 2 + 0.2) = (-0.65, 2.7)
    assert trace.pre_activations[0] == close([1.6, -0.8], [-0.65, 2.7])
    assert trace.activations[1] == close([1.6, 0.0], [0.0, 2.7])
    # z2 = 1.6 * 2 + 0 + 0.3 = 3.5    and    z2 = 0 - 2.7 + 0.3 = -2.4
    assert trace.pre_activations[1] == close([3.5], [-2.4])
    assert trace.activations[2] == close([3.5], [-2.4])
    # L = (3.5 - 3)^2 = 0.25    and    L = (-2.4 + 1)^2 = 1.96; their mean is 1.105
    assert trace.losses == pytest.approx([0.25, 1.96])
    assert trace.loss == pytest.approx(1.105)
    # delta2 = 2 (3.5 - 3) = 1    and    delta2 = 2 (-2.4 + 1) = -2.8
    assert trace.deltas[1] == close([1.0], [-2.8])
    # delta1 = 1 (2, -1) * (1, 0) = (2, 0)    and    -2.8 (2, -1) * (0, 1) = (0, 2.8)
    assert trace.deltas[0] == close([2.0, 0.0], [0.0, 2.8])
    # dL/dW2 = ((1.6 * 1 + 0 * -2.8) / 2, (0 * 1 + 2.7 * -2.8) / 2) = (0.8, -3.78)
    assert trace.weight_gradients(1) == close([0.8], [-3.78])
    # dL/db2 = (1 - 2.8) / 2 = -0.9
    assert trace.bias_gradients(1) == pytest.approx([-0.9])
    # dL/dW1 = ((1 * 2 + 0) / 2,       0      )   ( 1   0   )
    #          ((2 * 2 + 0) / 2, (1 * 2.8) / 2) = ( 2   1.4 )
    #          ((-1 * 2 + 0) / 2, (2 * 2.8) / 2)   (-1   2.8 )
    assert trace.weight_gradients(0) == close([1.0, 0.0], [2.0, 1.4], [-1.0, 2.8])
    assert trace.bias_gradients(0) == pytest.approx([1.0, 1.4])
    after = trace.parameters_after
    assert after.weights[0] == close([0.4, -1.0], [0.05, 0.36], [-0.4, 0.72])
    assert after.biases[0] == pytest.approx([0.0, 0.06], abs=1e-12)
    assert after.weights[1] == close([1.92], [-0.622])
    assert after.biases[1] == pytest.approx([0.39])


def test_the_penalty_pulls_at_weights_and_not_at_biases() -> None:
    trace = first_update(
        ("relu", "identity"),
        "squared_error",
        RELU_PARAMETERS,
        RELU_INPUTS,
        RELU_TARGETS,
        l2=0.5,
    )
    # Deltas and losses are those without a penalty; to each weight's gradient comes
    # half of the weight: 1 + 0.25, 0 - 0.5, 2 + 0.125, 1.4 + 0.25, -1 - 0.25, 2.8 + 0.5
    assert trace.losses == pytest.approx([0.25, 1.96])
    assert trace.deltas[0] == close([2.0, 0.0], [0.0, 2.8])
    assert trace.weight_gradients(0) == close([1.25, -0.5], [2.125, 1.65], [-1.25, 3.3])
    assert trace.bias_gradients(0) == pytest.approx([1.0, 1.4])
    # 0.8 + 1 and -3.78 - 0.5
    assert trace.weight_gradients(1) == close([1.8], [-4.28])
    assert trace.bias_gradients(1) == pytest.approx([-0.9])
    after = trace.parameters_after
    assert after.weights[0] == close([0.375, -0.95], [0.0375, 0.335], [-0.375, 0.67])
    assert after.biases[0] == pytest.approx([0.0, 0.06], abs=1e-12)
    assert after.weights[1] == close([1.82], [-0.572])
    assert after.biases[1] == pytest.approx([0.39])


def test_the_numbers_that_matt_mazur_published() -> None:
    """https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/.

    His error is half of ours, and his learning rate of 0.5 is our 0.25.
    """
    experiment = preset("mazur").experiment
    data = experiment.data
    trace = Engine(experiment, load_dataset(data.key, data.seed)).trace()
    assert trace.pre_activations[0][0, 0] == pytest.approx(0.3775, abs=1e-12)
    assert trace.activations[1][0, 0] == pytest.approx(0.593269992, abs=1e-9)
    assert trace.activations[1][0, 1] == pytest.approx(0.596884378, abs=1e-9)
    assert trace.pre_activations[1][0, 0] == pytest.approx(1.105905967, abs=1e-9)
    assert trace.activations[2][0, 0] == pytest.approx(0.75136507, abs=1e-8)
    assert trace.activations[2][0, 1] == pytest.approx(0.772928465, abs=1e-9)
    assert trace.loss == pytest.approx(2 * 0.298371109, abs=2e-9)
    # delta_o1 and dE/dw5, of an error that is half of ours
    assert trace.deltas[1][0, 0] == pytest.approx(2 * 0.138498562, abs=2e-9)
    assert trace.weight_gradients(1)[0, 0] == pytest.approx(2 * 0.082167041, abs=2e-9)
    assert trace.weight_gradients(0)[0, 0] == pytest.approx(2 * 0.000438568, abs=2e-9)
    first, second = trace.parameters_after.weights
    w1, w3, w2, w4 = first.ravel()  # rows are inputs, columns hidden nodes
    w5, w7, w6, w8 = second.ravel()
    assert w1 == pytest.approx(0.149780716, abs=1e-9)
    assert w2 == pytest.approx(0.19956143, abs=1e-8)
    assert w3 == pytest.approx(0.24975114, abs=1e-8)
    assert w4 == pytest.approx(0.29950229, abs=1e-8)
    assert w5 == pytest.approx(0.35891648, abs=1e-8)
    assert w6 == pytest.approx(0.408666186, abs=1e-9)
    assert w7 == pytest.approx(0.511301270, abs=1e-9)
    assert w8 == pytest.approx(0.561370121, abs=1e-9)
