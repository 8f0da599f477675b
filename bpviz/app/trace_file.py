"""One update's numbers as a file of arrays."""

from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from bpviz.nn.trace import BackpropTrace
from bpviz.training.experiment import Experiment
from bpviz.training.whole_file import whole_file


def write_trace(path: Path, trace: BackpropTrace, experiment: Experiment) -> None:
    """Write every array of `trace` under its name, whole or not at all.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    arrays = named_arrays(trace)
    arrays["experiment"] = np.array(msgspec.json.encode(experiment).decode())
    with whole_file(path) as file:
        np.savez(file, **arrays)


def named_arrays(trace: BackpropTrace) -> dict[str, Any]:
    """Return the arrays of `trace` by name; layers count from 1."""
    arrays: dict[str, Any] = {
        "activations_0": trace.activations[0],
        "samples": trace.samples,
        "targets": trace.targets,
        "losses": trace.losses,
        "loss": np.array(trace.loss),
    }
    before, after = trace.parameters, trace.parameters_after
    for layer, number in enumerate(range(1, len(trace.deltas) + 1)):
        arrays[f"activations_{number}"] = trace.activations[number]
        arrays[f"pre_activations_{number}"] = trace.pre_activations[layer]
        arrays[f"deltas_{number}"] = trace.deltas[layer]
        arrays[f"weights_{number}"] = before.weights[layer]
        arrays[f"biases_{number}"] = before.biases[layer]
        arrays[f"weight_gradients_{number}"] = trace.weight_gradients(layer)
        arrays[f"bias_gradients_{number}"] = trace.bias_gradients(layer)
        arrays[f"weights_after_{number}"] = after.weights[layer]
        arrays[f"biases_after_{number}"] = after.biases[layer]
    return arrays
