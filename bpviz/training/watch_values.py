"""The number that a watch is about, taken from the trace of an update."""

import numpy as np

from bpviz.nn.backprop import quiet
from bpviz.nn.network import Network
from bpviz.nn.trace import BackpropTrace
from bpviz.training.breakpoints import gradient_norm
from bpviz.training.watches import Watch, WatchQuantity


def watched(watch: Watch, trace: BackpropTrace) -> float:
    """Return the number that `watch` is about, in the update that `trace` shows.

    Parameters are those that the update begins with, as everything else in it is
    computed with them.
    """
    node, start, layer = watch.node, watch.start, watch.layer - 1
    parameters = trace.parameters
    with quiet():
        match watch.quantity:
            case WatchQuantity.WEIGHT:
                return float(parameters.weights[layer][start, node])
            case WatchQuantity.BIAS:
                return float(parameters.biases[layer][node])
            case WatchQuantity.ACTIVATION:
                return float(trace.activations[watch.layer][:, node].mean())
            case WatchQuantity.DELTA:
                return float(trace.deltas[layer][:, node].mean())
            case WatchQuantity.WEIGHT_GRADIENT:
                return _weight_gradient(trace, layer, start, node)
            case WatchQuantity.BIAS_GRADIENT:
                return float(trace.bias_gradients(layer)[node])
            case WatchQuantity.GRADIENT_NORM:
                size = _size(parameters.network, watch.layer)
                return gradient_norm(trace, watch.layer) / float(np.sqrt(size))
            case WatchQuantity.WEIGHT_NORM:
                return _weight_norm(trace, watch.layer)


def _weight_gradient(trace: BackpropTrace, layer: int, start: int, node: int) -> float:
    """Return one entry of dL/dW, as `BackpropTrace.weight_gradients` computes all."""
    return float(trace.weight_gradients(layer)[start, node])


def _weight_norm(trace: BackpropTrace, layer: int) -> float:
    """Return the root mean square of a layer's weights and biases, or with 0 of all."""
    parameters = trace.parameters
    flat = parameters.flat
    if layer:
        weights, biases = parameters.weights[layer - 1], parameters.biases[layer - 1]
        flat = np.append(weights.ravel(), biases)
    return float(np.sqrt(np.square(flat, dtype=np.float64).mean()))


def _size(network: Network, layer: int) -> int:
    """Return how many parameters a layer has, or with 0 the network."""
    fans = tuple(network.fans())
    chosen = fans if layer == 0 else (fans[layer - 1],)
    return sum(fan_out * (fan_in + 1) for fan_in, fan_out in chosen)
