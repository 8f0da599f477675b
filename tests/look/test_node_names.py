import pytest

from bpviz.look.node_names import NodeNames, name_at
from tests.look.conftest import app

__all__ = ["app"]

NAMES = NodeNames(2, ("x", "x²"), ("y",))
PIXELS = NodeNames(2, (), tuple("0123456789"), (28, 28))


@pytest.mark.parametrize(
    ("names", "key", "expected"),
    [
        (NAMES, (0, 1), "Input x²"),
        (NAMES, (1, 4), "Node 5 of layer 1"),
        (NAMES, (2, 0), "Output y"),
        (NodeNames(2), (0, 1), "Input 2"),
        (NodeNames(2), (2, 0), "Output 1"),
        (PIXELS, (0, 29), "Pixel in row 2, column 2"),
        (PIXELS, (2, 7), "Output 7"),
    ],
)
def test_nodes(names: NodeNames, key: tuple[int, int], expected: str) -> None:
    assert names.of_node(key) == expected


def test_an_edge_is_called_by_its_ends() -> None:
    assert NAMES.of_edge((1, 0, 2)) == "Input x → Node 3 of layer 1"


def test_numbers_stand_in_for_names() -> None:
    assert [name_at(("a",), place) for place in (0, 1)] == ["a", "2"]
