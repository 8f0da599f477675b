"""The place in words."""

from bpviz.scene.graph_document import GraphDocument
from bpviz.scene.graph_passes import GraphMoment
from bpviz.views.graph_words import place_words
from tests.scene.graphs import expression_passes, preset_passes, trained_frame


def words(key: str, position: int) -> str:
    return place_words(GraphMoment(preset_passes(key), position))


def test_the_passes_of_the_apples() -> None:
    assert words("apples", 0) == "the beginning: only what is given is known"
    assert words("apples", 1) == "forward 1 of 2: apple × apple_n = 100 × 2 = 200"
    assert words("apples", 2) == (
        "forward 2 of 2: (apple × apple_n) × tax = 200 × 1.1 = 220.00000000000003"
    )
    assert words("apples", 3) == "backward 1 of 3: ∂L/∂L = 1"
    assert words("apples", 4) == (
        "backward 2 of 3: ∂L/∂(apple × apple_n) = 1.1, ∂L/∂tax = 200"
    )
    assert words("apples", 5) == (
        "backward 3 of 3: ∂L/∂apple = 2.2, ∂L/∂apple_n = 110.00000000000001"
    )


def test_what_adds_up_is_said_to() -> None:
    passes = expression_passes("x * x", x="3")
    last = place_words(GraphMoment(passes, len(passes.steps)))
    assert last == "backward 2 of 2: ∂L/∂x += 3, ∂L/∂x += 3"


def test_matrices_are_told_by_their_shape() -> None:
    assert words("affine-softmax", 1) == "forward 1 of 2: affine(X, W, b): 2 × 3"


def test_a_neuron_is_called_by_its_name() -> None:
    document = GraphDocument()
    document.open_network(trained_frame(2, 2, 1), None)
    assert document.moment is not None
    assert place_words(document.moment) == "backward 5 of 5: through a1[1]"
