import numpy as np
import numpy.typing as npt
import pytest

from bpviz.scene.flow import MOST_NUMBERS, operation_flow
from bpviz.scene.layer_layout import LayerLayout
from bpviz.scene.motion import Flow, Motion, NodePart
from bpviz.scene.network_scene import NetworkScene, build_network_scene
from bpviz.scene.options import SceneOptions
from bpviz.training.steps import OperationKind
from tests.scene.frames import LEARNING_RATE, UPDATED, frame_of

Done = tuple[OperationKind, int]


def scene_after(
    *sizes: int, done: Done | None, options: SceneOptions | None = None, rows: int = 1
) -> NetworkScene:
    frame = frame_of(*sizes, done=done, rows=rows)
    return build_network_scene(frame, options or SceneOptions(), 900, 480, False)


def flow_of(scene: NetworkScene) -> Flow:
    flow = operation_flow(scene)
    assert flow is not None
    return flow


def ends_at(flow: Flow, layout: LayerLayout, node: int) -> npt.NDArray[np.bool_]:
    """Tell which numbers go to a node: none of the others is nearer to their end."""
    ends = np.hypot(
        flow.x1[:, None] - layout.x[None], flow.y1[:, None] - layout.y[None]
    )
    is_nearest: npt.NDArray[np.bool_] = ends.argmin(axis=1) == node
    return is_nearest


def test_contributions_run_forward_and_add_up_to_z() -> None:
    scene = scene_after(2, 3, 1, done=(OperationKind.PRE_ACTIVATION, 1))
    flow = flow_of(scene)
    assert flow.motion is Motion.TRAVEL
    assert (flow.appears, flow.layer) == (NodePart.PRE_ACTIVATION, 1)
    assert (flow.x0 < flow.x1).all()
    after = scene.layers[1]
    z = after.values.pre_activations
    assert z is not None
    for node in range(3):
        arrived = flow.values[ends_at(flow, after.layout, node)].sum()
        bias = scene.frame.parameters.biases[0][node]
        assert arrived + bias == pytest.approx(z[node], rel=1e-5)


def test_deltas_run_backward_and_add_up() -> None:
    scene = scene_after(2, 3, 2, done=(OperationKind.DELTA, 1))
    flow = flow_of(scene)
    assert (flow.appears, flow.layer) == (NodePart.DELTA, 1)
    assert (flow.x0 > flow.x1).all()
    layer = scene.layers[1]
    a, deltas = layer.values.activations, layer.values.deltas
    assert a is not None
    assert deltas is not None
    for node in range(3):
        arrived = flow.values[ends_at(flow, layer.layout, node)].sum()
        slope = a[node] * (1 - a[node])
        assert arrived * slope == pytest.approx(deltas[node], rel=1e-4)


def test_a_gradient_settles_in_the_middle_of_its_edge() -> None:
    scene = scene_after(2, 3, 1, done=(OperationKind.GRADIENT, 1), rows=3)
    flow = flow_of(scene)
    assert flow.motion is Motion.SETTLE
    left, right = (float(layer.layout.x[0]) for layer in scene.layers[:2])
    assert (abs(flow.x1 - (left + right) / 2) < (right - left) / 10).all()
    assert (flow.x0 > flow.x1).all()
    trace = scene.frame.trace
    assert trace is not None
    np.testing.assert_allclose(
        np.sort(flow.values), np.sort(trace.weight_gradients(0).ravel()), rtol=1e-5
    )


def test_an_update_changes_every_gap() -> None:
    scene = scene_after(2, 3, 1, done=UPDATED)
    flow = flow_of(scene)
    trace = scene.frame.trace
    assert trace is not None
    assert flow.motion is Motion.SINK
    steps = [-LEARNING_RATE * trace.weight_gradients(layer).ravel() for layer in (0, 1)]
    np.testing.assert_allclose(
        np.sort(flow.values), np.sort(np.concatenate(steps)), rtol=1e-4
    )


@pytest.mark.parametrize(
    ("done", "appears", "layer"),
    [
        ((OperationKind.LOAD, 0), NodePart.ACTIVATION, 0),
        ((OperationKind.ACTIVATION, 1), NodePart.ACTIVATION, 1),
        ((OperationKind.DELTA, 2), NodePart.DELTA, 2),
    ],
)
def test_some_operations_only_let_something_appear(
    done: Done, appears: NodePart, layer: int
) -> None:
    flow = flow_of(scene_after(2, 3, 1, done=done))
    assert (flow.appears, flow.layer, len(flow.values)) == (appears, layer, 0)


@pytest.mark.parametrize("done", [None, (OperationKind.LOSS, 0)])
def test_nothing_moves_where_nothing_is_sent(done: Done | None) -> None:
    assert operation_flow(scene_after(2, 3, 1, done=done)) is None


def test_of_many_numbers_only_the_largest_move() -> None:
    scene = scene_after(2, 100, 400, 1, done=(OperationKind.PRE_ACTIVATION, 2))
    flow = flow_of(scene)
    assert len(flow.values) == MOST_NUMBERS
    assert flow.texts == ()
    sizes = np.abs(flow.values)
    assert (np.diff(sizes) > -1e-4).all()
    assert (np.diff(flow.radii) > -1e-3).all()


def test_a_few_numbers_are_written_and_go_one_after_the_other() -> None:
    flow = flow_of(scene_after(2, 3, 1, done=(OperationKind.PRE_ACTIVATION, 1)))
    assert len(flow.texts) == 6
    halfway = flow.ways(0.3)
    assert halfway.min() == 0
    assert halfway.max() > 0
    assert (flow.ways(0.0) == 0).all()
    assert (flow.ways(1.0) == 1).all()


def test_a_selected_node_moves_only_its_own_numbers() -> None:
    options = SceneOptions(selected_node=(1, 2))
    done = (OperationKind.PRE_ACTIVATION, 1)
    scene = scene_after(2, 3, 1, done=done, options=options)
    flow = flow_of(scene)
    assert len(flow.values) == 2
    assert ends_at(flow, scene.layers[1].layout, 2).all()
