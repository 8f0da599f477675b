"""Locked scales: held from the first numbers on, whatever comes after."""

from dataclasses import replace

import pytest

from bpviz.scene.locks import closed, locked
from bpviz.scene.network_scene import NetworkScene, build_network_scene
from bpviz.scene.options import EdgeQuantity, ScaleMode, SceneOptions
from bpviz.training.frame import Frame
from bpviz.training.steps import OperationKind
from tests.scene.frames import UPDATED, frame_of


def scene_of(frame: Frame, options: SceneOptions) -> NetworkScene:
    return build_network_scene(frame, options, 900, 480, False)


def scales(scene: NetworkScene) -> list[tuple[float, ...]]:
    return [
        tuple(gap.scale for gap in scene.gaps),
        tuple(layer.activation_scale for layer in scene.layers),
        # The input has no deltas.
        tuple(layer.delta_scale for layer in scene.layers[1:]),
    ]


@pytest.mark.parametrize("mode", [None, ScaleMode.BY_LAYER, ScaleMode.BY_NETWORK])
def test_locking_keeps_every_scale(mode: ScaleMode | None) -> None:
    frame = frame_of(2, 20, 3, done=UPDATED, seed=1)
    options = SceneOptions(scale_mode=mode)
    scene = scene_of(frame, options)
    held = locked(options, scene)
    assert held.scale_mode is ScaleMode.LOCKED
    other = frame_of(2, 20, 3, done=UPDATED, seed=7)
    assert scales(scene_of(other, options)) != scales(scene)
    assert scales(scene_of(other, held)) == scales(scene)


def test_what_is_not_computed_yet_is_held_from_its_first_numbers_on() -> None:
    options = SceneOptions(quantity=EdgeQuantity.GRADIENT)
    before = scene_of(frame_of(2, 3, 1, done=(OperationKind.DELTA, 2)), options)
    held = locked(options, before)
    assert held.locked_scales == (None, None)
    assert held.locked_rings[1] is None
    first = scene_of(frame_of(2, 3, 1, done=UPDATED, seed=3), held)
    held = closed(held, first)
    assert None not in held.locked_scales
    later = scene_of(frame_of(2, 3, 1, done=UPDATED, seed=4), held)
    assert [gap.scale for gap in later.gaps] == [gap.scale for gap in first.gaps]


def test_nothing_closes_that_is_not_locked() -> None:
    options = SceneOptions()
    scene = scene_of(frame_of(2, 3, 1, done=UPDATED), options)
    assert closed(options, scene) is options


def test_locks_of_another_network_are_not_used() -> None:
    frame = frame_of(2, 3, 3, 1, done=UPDATED)
    options = SceneOptions(scale_mode=ScaleMode.LOCKED, locked_scales=(7.0, 9.0))
    plain = scene_of(frame, replace(options, scale_mode=ScaleMode.BY_LAYER))
    assert scales(scene_of(frame, options)) == scales(plain)
    assert len(closed(options, scene_of(frame, options)).locked_scales) == 3


def test_a_batch_has_one_scale_whichever_sample_is_shown() -> None:
    frame = frame_of(2, 20, 20, 3, done=UPDATED, rows=6)
    seen = {
        tuple(map(tuple, scales(scene_of(frame, SceneOptions(row=row)))))
        for row in range(6)
    }
    assert len(seen) == 1


def test_inputs_and_answers_are_scaled_by_the_data() -> None:
    frame = frame_of(2, 3, 1, done=UPDATED)
    network = replace(frame.network, activations=("sigmoid", "identity"))
    frame = replace(frame, network=network)
    options = SceneOptions(
        scale_mode=ScaleMode.BY_LAYER, input_peak=27.0, output_peak=26.0
    )
    ends = [layer.activation_scale for layer in scene_of(frame, options).layers]
    assert ends == [30, 1, 30]
