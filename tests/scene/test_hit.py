import pytest

from bpviz.scene.hit import edge_at, node_at
from bpviz.scene.network_scene import NetworkScene, build_network_scene
from bpviz.scene.options import SceneOptions
from tests.scene.frames import frame_of


def scene_of(*sizes: int, options: SceneOptions | None = None) -> NetworkScene:
    return build_network_scene(
        frame_of(*sizes), options or SceneOptions(), 900, 480, False
    )


@pytest.mark.parametrize("sizes", [(2, 3, 1), (2, 100, 400, 1)])
def test_every_node_is_found_where_it_stands(sizes: tuple[int, ...]) -> None:
    scene = scene_of(*sizes)
    for layer in scene.layers:
        for node, (x, y) in enumerate(zip(layer.layout.x, layer.layout.y, strict=True)):
            assert node_at(scene, float(x), float(y)) == (layer.layer, node)


def test_every_pixel_of_a_picture_is_found() -> None:
    scene = scene_of(784, 5, 2, options=SceneOptions(image_shape=(28, 28)))
    layout = scene.layers[0].layout
    for node in (0, 27, 28, 400, 783):
        x, y = float(layout.x[node]), float(layout.y[node])
        assert node_at(scene, x, y) == (0, node)
    assert node_at(scene, layout.left - 2, layout.top + 5) is None


def test_edges_are_found_along_their_way() -> None:
    scene = scene_of(2, 3, 1)
    for gap in scene.gaps:
        lines = gap.lines
        for place in range(gap.drawn):
            x = lines.x0[place] + 0.4 * (lines.x1[place] - lines.x0[place])
            y = lines.y0[place] + 0.4 * (lines.y1[place] - lines.y0[place])
            ends = int(gap.from_nodes[place]), int(gap.to_nodes[place])
            assert edge_at(scene, float(x), float(y)) == (gap.layer, *ends)


def test_where_edges_cross_the_strongest_is_found() -> None:
    scene = scene_of(2, 100, 400, 1)
    gap = scene.gaps[1]
    lines = gap.lines
    x = float(lines.x0[-1] + 0.5 * (lines.x1[-1] - lines.x0[-1]))
    y = float(lines.y0[-1] + 0.5 * (lines.y1[-1] - lines.y0[-1]))
    ends = int(gap.from_nodes[-1]), int(gap.to_nodes[-1])
    assert edge_at(scene, x, y) == (2, *ends)


def test_beside_the_network_there_is_nothing() -> None:
    scene = scene_of(2, 3, 1)
    assert node_at(scene, 450, 470) is None
    assert edge_at(scene, 2, 240) is None
    assert edge_at(scene, 300, 20) is None
