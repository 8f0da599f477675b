"""Frames of small networks, computed by the real passes."""

import numpy as np

from bpviz.nn.backprop import Backprop
from bpviz.nn.network import Network
from bpviz.nn.parameters import Parameters
from bpviz.nn.trace import publish
from bpviz.training.frame import Frame
from bpviz.training.steps import Moment, OperationKind, operations_for

LEARNING_RATE = 0.5


def network_of(*layer_sizes: int) -> Network:
    depth = len(layer_sizes) - 1
    return Network(layer_sizes, ("sigmoid",) * depth, "squared_error")


def frame_of(
    *layer_sizes: int,
    done: tuple[OperationKind, int] | None = None,
    rows: int = 1,
    seed: int = 0,
    update: int = 0,
) -> Frame:
    """Return a frame right after an operation, or at the very beginning."""
    network = network_of(*layer_sizes)
    rng = np.random.default_rng(seed)
    flat = rng.standard_normal(network.parameter_count)
    before = Parameters.copy_of(network, flat)
    if done is None:
        return Frame(0, network, Moment(update, 0), 0, before, None)
    backprop = Backprop(network, flat, rows)
    inputs = np.ones((rows, layer_sizes[0] + 1))
    inputs[:, :-1] = rng.uniform(size=(rows, layer_sizes[0]))
    targets = rng.uniform(size=(rows, layer_sizes[-1]))
    backprop.forward(inputs)
    backprop.backward(targets)
    backprop.descend(LEARNING_RATE)
    after = Parameters.copy_of(network, flat)
    trace = publish(backprop, before, after, targets, np.arange(rows), 0.0)
    operations = [(o.kind, o.layer) for o in operations_for(network.depth)]
    count = operations.index(done) + 1
    if count == len(operations):
        return Frame(0, network, Moment(update + 1, 0), 0, after, trace)
    return Frame(0, network, Moment(update, count), 0, before, trace)


UPDATED = (OperationKind.UPDATE, 0)
