"""Samples are handed out as floats, in any order, into rows of any kind."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.data.dataset import Dataset, Picture, Samples, Task

FLOAT_TYPES = [np.float32, np.float64]
FEATURES, OUTPUTS, COUNT = 7, 3, 40


def pixels() -> Samples:
    generator = np.random.default_rng(0)
    inputs = generator.integers(0, 256, size=(COUNT, FEATURES), dtype=np.uint8)
    labels = generator.integers(0, OUTPUTS, size=COUNT)
    return Samples(inputs, np.eye(OUTPUTS)[labels], labels, 255.0)


def numbers() -> Samples:
    generator = np.random.default_rng(1)
    inputs = generator.normal(size=(COUNT, FEATURES))
    return Samples(inputs, generator.normal(size=(COUNT, OUTPUTS)), None)


def standardised() -> Samples:
    generator = np.random.default_rng(2)
    inputs = generator.normal(50.0, 9.0, size=(COUNT, FEATURES))
    targets = generator.normal(size=(COUNT, OUTPUTS))
    return Samples(inputs, targets, None, inputs.std(axis=0), inputs.mean(axis=0))


def rows_like(
    columns: int, count: int, float_type: type[np.floating[Any]], layout: str
) -> npt.NDArray[Any]:
    if layout == "contiguous":
        return np.full((count, columns), np.nan, dtype=float_type)
    if layout == "padded":
        return np.full((count, columns + 5), np.nan, dtype=float_type)[:, 2:-3]
    return np.full((columns, count), np.nan, dtype=float_type).T


@pytest.mark.parametrize("make_samples", [pixels, numbers, standardised])
@pytest.mark.parametrize("float_type", FLOAT_TYPES)
@pytest.mark.parametrize("layout", ["contiguous", "padded", "transposed"])
def test_fill_equals_the_plain_formula(
    make_samples: Any, float_type: type[np.floating[Any]], layout: str
) -> None:
    samples = make_samples()
    order = np.random.default_rng(3).integers(0, COUNT, size=60)
    inputs = rows_like(FEATURES, 60, float_type, layout)
    targets = rows_like(OUTPUTS, 60, float_type, layout)
    samples.fill(order, inputs, targets)
    wide = (samples.inputs - samples.input_offset) / samples.input_scale
    assert np.array_equal(inputs, wide[order].astype(float_type))
    assert np.array_equal(targets, samples.targets[order].astype(float_type))


@pytest.mark.parametrize("float_type", FLOAT_TYPES)
def test_every_byte_is_divided_as_the_articles_divide(
    float_type: type[np.floating[Any]],
) -> None:
    images = np.arange(256, dtype=np.uint8).reshape(1, 256)
    samples = Samples(images, np.zeros((1, 1)), None, 255.0)
    inputs = np.empty((1, 256), dtype=float_type)
    samples.fill(np.array([0]), inputs, np.empty((1, 1), dtype=float_type))
    assert np.array_equal(inputs, (images / 255.0).astype(float_type))


@given(st.integers(0, COUNT), st.integers(0, COUNT))
def test_fill_range_equals_fill(first: int, second: int) -> None:
    start, stop = sorted((first, second))
    for samples in (pixels(), numbers(), standardised()):
        outs = [
            (
                np.empty((stop - start, FEATURES)),
                np.empty((stop - start, OUTPUTS)),
            )
            for _ in range(2)
        ]
        samples.fill(np.arange(start, stop), *outs[0])
        samples.fill_range(start, stop, *outs[1])
        assert np.array_equal(outs[0][0], outs[1][0])
        assert np.array_equal(outs[0][1], outs[1][1])


def test_fill_leaves_the_surroundings_alone() -> None:
    inputs = np.full((4, FEATURES + 2), -1.0)
    pixels().fill(np.array([3, 1]), inputs[1:3, 1:-1], np.empty((2, OUTPUTS)))
    assert (inputs[[0, 3]] == -1.0).all()
    assert (inputs[:, [0, -1]] == -1.0).all()
    assert (inputs[1:3, 1:-1] >= 0.0).all()


def test_fill_refuses_a_sample_that_does_not_exist() -> None:
    with pytest.raises(IndexError):
        pixels().fill(
            np.array([COUNT]), np.empty((1, FEATURES)), np.empty((1, OUTPUTS))
        )


def test_scaled_is_what_fill_hands_out() -> None:
    samples = standardised()
    inputs = np.empty((COUNT, FEATURES))
    samples.fill_range(0, COUNT, inputs, np.empty((COUNT, OUTPUTS)))
    assert np.array_equal(samples.scaled(samples.inputs), inputs)
    assert np.allclose(inputs.mean(axis=0), 0.0)


@pytest.mark.parametrize("make_samples", [pixels, standardised])
def test_nothing_in_samples_can_be_written(make_samples: Any) -> None:
    samples = make_samples()
    for name in ("inputs", "targets", "labels", "input_scale", "input_offset"):
        array = getattr(samples, name)
        if isinstance(array, np.ndarray):
            with pytest.raises(ValueError, match="read-only"):
                array[0] = 0
    with pytest.raises(AttributeError):
        samples.inputs = samples.inputs


@pytest.mark.parametrize(
    ("inputs", "targets", "labels"),
    [
        (np.zeros((2, 3)), np.zeros((3, 1)), None),
        (np.zeros(2), np.zeros((2, 1)), None),
        (np.zeros((2, 3)), np.zeros(2), None),
        (np.zeros((2, 3)), np.zeros((2, 1)), np.zeros(3, dtype=np.int64)),
        (np.zeros((0, 3)), np.zeros((0, 1)), None),
    ],
)
def test_samples_that_do_not_fit_together_are_refused(
    inputs: Any, targets: Any, labels: Any
) -> None:
    with pytest.raises(ValueError, match="sample"):
        Samples(inputs, targets, labels)


def test_bytes_have_no_offset() -> None:
    with pytest.raises(ValueError, match="offset"):
        Samples(np.zeros((2, 3), dtype=np.uint8), np.zeros((2, 1)), None, 255.0, 1.0)


def dataset(**changes: Any) -> Dataset:
    facts: dict[str, Any] = {
        "key": "k",
        "title": "t",
        "task": Task.REGRESSION,
        "picture": Picture.TABLE,
        "train": numbers(),
        "test": numbers(),
        "input_names": (),
        "output_names": ("a", "b", "c"),
    }
    return Dataset(**(facts | changes))


def test_a_data_set_knows_its_sizes() -> None:
    assert (dataset().input_size, dataset().output_size) == (FEATURES, OUTPUTS)


@pytest.mark.parametrize(
    "changes",
    [
        {"test": Samples(np.zeros((2, FEATURES + 1)), np.zeros((2, OUTPUTS)), None)},
        {"test": Samples(np.zeros((2, FEATURES)), np.zeros((2, 1)), None)},
        {"input_names": ("x",)},
        {"output_names": ("y",)},
        {"image_shape": (28, 28)},
    ],
)
def test_a_data_set_that_contradicts_itself_is_refused(changes: Any) -> None:
    with pytest.raises(ValueError, match=r"differ|names|pixels"):
        dataset(**changes)


def test_probes_cannot_be_written() -> None:
    probe, axis = np.zeros((5, FEATURES)), np.zeros(5)
    made = dataset(probe=probe, probe_axes=(axis,))
    assert made.probe is not None
    assert not made.probe.flags.writeable
    assert not made.probe_axes[0].flags.writeable
