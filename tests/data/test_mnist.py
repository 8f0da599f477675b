"""MNIST inside the program is the true one."""

import hashlib

import numpy as np
import pytest

from bpviz.data import mnist as mnist_module
from bpviz.data.dataset import Dataset, Picture, Samples, Task
from bpviz.data.mnist import mnist
from bpviz.messages import InputError
from bpviz.resources import asset

SHA256 = {
    "train-images-idx3-ubyte.gz": (
        "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"
    ),
    "train-labels-idx1-ubyte.gz": (
        "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"
    ),
    "t10k-images-idx3-ubyte.gz": (
        "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"
    ),
    "t10k-labels-idx1-ubyte.gz": (
        "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"
    ),
}
TRAIN_HISTOGRAM = [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
TEST_HISTOGRAM = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]


@pytest.fixture(scope="module")
def digits() -> Dataset:
    return mnist()


@pytest.mark.parametrize("name", SHA256)
def test_files_are_the_ones_everybody_pins(name: str) -> None:
    content = asset("mnist", name).read_bytes()
    assert hashlib.sha256(content).hexdigest() == SHA256[name]


def test_pixels_are_the_ones_everybody_pins(digits: Dataset) -> None:
    # The checksums of the unpacked files, less their 16 bytes of header.
    assert digits.test is not None
    for samples, md5, header in (
        (digits.train, "6bbc9ace898e44ae57da46a324031adb", 60_000),
        (digits.test, "2646ac647ad5339dbf082846283269ea", 10_000),
    ):
        start = np.array([2051, header, 28, 28], dtype=">u4").tobytes()
        content = hashlib.md5(start, usedforsecurity=False)
        content.update(samples.inputs.tobytes())
        assert content.hexdigest() == md5


def test_counts_and_classes(digits: Dataset) -> None:
    assert digits.test is not None
    for samples, histogram in (
        (digits.train, TRAIN_HISTOGRAM),
        (digits.test, TEST_HISTOGRAM),
    ):
        assert samples.labels is not None
        assert np.bincount(samples.labels).tolist() == histogram
        assert samples.inputs.shape == (sum(histogram), 784)
        assert samples.inputs.dtype == np.uint8
        assert np.array_equal(samples.targets, np.eye(10)[samples.labels])


def test_mean_and_deviation_are_the_known_ones(digits: Dataset) -> None:
    values = np.bincount(digits.train.inputs.ravel(), minlength=256)
    shares = values / values.sum()
    levels = np.arange(256) / 255.0
    mean = float(shares @ levels)
    assert mean == pytest.approx(0.1307, abs=5e-5)
    assert (shares @ (levels - mean) ** 2) ** 0.5 == pytest.approx(0.3081, abs=5e-5)


def test_what_a_network_is_given_is_what_the_articles_give(digits: Dataset) -> None:
    order = np.array([59_999, 0, 7])
    inputs, targets = np.empty((3, 784)), np.empty((3, 10))
    digits.train.fill(order, inputs, targets)
    images = digits.train.inputs[order] / 255.0
    assert inputs.tobytes() == images.tobytes()
    assert targets.sum(axis=1).tolist() == [1.0, 1.0, 1.0]


def test_first_sample_is_the_well_known_five(digits: Dataset) -> None:
    assert digits.train.targets[0].tolist() == [0, 0, 0, 0, 0, 1, 0, 0, 0, 0]


def test_it_is_drawn_as_pictures(digits: Dataset) -> None:
    assert (digits.task, digits.picture) == (Task.CLASSIFICATION, Picture.IMAGES)
    assert digits.image_shape == (28, 28)
    assert digits.probe is None


def test_nothing_of_it_can_be_written(digits: Dataset) -> None:
    def arrays(samples: Samples) -> tuple[np.ndarray, ...]:
        assert samples.labels is not None
        return samples.inputs, samples.targets, samples.labels

    assert digits.test is not None
    for array in (*arrays(digits.train), *arrays(digits.test)):
        assert not array.flags.writeable


def test_it_is_read_once(digits: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mnist_module, "read_idx", None)
    assert mnist() is digits


def test_pictures_and_labels_must_be_as_many() -> None:
    with pytest.raises(InputError, match=r"60000 pictures, but .* 10000 labels"):
        mnist_module.read_pictures(
            asset("mnist", "train-images-idx3-ubyte.gz"),
            asset("mnist", "t10k-labels-idx1-ubyte.gz"),
        )
