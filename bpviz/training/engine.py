"""A run's machinery: carries out update after update on one training state."""

import numpy as np

from bpviz.data.dataset import Dataset
from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.arrays import Array
from bpviz.nn.backprop import Backprop, quiet, with_ones
from bpviz.nn.blas import use_one_thread
from bpviz.nn.initialisation import initial_parameters
from bpviz.nn.losses import LOSSES
from bpviz.nn.optimizers import MEMORIES, Optimizer, TrainingState
from bpviz.nn.parameters import Parameters
from bpviz.nn.trace import BackpropTrace, publish
from bpviz.training.experiment import ALL_SAMPLES, Experiment
from bpviz.training.feeder import BatchFeeder, Block

_INPUT_DIFFERS = QT_TRANSLATE_NOOP(
    "Errors",
    "The input layer has {size} nodes, but the data have {needed}: make it {needed}.",
)
_OUTPUT_DIFFERS = QT_TRANSLATE_NOOP(
    "Errors",
    "The output layer has {size} nodes, but the data have {needed}: make it {needed}.",
)


class Engine:
    """The network of an experiment in training.

    Parameters
    ----------
    experiment : Experiment
        What to train and how.
    dataset : Dataset
        The data that the experiment names.
    initial : Array, optional
        First parameters, shape (parameter_count,), instead of drawn ones.

    Attributes
    ----------
    updates : int
        Updates made so far.

    Raises
    ------
    InputError
        If the network does not fit the data, or the first parameters not the network.
    """

    def __init__(
        self, experiment: Experiment, dataset: Dataset, initial: Array | None = None
    ) -> None:
        use_one_thread()
        check_fit(experiment, dataset)
        self.network = network = experiment.network
        dtype = experiment.float_type
        if initial is None:
            initial = initial_parameters(
                network, experiment.initialisation, experiment.seed, dtype
            )
        elif initial.shape != (network.parameter_count,):
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "First parameters of shape {given} are given; this network needs "
                    "{needed}.",
                ),
                given=initial.shape,
                needed=(network.parameter_count,),
            )
        memories = MEMORIES[experiment.hyperparameters.optimizer]
        self.state = TrainingState(network, initial.astype(dtype), memories)
        self.hyperparameters = experiment.hyperparameters
        self._optimizer = Optimizer(self.state, self.hyperparameters)
        batch_size = experiment.batch_size
        if batch_size == ALL_SAMPLES:
            batch_size = len(dataset.train)
        self._feeder = BatchFeeder(
            dataset.train, experiment.batch_order, experiment.seed, batch_size, dtype
        )
        self.updates_per_epoch = self._feeder.updates_per_epoch
        self.batch_size = batch_size
        self.updates = 0
        self._passes: dict[int, Backprop] = {}

    def run_block(self, most: int) -> Array:
        """Make up to `most` updates, as many as the loaded block of batches holds.

        Returns
        -------
        Array
            The batch loss of each update made, before it was made: (updates,).
        """
        block = self._feeder.block(self.updates)
        start = self.updates - block.first
        batches = block.batches[start : start + most]
        optimizer, number = self._optimizer, self.updates
        with quiet():
            for number, batch in enumerate(batches, start=self.updates):
                passes = self.passes(batch.rows)
                passes.output.z = batch.output_pre_activations
                passes.forward(batch.inputs, batch.address)
                passes.backward(batch.targets)
                optimizer.update(passes, number)
            self.updates = number + 1
            return self._batch_losses(block, start, len(batches))

    def trace(self) -> BackpropTrace:
        """Make one update and publish everything it computed."""
        block = self._feeder.block(self.updates)
        place = self.updates - block.first
        batch = block.batches[place]
        row = int(block.starts[place])
        passes = self.passes(len(batch.inputs))
        before = self.parameters()
        with quiet():
            passes.forward(batch.inputs)
            passes.backward(batch.targets)
            self._optimizer.update(passes, self.updates)
            self.updates += 1
            return publish(
                passes,
                before,
                self.parameters(),
                batch.targets,
                block.samples[row : row + len(batch.inputs)],
                self.hyperparameters.l2,
            )

    def parameters(self) -> Parameters:
        """Publish the parameters as they stand."""
        return Parameters.copy_of(self.network, self.state.flat)

    def is_finite(self) -> bool:
        """Tell whether every parameter and every memory is a finite number."""
        return bool(np.isfinite(self.state.block).all())

    def restore(self, block: Array, updates: int) -> None:
        """Put back a copy of ``state.block`` taken after `updates` updates."""
        np.copyto(self.state.block, block)
        self.updates = updates

    def outputs(self, inputs: Array) -> Array:
        """Answer `inputs` (points, features) with the parameters as they stand.

        Returns
        -------
        Array
            (points, outputs), a fresh array.
        """
        rows = with_ones(len(inputs), inputs.shape[1], self.state.flat.dtype)
        rows[:, :-1] = inputs
        with quiet():
            return self.passes(len(inputs)).forward(rows).copy()

    def passes(self, rows: int) -> Backprop:
        """Return the passes for batches of `rows` samples, on this state."""
        passes = self._passes.get(rows)
        if passes is None:
            passes = self._passes[rows] = Backprop(self.network, self.state.flat, rows)
        return passes

    def _batch_losses(self, block: Block, start: int, count: int) -> Array:
        """Mean loss of `count` batches of `block`, from the z that they left."""
        first = int(block.starts[start])
        stop = start + count
        last = int(block.starts[stop]) if stop < len(block.starts) else None
        z = block.output_pre_activations[first:last]
        targets = block.targets[first:last]
        passes = next(iter(self._passes.values()))
        a = np.empty_like(z)
        if passes.loss.partner is None:  # Else the loss is computed from z alone.
            passes.output.apply(z, a, np.empty_like(z))
        losses = passes.loss.per_sample(z, a, targets)
        if self.batch_size == 1:
            return losses
        # Row by row as `BackpropTrace.loss` adds, so that both are the same number.
        full, rest = divmod(len(losses), self.batch_size)
        whole, partial = np.split(losses, [full * self.batch_size])
        means: Array = whole.reshape(full, self.batch_size).mean(axis=1)
        return np.append(means, partial.mean()) if rest else means


def check_fit(experiment: Experiment, dataset: Dataset) -> None:
    """Refuse a network whose ends do not fit the data.

    Raises
    ------
    InputError
        If input or output sizes differ, a batch is larger than the data, or the loss
        is not made for their targets.
    """
    for template, size, needed in (
        (_INPUT_DIFFERS, experiment.layer_sizes[0], dataset.input_size),
        (_OUTPUT_DIFFERS, experiment.layer_sizes[-1], dataset.output_size),
    ):
        if size != needed:
            raise InputError(template, size=size, needed=needed)
    if experiment.batch_size > len(dataset.train):
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "A batch of {batch} is more than the {samples} samples there are.",
            ),
            batch=experiment.batch_size,
            samples=len(dataset.train),
        )
    _check_targets(experiment.loss, dataset.train.targets)


def _check_targets(loss: str, targets: Array) -> None:
    """Refuse a cross-entropy of what is no share: a - y is its derivative no more."""
    partner = LOSSES[loss].partner
    if partner is None:
        return
    if targets.min() < 0 or targets.max() > 1:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The loss {loss} needs targets between 0 and 1; these data need "
                "squared_error.",
            ),
            loss=loss,
        )
    if partner == "softmax" and not np.allclose(targets.sum(axis=1), 1):
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The loss {loss} needs targets that add up to 1 in every sample; these "
                "data need another loss.",
            ),
            loss=loss,
        )
