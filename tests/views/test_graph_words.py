"""The place in words."""

from bpviz.look.node_names import NodeNames
from bpviz.scene.graph_document import GraphDocument
from bpviz.scene.graph_network_source import NetworkSource
from bpviz.scene.graph_passes import GraphMoment
from bpviz.scene.graph_roles import Role
from bpviz.views.graph_network_words import role_words, sample_words
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
    document.open_network(NetworkSource(trained_frame(2, 2, 1)))
    assert document.moment is not None
    assert place_words(document.moment) == "backward 5 of 5: through a1[1]"


def test_whose_numbers_a_network_s_graph_shows() -> None:
    assert sample_words(NetworkSource(trained_frame(2, 2, 1))) == ""
    frame = trained_frame(2, 2, 1, rows=4)
    assert sample_words(NetworkSource(frame, row=2)) == (
        "sample 3 of 4 of the batch; the network averages the gradients of all of them"
    )
    assert sample_words(NetworkSource(frame, row=9)).startswith("sample 4 of 4")
    neuron = sample_words(NetworkSource(frame, (1, 0)))
    assert neuron.endswith("L is the output of this node here, not the loss")


def test_what_a_node_is_in_the_network() -> None:
    names = NodeNames(2, ("i1", "i2"), ("o1",))
    assert (
        role_words(Role("w", 1, 2, 0), names) == "Weight, Input i1 → Node 3 of layer 1"
    )
    assert role_words(Role("b", 2, 0), names) == "Bias of Output o1"
    assert role_words(Role("z", 1, 0), names) == (
        "z, the weighted sum of Node 1 of layer 1"
    )
    assert role_words(Role("a", 0, 1), names) == "Input i2"
    assert role_words(Role("y", 2, 0), names) == "Target of Output o1"
