"""First parameters from a file: weights_1, biases_1, weights_2, ... in an .npz."""

from pathlib import Path

from bpviz.data.npz import read_npz
from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.arrays import Array
from bpviz.nn.parameters import flat_from_arrays
from bpviz.training.experiment import Experiment


def read_parameters(path: Path, experiment: Experiment) -> Array:
    """Return the parameters in a file as one flat vector.

    Parameters
    ----------
    path : Path
        An .npz file with ``weights_l`` (fan_in, fan_out) and ``biases_l`` (fan_out,)
        of every layer l, counted from 1; what else it holds does not matter.
    experiment : Experiment
        Whose network they are for.

    Returns
    -------
    Array
        Shape (parameter_count,), in the experiment's precision.

    Raises
    ------
    InputError
        If the file cannot be read, or its arrays are not those of the network.
    """
    arrays = read_npz(path)
    depth = experiment.network.depth
    names = [
        f"{kind}_{n}" for n in range(1, depth + 1) for kind in ("weights", "biases")
    ]
    absent = [name for name in names if name not in arrays]
    if absent:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "{path} has no array {names}; a network of {depth} layers needs "
                "weights and biases for each of them.",
            ),
            path=path,
            names=", ".join(absent),
            depth=depth,
        )
    beyond = f"weights_{depth + 1}"
    if beyond in arrays:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "{path} has weights for more layers than the {depth} of this network.",
            ),
            path=path,
            depth=depth,
        )
    return flat_from_arrays(
        experiment.network,
        [arrays[name] for name in names[0::2]],
        [arrays[name] for name in names[1::2]],
        experiment.float_type,
    )
