"""From a preset and options to an experiment and its first parameters."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

from bpviz.app.choices import DATASETS, OPTIMIZER_SETTINGS
from bpviz.app.parameters_file import read_parameters
from bpviz.app.parser import UsageError
from bpviz.data.catalog import DATASETS as CATALOG
from bpviz.data.catalog import load_dataset
from bpviz.data.order import BatchOrder
from bpviz.data.own_dataset import OWN_DATA
from bpviz.nn.arrays import Array
from bpviz.nn.initialisation import Initialisation
from bpviz.nn.losses import LOSSES
from bpviz.nn.optimizers import Hyperparameters
from bpviz.training.experiment import DataChoice, Experiment
from bpviz.training.fitting import beginning, fitted
from bpviz.training.presets import preset

MOST_PARAMETERS = 100_000_000
"""More weights than this are a slip of the finger: a training state would take
gigabytes."""


def experiment_of(options: Namespace) -> Experiment:
    """Return the experiment that a command line describes.

    Parameters
    ----------
    options : Namespace
        As `experiment_options` reads them.

    Raises
    ------
    InputError
        If the values do not make an experiment or the data cannot be read.
    """
    experiment = _with_data(preset(options.preset).experiment, options)
    experiment = _with_layers(experiment, options)
    return replace(
        experiment,
        hyperparameters=_hyperparameters(experiment.hyperparameters, options),
        initialisation=_initialisation(experiment.initialisation, options),
        **_given(
            batch_size=options.batch_size,
            batch_order=None if options.order is None else BatchOrder(options.order),
            seed=options.seed,
            dtype=options.dtype,
        ),
    )


def first_parameters_of(options: Namespace, experiment: Experiment) -> Array | None:
    """Return the first parameters if the command line names a file of them.

    Raises
    ------
    InputError
        If it cannot be read or does not fit the network.
    """
    if options.parameters is None:
        return None
    return read_parameters(Path(options.parameters), experiment)


def own_data(path: str, seed: int) -> DataChoice:
    """Return the choice of data of one's own, wherever a session is opened later."""
    return DataChoice(key=OWN_DATA, seed=seed, path=str(Path(path).absolute()))


def _with_data(experiment: Experiment, options: Namespace) -> Experiment:
    seed = options.data_seed
    if options.data is None:
        data = replace(experiment.data, **_given(seed=seed))
        return replace(experiment, data=data)
    if options.data in DATASETS:
        default = CATALOG[options.data].default_seed or 0
        data = DataChoice(key=options.data, seed=default if seed is None else seed)
    else:
        data = own_data(options.data, seed or 0)
    dataset = load_dataset(data.key, data.seed, data.path)
    return fitted(experiment, data, dataset)


def _with_layers(experiment: Experiment, options: Namespace) -> Experiment:
    sizes = options.layers or experiment.layer_sizes
    loss = options.loss or experiment.loss
    *hidden, output = experiment.activations
    depth = len(sizes) - 1
    if depth != experiment.network.depth:
        hidden = hidden[:1] * (depth - 1)
    if options.loss is not None:
        output = LOSSES[loss].partner or output
    changed = replace(
        experiment,
        layer_sizes=sizes,
        activations=options.activations or (*hidden, output),
        loss=loss,
        initialisation=beginning(experiment, sizes),
    )
    if changed.network.parameter_count > MOST_PARAMETERS:
        raise UsageError(
            f"the network would have {changed.network.parameter_count:,} weights and "
            f"biases, more than the {MOST_PARAMETERS:,} that fit into memory; make "
            "its layers smaller"
        )
    return changed


def _hyperparameters(base: Hyperparameters, options: Namespace) -> Hyperparameters:
    optimizer = options.optimizer or base.optimizer
    settings = _given(
        **{
            name: getattr(options, name)
            for name in ("momentum", "decay", "beta1", "beta2", "epsilon")
        }
    )
    for name in settings:
        if name not in OPTIMIZER_SETTINGS[optimizer]:
            owners = (o for o, names in OPTIMIZER_SETTINGS.items() if name in names)
            raise UsageError(
                f"the optimizer {optimizer} has no {name}: leave out --{name}, or add "
                f"--optimizer {' or '.join(owners)}"
            )
    rest = _given(learning_rate=options.learning_rate, l2=options.l2)
    return replace(base, optimizer=optimizer, **settings, **rest)


def _initialisation(base: Initialisation, options: Namespace) -> Initialisation:
    """Return how parameters are drawn; another way has a scale of its own, 1."""
    if options.init is not None and options.init != base.name:
        base = Initialisation(options.init, 1.0, base.biases)
    changes = _given(scale=options.init_scale, biases=options.init_biases)
    if base.name == "given" and changes:
        raise UsageError(
            "the preset gives its first weights and biases; add --init to have them "
            "drawn"
        )
    return replace(base, **changes)


def _given(**values: Any) -> dict[str, Any]:
    """Return those values that an option gave."""
    return {name: value for name, value in values.items() if value is not None}
