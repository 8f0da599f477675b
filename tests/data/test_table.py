"""What becomes of a table: task, split, scaling and picture."""

from pathlib import Path

import numpy as np
import pytest

from bpviz.data.dataset import Dataset, Picture, Samples, Task
from bpviz.data.table import table_dataset
from bpviz.messages import InputError


def load(folder: Path, rows: list[str], seed: int = 0) -> Dataset:
    path = folder / "mine.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return table_dataset(path, seed)


def handed_out(samples: Samples) -> np.ndarray:
    inputs = np.empty(samples.inputs.shape)
    samples.fill_range(0, len(samples), inputs, np.empty(samples.targets.shape))
    return inputs


def wide_rows(count: int) -> list[str]:
    values = np.random.default_rng(0).normal([5.0, -200.0], [1.0, 70.0], (count, 2))
    return [f"{a!r},{b!r},{a + b!r}" for a, b in values.tolist()]


def test_a_quantity(tmp_path: Path) -> None:
    dataset = load(tmp_path, ["a,b,c", *wide_rows(50)])
    assert dataset.test is not None
    assert (dataset.task, dataset.picture) == (Task.REGRESSION, Picture.TABLE)
    assert (len(dataset.train), len(dataset.test)) == (40, 10)
    assert dataset.train.labels is None
    assert dataset.title == "mine.csv"
    assert dataset.key == "file"


def test_inputs_are_standardised_by_the_training_samples(tmp_path: Path) -> None:
    dataset = load(tmp_path, wide_rows(50))
    assert dataset.test is not None
    inputs = handed_out(dataset.train)
    assert inputs.mean(axis=0) == pytest.approx([0.0, 0.0], abs=1e-12)
    assert inputs.std(axis=0) == pytest.approx([1.0, 1.0])
    raw = dataset.train.inputs
    expected = (dataset.test.inputs - raw.mean(axis=0)) / raw.std(axis=0)
    assert np.array_equal(handed_out(dataset.test), expected)


def test_stored_inputs_are_the_files_own(tmp_path: Path) -> None:
    dataset = load(tmp_path, ["a,b,c", "1,2,0.5", "3,2,0.25"])
    assert dataset.train.inputs.tolist() == [[1, 2], [3, 2]]
    assert dataset.train.targets.tolist() == [[0.5], [0.25]]
    # The second column never changes: it becomes 0 and divides by nothing.
    assert handed_out(dataset.train).tolist() == [[-1, 0], [1, 0]]


def test_the_seed_chooses_the_test_samples(tmp_path: Path) -> None:
    rows = wide_rows(50)
    first, again, other = (load(tmp_path, rows, seed) for seed in (1, 1, 2))
    assert np.array_equal(first.train.inputs, again.train.inputs)
    assert not np.array_equal(first.train.inputs, other.train.inputs)
    assert first.test is not None
    everything = np.concatenate([first.train.inputs, first.test.inputs])
    assert {f"{a!r},{b!r}" for a, b in everything.tolist()} == {
        row.rpartition(",")[0] for row in rows
    }


def test_samples_stay_in_the_order_of_the_file(tmp_path: Path) -> None:
    dataset = load(tmp_path, [f"{index},{index % 7 + 0.5}" for index in range(60)])
    assert (np.diff(dataset.train.inputs[:, 0]) > 0).all()


def test_a_truth_table_keeps_every_row(tmp_path: Path) -> None:
    dataset = load(tmp_path, ["a,b,c", "0,0,0", "0,1,1", "1,0,1", "1,1,0"])
    assert dataset.test is None
    assert (dataset.task, dataset.picture) == (Task.CLASSIFICATION, Picture.PLANE)
    assert dataset.train.targets.tolist() == [[0], [1], [1], [0]]
    assert dataset.output_names == ("c = 1",)
    assert dataset.class_names == ("0", "1")


def test_text_classes(tmp_path: Path) -> None:
    dataset = load(tmp_path, ["1,2,3,dog", "1,2,4,cat", "2,2,4,owl", "1,0,0,dog"])
    assert dataset.class_names == dataset.output_names == ("cat", "dog", "owl")
    assert dataset.train.labels is not None
    assert dataset.train.labels.tolist() == [1, 0, 2, 1]
    assert dataset.train.targets[0].tolist() == [0, 1, 0]
    assert dataset.picture is Picture.TABLE


def test_one_input_and_a_quantity_are_a_curve(tmp_path: Path) -> None:
    dataset = load(tmp_path, ["x,y", "0,1.5", "10,2.5", "20,7.5"])
    assert dataset.picture is Picture.CURVE
    assert dataset.probe is not None
    (x,) = dataset.probe_axes
    assert (x[0], x[-1]) == pytest.approx((-2.0, 22.0))
    # The axis is in the file's units, the probe in the network's.
    assert np.array_equal(dataset.probe, dataset.train.scaled(x[:, np.newaxis]))
    assert dataset.probe.mean() == pytest.approx(0.0)


def test_two_inputs_and_classes_are_a_plane(tmp_path: Path) -> None:
    dataset = load(tmp_path, ["0,100,a", "1,200,b", "2,300,c"])
    assert dataset.picture is Picture.PLANE
    assert dataset.probe is not None
    x_axis, y_axis = dataset.probe_axes
    assert dataset.probe.shape == (len(x_axis) * len(y_axis), 2)
    assert (y_axis[0], y_axis[-1]) == pytest.approx((80.0, 320.0))
    assert np.array_equal(
        dataset.probe[1], dataset.train.scaled(np.array([x_axis[1], y_axis[0]]))
    )


@pytest.mark.parametrize(
    ("values", "targets", "name"),
    [
        (["250000", "99000.5"], [2.5, 0.990005], "price / 10⁵"),
        (["-0.0025", "0.001"], [-2.5, 1.0], "price / 10⁻³"),
        (["99.5", "0.001"], [99.5, 0.001], "price"),
        (["0", "0"], [0.0, 0.0], "price"),
        (["1e12", "2.5e12"], [1.0, 2.5], "price / 10¹²"),
    ],
)
def test_quantities_are_counted_in_handy_units(
    tmp_path: Path, values: list[str], targets: list[float], name: str
) -> None:
    rows = [f"{index},{value}" for index, value in enumerate(values)]
    dataset = load(tmp_path, ["x,price", *rows])
    assert dataset.train.targets[:, 0] == pytest.approx(targets)
    assert dataset.output_names == (name,)


def test_rows_of_pixels_are_pictures(tmp_path: Path) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (30, 64))
    header = ",".join(["label", *(f"pixel{index}" for index in range(64))])
    rows = [
        f"{index % 2},{','.join(map(str, row))}" for index, row in enumerate(pixels)
    ]
    dataset = load(tmp_path, [header, *rows])
    assert dataset.picture is Picture.IMAGES
    assert dataset.image_shape == (8, 8)
    assert dataset.train.inputs.dtype == np.uint8
    assert dataset.train.input_scale == 255.0
    assert dataset.class_names == dataset.output_names == ("0", "1")


def test_decimal_commas_in_the_target(tmp_path: Path) -> None:
    dataset = load(tmp_path, ["a;b", "1,5;2,5", "2,5;3,25"])
    assert dataset.train.targets.tolist() == [[2.5], [3.25]]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            ["x,y", "1,2.5", "2,3.5", "3,about 4"],
            "line 4, column 'y': 'about 4' is not",
        ),
        (["x,y", "1,2.5", "2,3.5", "3,nan"], "line 4, column 'y': 'nan' is not"),
        (["x,y", "1,a", "2,a"], "column 'y' is 'a' in every row"),
        (["x,y", *(f"{i},text {i}" for i in range(101))], "has 101 different texts"),
        (["x,y", "1e200,1.5", "-1e200,2"], "numbers too large"),
    ],
)
def test_tables_that_cannot_be_learned(
    tmp_path: Path, rows: list[str], sentence: str
) -> None:
    with pytest.raises(InputError, match=sentence):
        load(tmp_path, rows)


def test_nothing_can_be_written(tmp_path: Path) -> None:
    dataset = load(tmp_path, wide_rows(50))
    assert dataset.test is not None
    for samples in (dataset.train, dataset.test):
        for array in (samples.inputs, samples.targets, samples.input_scale):
            assert isinstance(array, np.ndarray)
            assert not array.flags.writeable
