from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from bpviz.look.theme import LIGHT
from bpviz.scene.camera import FITTED, Camera
from bpviz.scene.network_scene import NetworkScene, build_network_scene
from bpviz.scene.options import SceneOptions
from bpviz.views.network_heading_words import heading_span, heading_words
from bpviz.views.network_style import NetworkStyle
from tests.scene.frames import UPDATED, frame_of


def scene_of(camera: Camera) -> NetworkScene:
    options = replace(SceneOptions(), camera=camera)
    return build_network_scene(
        frame_of(2, 100, 400, 1, done=UPDATED), options, 716, 456, False
    )


def test_a_heading_stands_over_the_middle_of_its_layer(qtbot: QtBot) -> None:
    style, scene = NetworkStyle(LIGHT), scene_of(FITTED)
    for layer, words in zip(scene.layers, heading_words(scene, style), strict=True):
        left, right = heading_span(scene, layer, words, style)
        middle = (layer.layout.left + layer.layout.right) / 2
        assert (left + right) / 2 == pytest.approx(middle)


@pytest.mark.parametrize("x", [0, 120, 250, 400, 560, 716])
def test_a_heading_is_never_cut_off_nor_where_the_loss_is(
    qtbot: QtBot, x: float
) -> None:
    style, scene = NetworkStyle(LIGHT), scene_of(FITTED.zoomed(5.0, x, 200))
    loss = scene.width - 16 - style.body_metrics.horizontalAdvance("0.0000")
    seen = 0
    for layer, words in zip(scene.layers, heading_words(scene, style), strict=True):
        if layer.layout.right <= 0 or layer.layout.left >= scene.width:
            continue
        left, right = heading_span(scene, layer, words, style)
        assert left >= 0
        assert right < loss
        seen += 1
    assert seen
