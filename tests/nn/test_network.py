"""What a network is, and the sentence for everything that is none."""

import pytest

from bpviz.messages import InputError
from bpviz.nn.network import Network

KNOWN = "identity, sigmoid, tanh, relu, leaky_relu, softplus, softmax"


def test_numbers_of_a_network() -> None:
    network = Network((2, 100, 400, 1), ("sigmoid",) * 3, "squared_error")
    assert network.depth == 3
    assert list(network.fans()) == [(2, 100), (100, 400), (400, 1)]
    assert network.parameter_count == 300 + 40_400 + 401


@pytest.mark.parametrize(
    ("sizes", "activations", "loss", "sentence"),
    [
        (
            (),
            (),
            "squared_error",
            "A network needs at least an input and an output size, each 1 or more; "
            "got .",
        ),
        (
            (3,),
            (),
            "squared_error",
            "A network needs at least an input and an output size, each 1 or more; "
            "got 3.",
        ),
        (
            (3, 0, 1),
            ("tanh", "tanh"),
            "squared_error",
            "A network needs at least an input and an output size, each 1 or more; "
            "got 3,0,1.",
        ),
        (
            (3, 2, 1),
            ("tanh",),
            "squared_error",
            "2 layers need 2 activations, one each; got tanh.",
        ),
        (
            (3, 2, 1),
            (),
            "squared_error",
            "2 layers need 2 activations, one each; got 0.",
        ),
        (
            (3, 1),
            ("tanh", "tanh"),
            "squared_error",
            "1 layers need 1 activations, one each; got tanh,tanh.",
        ),
        (
            (3, 2, 1),
            ("tan", "identity"),
            "squared_error",
            f"Unknown activation 'tan'; choose from {KNOWN}.",
        ),
        (
            (3, 2, 1),
            ("softmax", "identity"),
            "squared_error",
            "softmax belongs to the output layer; layer 1 is hidden.",
        ),
        (
            (3, 2),
            ("tanh",),
            "error",
            "Unknown loss 'error'; choose from squared_error, binary_cross_entropy, "
            "softmax_cross_entropy.",
        ),
        (
            (3, 2),
            ("tanh",),
            "binary_cross_entropy",
            "The loss binary_cross_entropy needs sigmoid as the output's activation, "
            "not tanh.",
        ),
        (
            (3, 2),
            ("sigmoid",),
            "softmax_cross_entropy",
            "The loss softmax_cross_entropy needs softmax as the output's activation, "
            "not sigmoid.",
        ),
        (
            (3, 1),
            ("softmax",),
            "softmax_cross_entropy",
            "softmax with one output always answers 1: give it two outputs or more, or "
            "use sigmoid.",
        ),
    ],
)
def test_what_makes_no_network_is_refused(
    sizes: tuple[int, ...], activations: tuple[str, ...], loss: str, sentence: str
) -> None:
    with pytest.raises(InputError) as caught:
        Network(sizes, activations, loss)
    assert str(caught.value) == sentence
