"""A run's machinery: carries out update after update on one training state."""

import numpy as np

from bpviz.data.dataset import Dataset
from bpviz.data.order import BatchOrder
from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.arrays import Array, IntArray
from bpviz.nn.backprop import Backprop, quiet, with_ones
from bpviz.nn.blas import use_one_thread
from bpviz.nn.calls import Call, carry_out
from bpviz.nn.faults import extra_memories
from bpviz.nn.faulty_backprop import FaultyBackprop
from bpviz.nn.initialisation import initial_parameters
from bpviz.nn.optimizers import Optimizer, TrainingState
from bpviz.nn.parameters import Parameters
from bpviz.nn.trace import BackpropTrace, publish
from bpviz.nn.workbench import Workbench
from bpviz.training.carried_state import carried, memories
from bpviz.training.change_log import changed
from bpviz.training.changes import Change, ParameterEdit, RunSettings
from bpviz.training.experiment import ALL_SAMPLES, Experiment
from bpviz.training.feeder import Batch, BatchFeeder, Block
from bpviz.training.fit_check import check_fit
from bpviz.training.hurry import NO_HURRY, Hurry

_MOST_WRITTEN = 16
"""How many updates of a block may still have to be written down: that takes twice as
long as to make them, and whoever waits for the end of a block waits for all of it."""


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
    settings : RunSettings
        How updates are carried out; `apply` changes it.
    state : TrainingState
        For others to read only: updates work on copies of it.

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
        self._beginning = self.settings = RunSettings(experiment.hyperparameters)
        self._first = initial.astype(dtype)
        self.state = TrainingState(network, self._first, memories(self.settings))
        self._prepare()
        self._samples = dataset.train
        batch_size = experiment.batch_size
        if batch_size == ALL_SAMPLES:
            batch_size = len(dataset.train)
        self._feeder = BatchFeeder(
            dataset.train, experiment.batch_order, experiment.seed, batch_size, dtype
        )
        self.updates_per_epoch = self._feeder.updates_per_epoch
        self.batch_size = batch_size
        rest = len(dataset.train) % batch_size
        is_drawn = experiment.batch_order is BatchOrder.DRAWN
        # The last batch of an epoch is smaller where they do not divide evenly.
        self._missing = batch_size - rest if rest and not is_drawn else 0
        self.updates = 0

    def run_block(self, most: int, hurry: Hurry = NO_HURRY) -> Array:
        """Make up to `most` updates, as many as the loaded block of batches holds.

        Parameters
        ----------
        hurry : Hurry
            Only one more is made when it is asked for.

        Returns
        -------
        Array
            The batch loss of each update made, before it was made: (updates,).
        """
        block = self._feeder.block(self.updates)
        start = self.updates - block.first
        batches = block.batches[start : start + most]
        unwritten = [k for k, batch in enumerate(batches) if batch not in self._calls]
        if len(unwritten) > _MOST_WRITTEN:
            batches = batches[: unwritten[_MOST_WRITTEN]]
        self._optimizer.t = self.updates - self.settings.optimizer_since
        self._workbench.fetch()
        self._workbench.is_outdated = True  # should the block be broken off
        with quiet():
            made = 0
            for calls in map(self._written, batches):
                for call in calls:
                    call()
                made += 1
                if hurry.is_asked:
                    break
            self._workbench.put_back()
            self.updates += made
            return self._batch_losses(block, start, made)

    def trace(self, sample: int | None = None) -> BackpropTrace:
        """Make one update and publish everything it computed.

        Parameters
        ----------
        sample : int, optional
            A sample of the training data that takes the place of the update's batch.
        """
        samples, inputs, targets = self._batch(sample)
        passes = self.passes(len(inputs))
        before = self.parameters()
        self._workbench.is_outdated = True
        with quiet():
            passes.forward(inputs)
            passes.backward(targets)
            since = self.settings.optimizer_since
            self._optimizer.update(passes, self.updates - since)
            self._workbench.put_back()
            self.updates += 1
            return publish(
                passes,
                before,
                self.parameters(),
                targets,
                samples,
                self.settings.hyperparameters.l2,
            )

    def apply(self, change: Change) -> None:
        """Change something between two updates."""
        self._workbench.is_outdated = True
        if isinstance(change, ParameterEdit):
            self.state.flat[change.key.position(self.network)] = change.value
            return
        before = self.settings
        after = changed(before, change, self.updates)
        block = carried(self.state.block, before, after)
        self._use(after)
        np.copyto(self.state.block, block)

    def samples_in(self, first: int, stop: int) -> int:
        """Return how many samples updates `first` to `stop` - 1 take, chosen aside."""
        ends = stop // self.updates_per_epoch - first // self.updates_per_epoch
        return (stop - first) * self.batch_size - ends * self._missing

    def parameters(self) -> Parameters:
        """Publish the parameters as they stand."""
        return Parameters.copy_of(self.network, self.state.flat)

    def is_finite(self) -> bool:
        """Tell whether every parameter and every memory is a finite number."""
        return bool(np.isfinite(self.state.block).all())

    def restore(
        self, block: Array, updates: int, settings: RunSettings | None = None
    ) -> None:
        """Put back a copy of ``state.block`` taken after `updates` updates.

        Parameters
        ----------
        settings : RunSettings, optional
            Those that held then, where they may be others than now.
        """
        if settings is not None:
            self._use(settings)
        self._workbench.is_outdated = True
        np.copyto(self.state.block, block)
        self.updates = updates

    def begin_again(self) -> None:
        """Stand at the very beginning, before any change."""
        self._use(self._beginning)
        self._workbench.is_outdated = True
        self.state.block[1:] = 0
        self.state.flat[:] = self._first
        self.updates = 0

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
        """Return the passes for batches of `rows` samples, on the state as it is."""
        self._workbench.fetch()
        return self._passes_at_work(rows)

    def _passes_at_work(self, rows: int) -> Backprop:
        """Return the same, on the state that the workbench holds."""
        passes = self._passes.get(rows)
        if passes is None:
            passes = self._passes[rows] = self._new_passes(rows)
        return passes

    def _written(self, batch: Batch) -> list[Call]:
        """Return a whole update with a batch of the feeder, written down as calls."""
        calls = self._calls.get(batch)
        if calls is None:
            passes = self._passes_at_work(batch.rows)
            calls = self._calls[batch] = [
                *passes.forward_calls(batch.inputs, batch.output_pre_activations),
                *passes.backward_calls(batch.targets),
                *self._optimizer.calls(passes, batch.inputs),
            ]
        return calls

    def _new_passes(self, rows: int) -> Backprop:
        flat, fault = self.state.flat, self.settings.fault
        if fault is None:
            passes = Backprop(self.network, flat, rows, self._workbench.matrices)
        else:
            leaked = self.state.block[-1] if extra_memories(fault) else None
            passes = FaultyBackprop(self.network, flat, rows, fault, leaked)
        passes.switch_off(self.settings.switched_off)
        return passes

    def _use(self, settings: RunSettings) -> None:
        """Carry out updates with `settings` from now on; what is remembered is lost."""
        if settings == self.settings:
            return
        self.settings = settings
        rows = 1 + memories(settings)
        if len(self.state.block) != rows:
            self.state = TrainingState(self.network, self.state.flat, rows - 1)
        self._prepare()

    def _prepare(self) -> None:
        """Get ready for updates of the state there is with the settings that hold."""
        self._optimizer = Optimizer(self.state, self.settings.hyperparameters)
        # Other updates change the vector itself, and so do faults.
        is_apart = self._optimizer.is_plain and self.settings.fault is None
        self._workbench = Workbench(self.network, self.state.flat, is_apart=is_apart)
        self._passes: dict[int, Backprop] = {}
        self._calls: dict[Batch, list[Call]] = {}

    def _batch(self, sample: int | None) -> tuple[IntArray, Array, Array]:
        """Return the next update's samples, inputs (with ones) and targets."""
        if sample is None:
            block = self._feeder.block(self.updates)
            place = self.updates - block.first
            batch = block.batches[place]
            row = int(block.starts[place])
            samples = block.samples[row : row + len(batch.inputs)]
            return samples, batch.inputs, batch.targets
        samples = np.array([sample], np.int64)
        dtype = self.state.flat.dtype
        inputs = with_ones(1, self.network.layer_sizes[0], dtype)
        targets = np.zeros((1, self.network.layer_sizes[-1]), dtype)
        self._samples.fill(samples, inputs[:, :-1], targets)
        return samples, inputs, targets

    def _batch_losses(self, block: Block, start: int, count: int) -> Array:
        """Mean loss of `count` batches of `block`, from the z that they left."""
        first = int(block.starts[start])
        stop = start + count
        last = int(block.starts[stop]) if stop < len(block.starts) else None
        z = block.output_pre_activations[first:last]
        targets = block.targets[first:last]
        passes = self._passes_at_work(self.batch_size)
        a = np.empty_like(z)
        if passes.loss.partner is None:  # Else the loss is computed from z alone.
            carry_out(passes.output.formulas.apply(z, a, np.empty_like(z)))
        losses = passes.loss.per_sample(z, a, targets)
        if self.batch_size == 1:
            return losses
        # Row by row as `BackpropTrace.loss` adds, so that both are the same number.
        full, rest = divmod(len(losses), self.batch_size)
        whole, partial = np.split(losses, [full * self.batch_size])
        means: Array = whole.reshape(full, self.batch_size).mean(axis=1)
        return np.append(means, partial.mean()) if rest else means
