"""Arrays of one's own are taken as they are."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bpviz.data.array_dataset import array_dataset
from bpviz.data.dataset import Dataset, Picture, Task
from bpviz.messages import InputError

generator = np.random.default_rng(0)


def load(folder: Path, **arrays: Any) -> Dataset:
    path = folder / "mine.npz"
    np.savez(path, **arrays)
    return array_dataset(path, 0)


def test_keras_pictures(tmp_path: Path) -> None:
    x = generator.integers(0, 256, (12, 5, 6), dtype=np.uint8)
    dataset = load(
        tmp_path,
        x_train=x,
        y_train=np.arange(12, dtype=np.uint8) % 3,
        x_test=x[:4],
        y_test=np.array([0, 1, 2, 3], dtype=np.uint8),
    )
    assert dataset.test is not None
    assert dataset.picture is Picture.IMAGES
    assert dataset.image_shape == (5, 6)
    assert np.array_equal(dataset.train.inputs, x.reshape(12, 30))
    assert dataset.train.input_scale == 255.0
    # A class that only the test has still has its output.
    assert dataset.class_names == ("0", "1", "2", "3")
    assert dataset.train.targets.shape == (12, 4)
    assert dataset.test.targets.tolist() == np.eye(4).tolist()


@pytest.mark.parametrize("shape", [(8, 8, 1), (1, 8, 8), (8, 8), (64,)])
def test_bytes_that_fill_a_square_are_pictures(
    tmp_path: Path, shape: tuple[int, ...]
) -> None:
    x = generator.integers(0, 256, (6, *shape), dtype=np.uint8)
    dataset = load(tmp_path, X=x, y=np.arange(6) % 2)
    assert dataset.image_shape == (8, 8)
    assert dataset.train.inputs.dtype == np.uint8
    assert dataset.train.targets.shape == (6, 2)


def test_whole_numbers_are_stored_as_bytes(tmp_path: Path) -> None:
    x = np.array([0, 255, 3, 4]).reshape(2, 1, 2)
    dataset = load(tmp_path, X=x, y=[0, 1])
    assert dataset.train.inputs.dtype == np.uint8
    assert dataset.train.inputs.tolist() == [[0, 255], [3, 4]]


@pytest.mark.parametrize(("white", "scale"), [(1.0, 1.0), (16.0, 16.0)])
def test_white_is_one(tmp_path: Path, white: float, scale: float) -> None:
    x = np.array([0.0, white, 0.5, 0.25]).reshape(2, 2, 1)
    dataset = load(tmp_path, X=x, y=[0, 1])
    assert dataset.train.input_scale == scale


def test_numbers_are_not_scaled(tmp_path: Path) -> None:
    x = generator.normal(100.0, 10.0, (10, 3))
    y = generator.normal(5000.0, 10.0, 10)
    dataset = load(tmp_path, X=x, y=y)
    assert (dataset.task, dataset.picture) == (Task.REGRESSION, Picture.TABLE)
    assert np.array_equal(dataset.train.inputs, x)
    assert np.array_equal(dataset.train.targets, y[:, np.newaxis])
    assert (dataset.train.input_scale, dataset.train.input_offset) == (1.0, 0.0)
    assert dataset.input_names == ("x1", "x2", "x3")


def test_single_precision_stays(tmp_path: Path) -> None:
    x = generator.normal(size=(10, 3)).astype(np.float32)
    assert load(tmp_path, X=x, y=np.arange(10.0)).train.inputs.dtype == np.float32


@pytest.mark.parametrize("kind", [">f8", "<f2", "<i4", "bool"])
def test_other_numbers_become_doubles(tmp_path: Path, kind: str) -> None:
    x = np.array([[0, 1], [1, 1], [1, 0]]).astype(kind)
    dataset = load(tmp_path, X=x, y=[0.5, 1.5, 2.5])
    assert dataset.train.inputs.dtype == np.float64
    assert dataset.train.inputs.tolist() == [[0, 1], [1, 1], [1, 0]]


def test_one_hot_answers_are_classes(tmp_path: Path) -> None:
    y = np.array([[0, 0, 1], [1, 0, 0]])
    dataset = load(tmp_path, X=np.zeros((2, 2)), y=y)
    assert dataset.train.labels is not None
    assert dataset.train.labels.tolist() == [2, 0]
    assert dataset.output_names == ("0", "1", "2")


def test_several_answers_are_quantities(tmp_path: Path) -> None:
    dataset = load(tmp_path, X=[1.0, 2.0], y=[[1.0, 0.5], [0.0, 1.0]])
    assert dataset.output_names == ("y1", "y2")
    assert dataset.picture is Picture.TABLE


def test_a_column_is_a_list(tmp_path: Path) -> None:
    dataset = load(tmp_path, X=[1.0, 2.0, 3.0], y=[[1.5], [2.5], [3.5]])
    assert dataset.train.inputs.shape == dataset.train.targets.shape == (3, 1)
    assert dataset.picture is Picture.CURVE


def test_texts_are_classes(tmp_path: Path) -> None:
    dataset = load(tmp_path, X=generator.normal(size=(4, 2)), y=list("abab"))
    assert dataset.class_names == ("a", "b")
    assert dataset.picture is Picture.PLANE


def test_without_a_test_some_are_kept(tmp_path: Path) -> None:
    dataset = load(tmp_path, X=np.arange(100.0), y=np.arange(100.0) / 7)
    assert dataset.test is not None
    assert (len(dataset.train), len(dataset.test)) == (80, 20)
    for samples in (dataset.train, dataset.test):
        assert np.array_equal(samples.targets, samples.inputs / 7)


@pytest.mark.parametrize(
    ("arrays", "sentence"),
    [
        ({}, "holds no arrays; it must hold x_train"),
        ({"images": [1], "labels": [2]}, "holds images, labels; it must hold"),
        ({"X": np.zeros((3, 2)), "y": [1, 2]}, r"x of shape \(3, 2\) and y of shape"),
        ({"X": np.zeros((0, 2)), "y": np.zeros(0)}, "do not belong together"),
        ({"X": np.zeros((2, 0)), "y": [1, 2]}, "do not belong together"),
        ({"X": 3.0, "y": [1]}, "do not belong together"),
        ({"X": [1.0], "y": 1}, "do not belong together"),
        ({"X": [1.0], "y": [[[1]]]}, "do not belong together"),
        ({"X": [1.0, np.nan], "y": [1, 2]}, "'x' holds a value .* in row 1"),
        ({"X": [1.0, 2.0], "y": [np.inf, 2.0]}, "'y' holds a value .* in row 0"),
        ({"X": ["a", "b"], "y": [1, 2]}, "'x' holds <U1 values instead of numbers"),
        ({"X": [1j], "y": [1]}, "'x' holds complex128 values"),
        ({"X": np.zeros((2, 4, 4, 3)), "y": [0, 1]}, "without colours"),
        (
            {
                "x_train": np.zeros((2, 3)),
                "y_train": [0, 1],
                "x_test": np.zeros((2, 4)),
                "y_test": [0, 1],
            },
            r"training sample has the shape \(3,\), but a test sample \(4,\)",
        ),
        (
            {
                "x_train": np.zeros((2, 3)),
                "y_train": [0, 1],
                "x_test": np.zeros((2, 3)),
                "y_test": [0],
            },
            "x_test of shape",
        ),
    ],
)
def test_arrays_that_do_not_fit(
    tmp_path: Path, arrays: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(InputError, match=sentence):
        load(tmp_path, **arrays)
