"""Fits an experiment to data that it was not made for."""

from dataclasses import replace

from bpviz.data.dataset import Dataset, Picture, Task
from bpviz.nn.initialisation import Initialisation
from bpviz.training.experiment import DataChoice, Experiment
from bpviz.training.presets import preset


def suggested(data: DataChoice, dataset: Dataset) -> Experiment:
    """Return an experiment to begin with for data of one's own.

    Pictures are learned as in the second article, anything else by a small network
    with one hidden layer. The result is no preset, and called like the data.
    """
    key = "mnist-softmax" if dataset.picture is Picture.IMAGES else "moons"
    return replace(fitted(preset(key).experiment, data, dataset), preset=data.key)


def fitted(experiment: Experiment, data: DataChoice, dataset: Dataset) -> Experiment:
    """Return `experiment` with other data, changed no more than they ask for.

    Input and output sizes are those of the data. The output's activation and the loss
    stay where they suit what is learned; else numbers get identity and squared error,
    two classes sigmoid and binary cross-entropy, more classes softmax and
    cross-entropy. A batch is never larger than the data. First parameters that were
    given for other sizes are drawn instead.

    Parameters
    ----------
    data : DataChoice
        How the data are named.
    dataset : Dataset
        The data themselves.
    """
    sizes = (dataset.input_size, *experiment.layer_sizes[1:-1], dataset.output_size)
    activation, loss = _output(dataset, experiment.activations[-1], experiment.loss)
    return replace(
        experiment,
        data=data,
        layer_sizes=sizes,
        activations=(*experiment.activations[:-1], activation),
        loss=loss,
        batch_size=min(experiment.batch_size, len(dataset.train)),
        initialisation=beginning(experiment, sizes),
    )


def beginning(experiment: Experiment, sizes: tuple[int, ...]) -> Initialisation:
    """Return how the first parameters of layers of `sizes` come about."""
    is_given = experiment.initialisation.name == "given"
    if is_given and sizes != experiment.layer_sizes:
        return Initialisation()
    return experiment.initialisation


def _output(dataset: Dataset, activation: str, loss: str) -> tuple[str, str]:
    """Return the output's activation and the loss that suit what is learned."""
    if dataset.task is Task.REGRESSION:
        # Any number may be the answer.
        return "identity", "squared_error"
    if dataset.output_size == 1:
        if activation == "sigmoid":
            return activation, loss
        return "sigmoid", "binary_cross_entropy"
    if (activation, loss) == ("sigmoid", "squared_error") or activation == "softmax":
        return activation, loss
    return "softmax", "softmax_cross_entropy"
