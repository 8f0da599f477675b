"""Samples stored compactly, and the data sets made of them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from bpviz.nn.arrays import Array, IntArray

AnyArray = npt.NDArray[Any]


class Task(StrEnum):
    """What a network learns from a data set."""

    REGRESSION = "regression"
    CLASSIFICATION = "classification"


class Picture(StrEnum):
    """How the results on a data set are best drawn."""

    CURVE = "curve"  # one x: points and the fitted curve
    PLANE = "plane"  # two inputs: points on the decision of the network
    IMAGES = "images"  # every sample is a picture
    TABLE = "table"  # anything else


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """Some samples: inputs stored compactly, handed out as floats.

    What a network is given is ``(inputs - input_offset) / input_scale``. So the
    stored inputs stay as their owner knows them (bytes of a picture, metres,
    years) while the network sees numbers of a size that it can learn from.
    Every array becomes read-only: hand over arrays that nobody else writes.

    Parameters
    ----------
    inputs : ndarray of shape (samples, features)
        Bytes (uint8) or floats.
    targets : ndarray of shape (samples, outputs)
        What the network should answer, in the network's own units.
    labels : ndarray of int64 of shape (samples,), optional
        The class of each sample; none for regression.
    input_scale, input_offset : float or ndarray of shape (features,)
        Bytes have no offset.
    """

    inputs: AnyArray
    targets: AnyArray
    labels: IntArray | None
    input_scale: float | Array = 1.0
    input_offset: float | Array = 0.0

    def __post_init__(self) -> None:
        count = len(self.inputs)
        if (
            self.inputs.ndim != 2
            or self.targets.ndim != 2
            or len(self.targets) != count
            or (self.labels is not None and self.labels.shape != (count,))
        ):
            labels_shape = None if self.labels is None else self.labels.shape
            raise ValueError(
                f"inputs {self.inputs.shape}, targets {self.targets.shape} and "
                f"labels {labels_shape} do not describe the same samples"
            )
        if not count:
            raise ValueError("there must be at least one sample")
        if self.inputs.dtype == np.uint8 and np.any(self.input_offset):
            raise ValueError("inputs stored as bytes have no offset")
        for array in (
            self.inputs,
            self.targets,
            self.labels,
            self.input_scale,
            self.input_offset,
        ):
            if isinstance(array, np.ndarray):
                array.setflags(write=False)

    def __len__(self) -> int:
        return len(self.inputs)

    def fill(
        self, order: IntArray, inputs_out: AnyArray, targets_out: AnyArray
    ) -> None:
        """Write the samples that `order` names, as floats, into given rows.

        Parameters
        ----------
        order : ndarray of int64 of shape (m,)
            Which samples, in which order; a sample may come more than once.
        inputs_out : ndarray of float32 or float64 of shape (m, features)
            Any strides.
        targets_out : ndarray of float32 or float64 of shape (m, outputs)
            Any strides.
        """
        self._write_inputs(self.inputs.take(order, axis=0), inputs_out)
        targets_out[...] = self.targets.take(order, axis=0)

    def fill_range(
        self, start: int, stop: int, inputs_out: AnyArray, targets_out: AnyArray
    ) -> None:
        """Write the samples from `start` up to `stop`, as floats, into given rows."""
        self._write_inputs(self.inputs[start:stop], inputs_out)
        targets_out[...] = self.targets[start:stop]

    def scaled(self, inputs: AnyArray) -> Array:
        """Return what a network is given for `inputs` in the units stored here."""
        return np.asarray(
            (inputs - self.input_offset) / self.input_scale, dtype=np.float64
        )

    def _write_inputs(self, stored: AnyArray, inputs_out: AnyArray) -> None:
        if stored.dtype == np.uint8:
            # One pass, without a float64 copy. Dividing in float32 rounds to the
            # same number as dividing in float64 and rounding then.
            # NumPy converts through a buffer: where that holds just one row (its length
            # goes by sixteens), the results need not be copied into their rows.
            former = np.setbufsize(-(-stored.shape[1] // 16) * 16)
            np.divide(stored, self.input_scale, out=inputs_out, dtype=inputs_out.dtype)
            np.setbufsize(former)
        else:
            inputs_out[...] = (stored - self.input_offset) / self.input_scale


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """Samples to learn from, samples to test on, and how to show them.

    Two classes are told apart by one output with target 0 or 1 wherever the
    results are drawn as a plane or a table; pictures and more classes have one
    output a class (one-hot).

    Parameters
    ----------
    key : str
        Name on the command line.
    title : str
        Name for people, marked for translation in the context ``Datasets``; the
        file's name for a file of one's own.
    input_names : tuple of str
        One a feature; empty for pictures.
    output_names : tuple of str
        One an output of the network.
    class_names : tuple of str
        One a class, by label; empty for regression.
    image_shape : tuple of int, optional
        Rows and columns of a sample that is a picture.
    probe : ndarray of float64 of shape (points, features), optional
        What to give a network, as it is, to draw its curve or its decision.
    probe_axes : tuple of ndarray
        Where the probe's points lie, in the units of the stored inputs. A curve
        has (x,), one x a point; a plane has (x, y) of a grid whose points run
        along x first.
    """

    key: str
    title: str
    task: Task
    picture: Picture
    train: Samples
    test: Samples | None
    input_names: tuple[str, ...]
    output_names: tuple[str, ...]
    class_names: tuple[str, ...] = ()
    image_shape: tuple[int, int] | None = None
    probe: Array | None = None
    probe_axes: tuple[Array, ...] = ()

    def __post_init__(self) -> None:
        features, outputs = self.input_size, self.output_size
        if self.test is not None and (
            self.test.inputs.shape[1] != features
            or self.test.targets.shape[1] != outputs
        ):
            raise ValueError("training and test samples differ in shape")
        if len(self.input_names) not in (features, 0):
            raise ValueError(f"{len(self.input_names)} names for {features} inputs")
        if len(self.output_names) != outputs:
            raise ValueError(f"{len(self.output_names)} names for {outputs} outputs")
        if self.image_shape is not None and np.prod(self.image_shape) != features:
            raise ValueError(f"{self.image_shape} pictures of {features} pixels")
        if self.probe is not None:
            self.probe.setflags(write=False)
        for axis in self.probe_axes:
            axis.setflags(write=False)

    @property
    def input_size(self) -> int:
        """Number of features, which is the size of the input layer."""
        return int(self.train.inputs.shape[1])

    @property
    def output_size(self) -> int:
        """Number of outputs, which is the size of the last layer."""
        return int(self.train.targets.shape[1])
